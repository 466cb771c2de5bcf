/**
 * What people who write JSON by hand, and careless programs, get wrong so often that it is plain what they meant.
 * The package jsonrepair is not used: it also closes what was cut off, and half a feed must not pass for a whole one.
 */

interface RepairedJson {
  text: string;
  /** What was put right, for the report. */
  was: string[];
}

/** Strings, which are passed or repaired within, and what is wrong between them. No nested repeats: feeds are megabytes long. */
const token = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|,(?=\s*[\]}])|\}(?=\s*\{)|-?\b(?:NaN|Infinity|undefined)\b/g;

/** The text with common slips put right. What was cut off stays cut off. */
export function repairJson(text: string): RepairedJson {
  const was = new Set<string>();
  const replace: Replace = (right, wrong) => {
    was.add(wrong);
    return right;
  };
  const repaired = text.replace(token, (found) => {
    if (found === ",") return replace("", "a comma before a bracket");
    if (found === "}") return replace("},", "no comma between records");
    if (!found.startsWith('"')) return replace("null", "a number that is none");
    return repairString(found, replace);
  });
  // Between strings a control character is a space like any other.
  return { text: repaired.replace(/\p{Cc}/gu, " "), was: [...was] };
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
