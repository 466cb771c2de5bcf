/**
 * Repairs what people who write JSON by hand, and careless programs, often get wrong, where the intent is clear.
 * The package jsonrepair is not used: it also closes truncated text, and half a feed must not pass for a whole one.
 */

interface RepairedJson {
  text: string;
  /** What was repaired, for the report. */
  was: string[];
}

/** Tokens where a string begins, or where something between two strings may be wrong. */
const token = /[",}]|-?\b(?:NaN|Infinity|undefined)\b/g;

/** Returns the text with common errors repaired. Truncated text stays truncated. Makes a single pass: feeds are megabytes long. */
export function repairJson(text: string): RepairedJson {
  const was = new Set<string>();
  const replace: Replace = (right, wrong) => {
    was.add(wrong);
    return right;
  };
  const pieces: string[] = [];
  let at = 0;
  token.lastIndex = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const end = found[0] === '"' ? endOfString(text, found.index) : token.lastIndex;
    // An unclosed string was truncated, and what follows is inside it.
    if (end === null) break;
    const piece = text.slice(found.index, end);
    pieces.push(text.slice(at, found.index), found[0] === '"' ? repairString(piece, replace) : repairBetween(piece, text, end, replace));
    at = end;
    token.lastIndex = end;
  }
  // Between strings a control character is whitespace.
  return { text: (pieces.join("") + text.slice(at)).replace(/\p{Cc}/gu, " "), was: [...was] };
}

/** Returns the end of the string that begins at `start`; null if it is not closed. */
function endOfString(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  return null;
}

/** Repairs a token between strings, depending on what follows it. */
function repairBetween(found: string, text: string, end: number, replace: Replace): string {
  if (found !== "," && found !== "}") return replace("null", "a number that is none");
  let next = end;
  while (/\s/.test(text.charAt(next))) next++;
  const after = text.charAt(next);
  if (found === "," && (after === "]" || after === "}")) return replace("", "a comma before a bracket");
  return found === "}" && after === "{" ? replace("},", "no comma between records") : found;
}

/** Returns the right text, and records what was wrong. */
type Replace = (right: string, wrong: string) => string;

function repairString(string: string, replace: Replace): string {
  const even = /\p{Cc}/u.test(string) ? replace(string.replace(/\p{Cc}/gu, " "), "raw line breaks in its texts") : string;
  const wrong = /\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/;
  if (!wrong.test(even.replaceAll("\\\\", ""))) return even;
  return replace(
    even.replace(/\\(["\\/bfnrt]|u[\da-fA-F]{4})?/g, (pair, known) => (known ? pair : "")),
    "backslashes too many",
  );
}
