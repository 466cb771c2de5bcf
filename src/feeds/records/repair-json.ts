/** What writers of JSON by hand and by careless programs get wrong so often that one can tell what they meant. */

interface Mended {
  text: string;
  /** What was put right, for the report. */
  was: string[];
}

/** Strings, which are passed or mended within, and what stands wrong between them. No nested repeats: feeds are megabytes long. */
const token = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|,(?=\s*[\]}])|\}(?=\s*\{)|-?\b(?:NaN|Infinity|undefined)\b/g;

/** The text with what can be told put right. What was cut off stays so: half a feed must not pass for a whole one. */
export function mend(text: string): Mended {
  const was = new Set<string>();
  const put = (right: string, wrong: string) => {
    was.add(wrong);
    return right;
  };
  const mended = text.replace(token, (found) => {
    if (found === ",") return put("", "a comma before a bracket");
    if (found === "}") return put("},", "no comma between records");
    if (!found.startsWith('"')) return put("null", "a number that is none");
    return mendString(found, put);
  });
  // Between strings a control character is a space like any other.
  return { text: mended.replace(/\p{Cc}/gu, " "), was: [...was] };
}

function mendString(string: string, put: (right: string, wrong: string) => string): string {
  const even = /\p{Cc}/u.test(string) ? put(string.replace(/\p{Cc}/gu, " "), "raw line breaks in its texts") : string;
  const wrong = /\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/;
  if (!wrong.test(even.replaceAll("\\\\", ""))) return even;
  return put(
    even.replace(/\\(["\\/bfnrt]|u[\da-fA-F]{4})?/g, (pair, known) => (known ? pair : "")),
    "backslashes too many",
  );
}
