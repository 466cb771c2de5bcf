import { parseJson } from "./json.ts";

/** JSON out of what servers and plugins put around it. */

interface Peeled {
  text: string;
  /** What was taken off, for the report. */
  was: string[];
}

const php = String.raw`(?:<br ?/?>\s*)?(?:<b>)?(?:PHP )?(?:Warning|Notice|Deprecated|Strict Standards|(?:Catchable |Recoverable )?(?:Fatal|Parse) error)(?:</b>)?: `;

/** What may stand around JSON, and what of it is the JSON. */
const peels: [string, RegExp][] = [
  ["messages of PHP before it", new RegExp(String.raw`^\s*${php}[\s\S]*?(?=\[\s*\{|\{\s*")`, "i")],
  ["messages of PHP after it", new RegExp(String.raw`(?<=[\]}])\s*${php}[\s\S]*$`, "i")],
  ["a comment of a cache after it", /(?<=[\]}])\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/],
  ["a callback around it", /^(?:\/\*[\s\S]{0,20}?\*\/)?\s*[\w$.]{1,80}\s*\((?=\s*[[{])|(?<=[\]}])\s*\)\s*;?$/g],
  ["zeros after it", /(?<=[\]}])\s*[0\p{Cc}]+$/u],
];

/** The text without what is known to stand around JSON. A page of HTML stays one. */
export function peel(content: string): Peeled {
  const peeled: Peeled = { text: content, was: [] };
  if (isWhole(content)) return peeled;
  for (const [name, pattern] of peels) {
    const text = peeled.text.replace(pattern, "");
    if (text !== peeled.text) peeled.was.push(name);
    peeled.text = text;
  }
  return peeled;
}

/** Begins and ends as JSON does, so that a sound feed of megabytes is not searched. */
function isWhole(text: string): boolean {
  return /^[[{]/.test(text) && /[\]}]$/.test(text.slice(-1));
}

type Parsed = ({ value: unknown } & Pick<Peeled, "was">) | { problem: string };

/** The text's value; raw line breaks within its strings, one record a line, and JSON inside a JSON string are forgiven. */
export function parseLoosely(text: string): Parsed {
  const strict = parseJson(text);
  if ("value" in strict) return typeof strict.value === "string" ? inner(strict.value) : { ...strict, was: [] };
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) {
    const list = parseJson(`[${lines.join(",")}]`);
    if ("value" in list) return { ...list, was: ["one record a line"] };
  }
  const even = parseWithout(text);
  return even === undefined ? strict : { value: even, was: ["raw line breaks in its texts"] };
}

/** Outside of strings a control character is a space like any other. */
function parseWithout(text: string): unknown {
  try {
    return JSON.parse(text.replace(/\p{Cc}/gu, " "));
  } catch {
    return undefined;
  }
}

function inner(text: string): Parsed {
  const value = /^\s*[[{]/.test(text) ? parseWithout(text) : undefined;
  return value === undefined ? { value: text, was: [] } : { value, was: ["a string around it"] };
}
