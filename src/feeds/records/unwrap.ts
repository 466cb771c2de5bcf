import { trimMarks } from "../values/trim-marks.ts";
import { parseJson } from "./json-faults.ts";
import { repairJson } from "./repair-json.ts";

/** Extracts JSON from what servers and plugins put around it. */

interface Unwrapped {
  text: string;
  /** What was removed, for the report. */
  was: string[];
}

const php = String.raw`(?:<br ?/?>\s*)?(?:<b>)?(?:PHP )?(?:Warning|Notice|Deprecated|Strict Standards|(?:Catchable |Recoverable )?(?:Fatal|Parse) error)(?:</b>)?: `;

const phpBefore = new RegExp(String.raw`^\s*${php}[\s\S]*?(?=\[\s*\{|\{\s*")`, "i");
const phpAfter = new RegExp(String.raw`(?<=[\]}])\s*${php}[\s\S]*$`, "i");
const callback = /^(?:\/\*[\s\S]{0,20}?\*\/)?\s*[\w$.]{1,80}\s*\((?=\s*[[{])|(?<=[\]}])\s*\)\s*;?$/g;

/** What may surround JSON: its name in reports, and how to remove it. */
const wrappings: [string, (text: string) => string][] = [
  ["messages of PHP before it", (text) => text.replace(phpBefore, "")],
  ["messages of PHP after it", (text) => text.replace(phpAfter, "")],
  ["a comment of a cache after it", withoutComments],
  ["a callback around it", (text) => text.replace(callback, "")],
  ["zeros after it", withoutZeros],
];

/** Removes what is known to surround JSON. An HTML page remains one. */
export function unwrapJson(content: string): Unwrapped {
  const unwrapped: Unwrapped = { text: content, was: [] };
  if (isWhole(content)) return unwrapped;
  for (const [name, takeOff] of wrappings) {
    const text = takeOff(unwrapped.text);
    if (text !== unwrapped.text) unwrapped.was.push(name);
    unwrapped.text = text;
  }
  return unwrapped;
}

/** Removes HTML comments between the end of the JSON and the end of the text. */
function withoutComments(text: string): string {
  let end = text.trimEnd().length;
  while (text.endsWith("-->", end)) {
    // A comment ends at its first -->, so this one begins after the previous one.
    const from = text.lastIndexOf("-->", end - "-->".length - 1) + 1;
    const start = commentAfterJson(text, from === 0 ? 0 : from + 2, end);
    if (start === null) return text;
    end = text.slice(0, start).trimEnd().length;
  }
  return /[\]}]/.test(text.charAt(end - 1)) ? text.slice(0, end) : text;
}

/** Returns where the first comment directly after JSON, or after another comment, begins in a range; null if there is none. */
function commentAfterJson(text: string, from: number, to: number): number | null {
  for (let start = text.indexOf("<!--", from); start !== -1 && start < to; start = text.indexOf("<!--", start + 1)) {
    let before = start;
    while (before > from && /\s/.test(text.charAt(before - 1))) before--;
    if (/[\]}]/.test(text.charAt(before - 1)) || (before === from && from > 0)) return start;
  }
  return null;
}

/** Removes zeros and control characters after the end of the JSON. */
function withoutZeros(text: string): string {
  const json = trimMarks(text, null, /[\s0\p{Cc}]/u);
  return /[\]}]/.test(json.slice(-1)) ? json : text;
}

/** Whether the text begins and ends like JSON, so that a sound feed of megabytes is not searched. */
function isWhole(text: string): boolean {
  return /^[[{]/.test(text) && /[\]}]$/.test(text.slice(-1));
}

type Parsed = ({ value: unknown } & Pick<Unwrapped, "was">) | { problem: string };

/** Parses a text, accepting common errors, one record per line, and JSON inside a JSON string. */
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
