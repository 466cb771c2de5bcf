/**
 * What people who write JSON by hand, and careless programs, get wrong so often that it is plain what they meant.
 * The package jsonrepair is not used: it also closes what was cut off, and half a feed must not pass for a whole one.
 */

interface RepairedJson {
  text: string;
  /** What was put right, for the report. */
  was: string[];
}

/** Where something between two strings may be wrong, or a string begins. */
const token = /[",}]|-?\b(?:NaN|Infinity|undefined)\b/g;

/** The text with common slips put right. What was cut off stays cut off. Each character is looked at once: feeds are megabytes long. */
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
    // A string that is never closed was cut off, and what follows is within it.
    if (end === null) break;
    const piece = text.slice(found.index, end);
    pieces.push(text.slice(at, found.index), found[0] === '"' ? repairString(piece, replace) : repairBetween(piece, text, end, replace));
    at = end;
    token.lastIndex = end;
  }
  // Between strings a control character is a space like any other.
  return { text: (pieces.join("") + text.slice(at)).replace(/\p{Cc}/gu, " "), was: [...was] };
}

/** Where a string that begins at `start` is over; null where it is not closed. */
function endOfString(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  return null;
}

/** What is between strings, by what follows it. */
function repairBetween(found: string, text: string, end: number, replace: Replace): string {
  if (found !== "," && found !== "}") return replace("null", "a number that is none");
  let next = end;
  while (/\s/.test(text.charAt(next))) next++;
  const after = text.charAt(next);
  if (found === "," && (after === "]" || after === "}")) return replace("", "a comma before a bracket");
  return found === "}" && after === "{" ? replace("},", "no comma between records") : found;
}

/** Gives back the right text, and remembers what was wrong. */
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
