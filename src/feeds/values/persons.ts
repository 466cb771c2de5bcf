import { between, canBeName, isGivenName, organizations, ownNouns, plain, rooms, verbs } from "./person-words.ts";

/** Finds a person and a number that stand apart in a text: "Call Jonas before coming, 406-555-0142", "text jonas for the code at …". */

/** A part of a text. */
interface Span {
  from: number;
  to: number;
}

interface Word extends Span {
  text: string;
  plain: string;
}

/** Left where something was taken out. */
const gap = "…";

/** How many characters a name and a number may be apart and still be one person's: two sentences. */
const maxApart = 140;

/** As people write a number to call; in links and codes digits stand after other signs. */
const numbers =
  /(?<![\d/=&#*\w-])(?:\+\d{1,3}[-. ]?|1[-. ])?(?:\(\d{3}\) ?|\d{3} ?[-‐‑–—./ ]? ?)\d{3} ?[-‐‑–—. ]? ?\d{4}(?![\d/-])|(?<![\d/=&#*\w-])\d{3}[-‐‑–.]\d{4}(?![\d/-])|\+\d{2,3}(?:[ .-]?\d{2,4}){3,5}(?!\d)/g;

/** The text without the names and the numbers that belong together. */
export function withoutPairs(text: string): string {
  const written = [...text.matchAll(numbers)].map(({ 0: number, index }) => ({ from: index, to: index + number.length }));
  if (written.length === 0) return text;
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}'’-]*\.?/gu)].map(({ 0: word, index }) => wordAt(word, index));
  const called = written.filter((number) => !isRoom(number, text, words));
  if (called.length === 0) return text;
  const names = namesIn(words, text, called);
  const near = (one: Span, other: Span) => isNear(text, Math.min(one.to, other.to), Math.max(one.from, other.from));
  const cut = [
    ...called.filter((number) => names.some((name) => near(name, number))),
    ...names.filter((name) => called.some((number) => near(name, number))),
  ];
  return cut.length === 0 ? text : without(text, cut);
}

/** No farther apart than two sentences, and in one paragraph. */
function isNear(text: string, from: number, to: number): boolean {
  return to - from <= maxApart && !text.slice(from, to).includes("\n\n");
}

function wordAt(text: string, from: number): Word {
  return { text, plain: plain(text), from, to: from + text.length };
}

const dialIn = /\b(?:conference call|dial[- ]in(?: phone)?(?: no\.?| number)?)[:\s#]{0,3}$/i;

/** "Zoom ID: 907 105 5523": the number of a room. One with brackets is a telephone's. */
function isRoom({ from, to }: Span, text: string, words: readonly Word[]): boolean {
  if (text.slice(from, to).includes("(")) return false;
  if (dialIn.test(text.slice(Math.max(0, from - 40), from))) return true;
  const before = words
    .filter((word) => word.to <= from && word.to >= from - 24)
    .filter(({ plain: word }) => !/^(?:is|no|number|num|es|code)$/.test(word));
  const last = before.at(-1);
  return last !== undefined && rooms.has(last.plain);
}

function namesIn(words: readonly Word[], text: string, called: readonly Span[]): Span[] {
  const names: Span[] = [];
  for (let at = 0; at < words.length; at++) {
    const end = nameEnd(words, at, text, called);
    if (end === null) continue;
    names.push({ from: words[at]!.from, to: trimmedEnd(words[end]!) });
    at = end;
  }
  return names;
}

/** A sentence's period and an 's are no part of a name, an initial's period is. */
function trimmedEnd({ text, to }: Word): number {
  return text.length > 2 && text.endsWith(".") ? to - 1 : to;
}

/** The last word of the name that begins with a word; null where none does. */
function nameEnd(words: readonly Word[], at: number, text: string, called: readonly Span[]): number | null {
  if (inOrganization(words, at, text)) return null;
  const next = touching(words, at, text);
  const expected =
    isExpected(words, at, text) && isAskedFor(words, at, text, called) && !(isUpper(words[at]!) && words[at + 1]?.plain === "to");
  if (next !== null && isInitialOf(words[at]!, next, expected)) return at + 1;
  const initial = next !== null && /^\p{L}(?:\.|['’]s)?$/u.test(next.text) && !/^(?:a|y|o|e)$/.test(next.text);
  if (!isName(words[at]!, { expected, initial, numbered: () => hasNumber(words, at, text, called) })) return null;
  const surname = next !== null && isCapital(next) && canBeName(next.plain);
  return initial || surname ? at + 1 : at;
}

/** In small letters, a name is followed by an initial, a number, or what somebody is asked for: "contact jonas at", "call jonas for a ride". */
function isAskedFor(words: readonly Word[], at: number, text: string, called: readonly Span[]): boolean {
  const [word, next] = [words[at]!, words[at + 1]];
  if (isCapital(word) || isUpper(word) || /^\p{L}\.$/u.test(word.text) || isGivenName(word.plain) || isBeside(word, text, called))
    return true;
  return next !== undefined && (next.plain.length === 1 || /^(?:at|on|for|before|al|en|number|cell)$/.test(next.plain));
}

/** "J. Quill". */
function isInitialOf({ text }: Word, next: Word, expected: boolean): boolean {
  return /^\p{L}\.$/u.test(text) && (isCapital(next) || expected) && canBeName(next.plain);
}

/** What stands beside a word decides: somebody is asked for, an initial follows, or a number. */
function isName(word: Word, { expected, initial, numbered }: { expected: boolean; initial: boolean; numbered: () => boolean }): boolean {
  const capital = isCapital(word);
  if (capital && isGivenName(word.plain)) return true;
  if (!canBeName(word.plain) || (!capital && between.has(word.plain))) return false;
  return expected || numbered() || (capital && initial);
}

/** The word after one space. */
function touching(words: readonly Word[], at: number, text: string): Word | null {
  const next = words[at + 1];
  return next !== undefined && text.slice(words[at]!.to, next.from) === " " ? next : null;
}

/** "Jonas", and not "PMI", "jonas" or a single letter. */
const isCapital = ({ text }: Word) => /^\p{Lu}.*\p{Ll}/u.test(text);
const isUpper = ({ text }: Word) => text.length > 2 && text === text.toUpperCase();

/** "Jonas's cell", "Jonas 406-555-0142". */
function hasNumber(words: readonly Word[], at: number, text: string, called: readonly Span[]): boolean {
  const owns = /['’]s$/.test(words[at]!.text) && ownNouns.has(words[at + 1]?.plain ?? "");
  return owns || isBeside(words[at]!, text, called);
}

/** "St. Paul's Lutheran", "Jonas Quill Memorial Hall": a word of a place or a service in the same row of capitals. */
function inOrganization(words: readonly Word[], at: number, text: string): boolean {
  const before = words[at - 1];
  if (before && /^(?:st|saint|san|santa|mt|mount|fort|ft)$/.test(before.plain) && touching(words, at - 1, text) !== null) return true;
  for (let ahead = at; ahead < at + 3; ahead++) {
    const next = touching(words, ahead, text);
    if (next === null || !/^\p{Lu}/u.test(next.text)) return false;
    if (organizations.has(next.plain)) return true;
  }
  return false;
}

/** Directly after "call", "ask for", "contact person is". */
function isExpected(words: readonly Word[], at: number, text: string): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 4); back--) {
    const word = words[back]!;
    if (/[.!?;\n]/.test(text.slice(word.to, words[back + 1]!.from)) || (word.text.length > 3 && word.text.endsWith("."))) return false;
    if (verbs.has(word.plain)) return true;
    if (!between.has(word.plain)) return false;
  }
  return false;
}

/** "Jonas 406-555-0142", "Jonas at 406-555-0142", "406-555-0142 Jonas". */
function isBeside({ from, to }: Word, text: string, called: readonly Span[]): boolean {
  return called.some((number) =>
    number.from >= to
      ? number.from - to <= 8 && /^[,:|(–-]?\s?(?:at|al|is|on|cell|ph)?[:.]?\s?[(|–-]?\s?$/.test(text.slice(to, number.from))
      : from - number.to <= 4 && from >= number.to && /^\s?[,(|–-]?\s?$/.test(text.slice(number.to, from)),
  );
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
