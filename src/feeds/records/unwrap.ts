import { parseJson } from "./json-faults.ts";
import { repairJson } from "./repair-json.ts";

/** JSON out of what servers and plugins put around it. */

interface Unwrapped {
  text: string;
  /** What was taken off, for the report. */
  was: string[];
}

const php = String.raw`(?:<br ?/?>\s*)?(?:<b>)?(?:PHP )?(?:Warning|Notice|Deprecated|Strict Standards|(?:Catchable |Recoverable )?(?:Fatal|Parse) error)(?:</b>)?: `;

/** What may surround JSON, by the name that reports give it. */
const wrappings: [string, RegExp][] = [
  ["messages of PHP before it", new RegExp(String.raw`^\s*${php}[\s\S]*?(?=\[\s*\{|\{\s*")`, "i")],
  ["messages of PHP after it", new RegExp(String.raw`(?<=[\]}])\s*${php}[\s\S]*$`, "i")],
  ["a comment of a cache after it", /(?<=[\]}])\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/],
  ["a callback around it", /^(?:\/\*[\s\S]{0,20}?\*\/)?\s*[\w$.]{1,80}\s*\((?=\s*[[{])|(?<=[\]}])\s*\)\s*;?$/g],
  ["zeros after it", /(?<=[\]}])\s*[0\p{Cc}]+$/u],
];

/** The text without what is known to surround JSON. A page of HTML stays one. */
export function unwrapJson(content: string): Unwrapped {
  const unwrapped: Unwrapped = { text: content, was: [] };
  if (isWhole(content)) return unwrapped;
  for (const [name, pattern] of wrappings) {
    const text = unwrapped.text.replace(pattern, "");
    if (text !== unwrapped.text) unwrapped.was.push(name);
    unwrapped.text = text;
  }
  return unwrapped;
}

/** Whether the text begins and ends as JSON does, so that a sound feed of megabytes is not searched. */
function isWhole(text: string): boolean {
  return /^[[{]/.test(text) && /[\]}]$/.test(text.slice(-1));
}

type Parsed = ({ value: unknown } & Pick<Unwrapped, "was">) | { problem: string };

/** The text's value; common slips, one record a line, and JSON inside a JSON string are forgiven. */
export function parseLooseJson(text: string): Parsed {
  const strict = parseJson(text);
  if ("value" in strict) return typeof strict.value === "string" ? parseInner(strict.value) : { ...strict, was: [] };
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) {
    const list = parseJson(`[${lines.join(",")}]`);
    if ("value" in list) return { ...list, was: ["one record a line"] };
  }
  const { text: repaired, was } = repairJson(text);
  const second = parseJson(repaired);
  return "value" in second ? { ...second, was: was.length > 0 ? was : ["control characters between its values"] } : strict;
}

function parseInner(text: string): Parsed {
  const parsed = /^\s*[[{]/.test(text) ? parseJson(repairJson(text).text) : null;
  return parsed && "value" in parsed ? { ...parsed, was: ["a string around it"] } : { value: text, was: [] };
}
