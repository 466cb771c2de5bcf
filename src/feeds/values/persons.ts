import { isBeside, readWords, type Span, type Word } from "./around-word.ts";
import type { IsTown } from "./near-towns.ts";
import { namesIn } from "./person-names.ts";
import { rooms } from "./person-words.ts";

/** Finds a person and a number that are apart in a text: "Call Jonas before coming, 406-555-0142", "text jonas for the code at …". */

/** Placeholder for removed text. */
const gap = "…";

/** Maximum characters between a name and a number that belong together: about two sentences. */
const maxApart = 140;

/** Separators between the parts of a number. */
const mark = " ?[-‐‑–—./·•]? ?";
const start = String.raw`(?<![\d&#*\w]|(?:\d|\w\w)-)`;
const last = String.raw`\d{2} ?\d{2}(?![\d/]|-\d)`;

/** Numbers to call, as people write them, with or without what precedes the last seven digits. Digits after other signs are codes. */
const numbers = new RegExp(
  String.raw`${start}(?:\+\d{1,3}[-. ]?|1[-. ])?(?:\(\d{3}\)|\d{3})${mark}\d{3}${mark}${last}|${start}(?<!\d\/)\d{3}[-‐‑–. ·]${last}|\+\d{2,3}(?:[ .-]?\d{2,4}){3,5}(?!\d)`,
  "gu",
);

/** Removes names and numbers that belong together. `isCut`: names were removed from the text before, each leaving a placeholder. */
export function withoutPairs(text: string, isTown: IsTown, isCut = false): string {
  // A link has digits too.
  const unlinked = text.replace(/\bhttps?:\/\/\S+/gi, (link) => " ".repeat(link.length));
  const written = [...unlinked.matchAll(numbers)].map(({ 0: number, index }) => ({ from: index, to: index + number.length }));
  if (written.length === 0) return text;
  const words = readWords(text);
  const called = written.filter((number) => !isRoom(number, text, words));
  if (called.length === 0) return text;
  const gaps = isCut ? [...text.matchAll(/…/g)].map(({ index }) => ({ from: index, to: index + 1 })) : [];
  const names = namesIn(words, text, called, isTown);
  const near = (one: Span, other: Span) => isNear(text, Math.min(one.to, other.to), Math.max(one.from, other.from));
  const cut = [
    ...called.filter((number) => names.some((name) => near(name, number)) || gaps.some((gap) => isBeside(gap, text, [number]))),
    ...names.filter((name) => called.some((number) => near(name, number))),
  ];
  return cut.length === 0 ? text : without(text, cut);
}

/** Whether a gap is at most two sentences long and within one paragraph. */
function isNear(text: string, from: number, to: number): boolean {
  return to - from <= maxApart && !text.slice(from, to).includes("\n\n");
}

const dialIn = /\b(?:conference call|dial[- ]in(?: phone)?(?: no\.?| number)?)[:\s#]{0,3}$/i;

/** Whether a number is a room's: "Zoom ID: 907 105 5523". One with parentheses is a telephone number. */
function isRoom({ from, to }: Span, text: string, words: readonly Word[]): boolean {
  if (text.slice(from, to).includes("(")) return false;
  if (dialIn.test(text.slice(Math.max(0, from - 40), from))) return true;
  const before = words
    .filter((word) => word.to <= from && word.to >= from - 24)
    .filter(({ plain: word }) => !/^(?:is|no|number|num|es|code)$/.test(word));
  const last = before.at(-1);
  return last !== undefined && rooms.has(last.plain);
}

function without(text: string, spans: Span[]): string {
  let kept = "";
  let at = 0;
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    kept += text.slice(at, from) + gap;
    at = to;
  }
  return kept + text.slice(at);
}
