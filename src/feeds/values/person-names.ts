// cspell:ignore Bozeman Iglesia pregunt hable llam
import { type Around, inOrganization, isBeside, isCapital, isSaint, lookAround, type Span, touching, type Word } from "./around-word.ts";
import { goesOnWithState, type IsTown, isStateBehind } from "./near-towns.ts";
import {
  between,
  canBeInName,
  canBeName,
  isGivenName,
  isNameAndWord,
  isServiceWord,
  isUnknown,
  labels,
  organizations,
  personVerbs,
  placeWords,
  titles,
  verbs,
} from "./person-words.ts";

/** Finds persons' names in a text that has numbers to call: "Jonas", "jonas q.", "T.J.", "Pastor Ray". */

/** Returns the names that may belong to the numbers. */
export function namesIn(words: readonly Word[], text: string, called: readonly Span[], isTown: IsTown): Span[] {
  const names: Span[] = [];
  for (let at = 0; at < words.length; at++) {
    const end = rowEnd(words, at, text, called) ?? smallRowEnd(words, at, text, called) ?? nameEnd(words, at, text, called);
    if (end === null || isOfTown(words, at, end, text, isTown)) continue;
    names.push({ from: words[at]!.from, to: trimmedEnd(words[end]!) });
    at = end;
  }
  return names;
}

/** Excludes a sentence's period from a name; an initial's period is part of it. */
function trimmedEnd({ text, to }: Word): number {
  return text.length > 2 && text.endsWith(".") ? to - 1 : to;
}

/**
 * Returns the last word of a run of capitalized words that begins at a word and is where a name would be, whatever the words mean: "Two Bears",
 * "Grace Hope". A single word must have nothing else on its other side. Null if there is no such run.
 */
function rowEnd(words: readonly Word[], at: number, text: string, called: readonly Span[]): number | null {
  const row = rowAt(words, at, text);
  if (row.length === 0 || row.length > maxInRow || !row.every(isInRow) || isOther(words, at, text)) return null;
  const end = at + row.length - 1;
  const [first, last] = [lookAround(words, at, text, called), lookAround(words, end, text, called)];
  const beside = isBeside({ from: row[0]!.from, to: row.at(-1)!.to }, text, called);
  if (row.length === 1) return last.owns || (beside && (first.expected || isAlone(words, at, end, text))) ? end : null;
  return first.expected || last.owns || last.acts || beside ? end : null;
}

/** Returns the run of capitalized words that begins at a word; empty inside a run, and after "Casa" or "Iglesia". */
function rowAt(words: readonly Word[], at: number, text: string, isPart = isRowWord): readonly Word[] {
  const before = touching(words, at - 1, text) === null ? undefined : words[at - 1];
  if (before !== undefined && ((isPart(before) && canBeInName(before.plain)) || organizations.has(before.plain))) return [];
  let end = at;
  while (end - at < maxInRow && touching(words, end, text) !== null && isPart(words[end + 1]!)) end++;
  return words.slice(at, end + 1);
}

/** Whether only a boundary, a label or words that ask for a person ("call Moon") are on either side of some words. */
function isAlone(words: readonly Word[], at: number, end: number, text: string): boolean {
  const before = touching(words, at - 1, text) === null ? null : words[at - 1]!.plain;
  const next = touching(words, end, text)?.plain ?? null;
  const isOfPerson = (word: string | null) => word === null || labels.has(word) || titles.has(word);
  if (before !== null && placeWords.has(before)) return false;
  return (isOfPerson(before) || verbs.has(before!) || between.has(before!)) && isOfPerson(next);
}

/** Does the same for words in lowercase: "two bears 406-555-0142", "moon: 406-555-0142", "call little light at 406-555-0142". */
function smallRowEnd(words: readonly Word[], at: number, text: string, called: readonly Span[]): number | null {
  const row = rowAt(words, at, text, isSmall);
  if (row.length === 0 || row.length > maxInRow || !row.every((word) => isSmall(word) && canBeInName(word.plain))) return null;
  const end = at + row.length - 1;
  const span = { from: row[0]!.from, to: row.at(-1)!.to };
  if (isCalled(words, at, text)) return isBeside(span, text, called) ? end : null;
  const isBefore =
    beginsLine.test(text.slice(0, span.from)) &&
    called.some(({ from }) => gapBehind.test(text.slice(span.to, Math.max(from, span.to))) && from >= span.to);
  const isBehind =
    endsLine.test(text.slice(span.to)) && called.some(({ to }) => to <= span.from && gapBefore.test(text.slice(to, span.from)));
  return isBefore || isBehind ? end : null;
}

const isSmall = ({ text }: Word) => /^\p{Ll}{3,}$/u.test(text);

/** Gaps between a run in lowercase and the number after or before it; text on another subject has more in between. */
const gapBehind = /^ ?[:=–—-]? ?(?:(?:@|at|al|cell|phone|tel)[.:]? ?)?$/;
const gapBefore = /^(?: ?[(–—-]? ?|, )$/;
const beginsLine = /(?:^|[.!?;:\n(•|]) ?$/;
const endsLine = /^ ?(?:$|[.;\n)•|])/;

/** Whether a word directly follows "call" or "ask for", but not "call to" or "text for". */
function isCalled(words: readonly Word[], at: number, text: string): boolean {
  const [before, earlier] = [1, 2].map((back) => (touching(words, at - back, text) === null ? "" : words[at - back]!.plain));
  if (verbs.has(before!) && !/^(?:dial|fax)$/.test(before!)) return true;
  return /^(?:for|por|con|with|to|a)$/.test(before!) && /^(?:ask|speak|talk|pregunt\w*|hable|hablar|llam\w*)$/.test(earlier!);
}

const maxInRow = 3;
const isRowWord = (word: Word) => (isCapital(word) || /^\p{Lu}{3,}$/u.test(word.text)) && !/^[js]r$/.test(word.plain);
const isInRow = (word: Word) => isRowWord(word) && canBeInName(word.plain) && !isSaint(word);

/** Whether a name, alone or with capitalized words before it, is a town nearby: "Bozeman", "Three Forks", "Kalispell, MT". */
function isOfTown(words: readonly Word[], at: number, end: number, text: string, isTown: IsTown): boolean {
  const before = words[at - 1];
  if (isStateBehind(words[end]!.text, text.slice(before?.from ?? 0, words[at]!.from)) || goesOnWithState(text.slice(words[end]!.to)))
    return true;
  for (let from = at; from >= Math.max(0, at - 2); from--) {
    if (from < at && (touching(words, from, text) === null || !isCapital(words[from]!))) return false;
    if (isTown(text.slice(words[from]!.from, trimmedEnd(words[end]!)))) return true;
  }
  return false;
}

/** Returns the last word of the name that begins at a word; null if none does. */
function nameEnd(words: readonly Word[], at: number, text: string, called: readonly Span[]): number | null {
  const [word, next] = [words[at]!, touching(words, at, text)];
  if (isOther(words, at, text)) return null;
  const around = lookAround(words, at, text, called);
  const initials = initialsEnd(words, at);
  if (initials !== null) return around.expected || isPointedAt(lookAround(words, initials, text, called)) ? initials : null;
  const isWhole = isInitialOf(word, next, around);
  if (isWhole ? inOrganization(words, at + 1, text) : !isName(word, around)) return null;
  return isWhole || around.initial || isSurname(next) ? at + 1 : at;
}

/** Whether a word is a name in this context: the less the word itself is a name, the more context is required. */
function isName(word: Word, around: Around): boolean {
  if (!isWritten(word) && (between.has(word.plain) || labels.has(word.plain))) return false;
  const pointed = isPointed(word, around);
  if (isNameAndWord(word.plain) || isGivenName(word.plain)) return pointed || isListedName(word, around);
  if (around.addressed && isWritten(word) && (pointed || around.acts)) return !isNoPerson(word.plain);
  if (!canBeName(word.plain)) return false;
  return pointed ? isPlainlyMeant(word, around) : isCapital(word) && isOddWord(word, around);
}

/** Whether a listed name counts as one without a number, label or request that refers to it. */
function isListedName(word: Word, { initial, acts, placed, titles }: Around): boolean {
  return isNameAndWord(word.plain) ? isCapital(word) && (initial || acts) : word.plain.length > 2 && !placed && !titles;
}

const isNoPerson = (word: string) => isServiceWord(word) || organizations.has(word);

/** Whether the word is beside a number, owns one, or is asked for. */
function isPointed(word: Word, { beside, owns, expected, asked, initial }: Around): boolean {
  return beside || owns || (expected && (isWritten(word) || asked || initial));
}

function isPlainlyMeant(word: Word, { expected, owns }: Around): boolean {
  return isWritten(word) || expected || owns || isUnknown(word.plain);
}

const isPointedAt = ({ beside, owns, acts }: Around) => beside || owns || acts;

/** Whether the word has an initial after it, or is uncommon and capitalized for no other reason. */
function isOddWord(word: Word, { acts, placed, begins, titled, initial }: Around): boolean {
  return initial || (!placed && !titled && isUnknown(word.plain) && (acts || !begins));
}

/** "Quill", but not "Has" or "Room". */
const isSurname = (next: Word | null) => next !== null && isCapital(next) && canBeName(next.plain) && !personVerbs.has(next.plain);

/** "Jonas", "JONAS" and "DeShawn", but not "jonas". */
const isWritten = ({ text }: Word) => /^\p{Lu}/u.test(text);
/** Returns the last word of "TJ" or "T.J."; null for anything else, such as hours, time zones and services. */
function initialsEnd(words: readonly Word[], at: number): number | null {
  const [word, next] = [words[at]!, words[at + 1]];
  const isNone = (letters: string) => isNoPerson(letters) || labels.has(letters);
  if (/^\p{Lu}{2}(?:['’]s)?$/u.test(word.text)) return isNone(word.plain) ? null : at;
  const dotted = next !== undefined && /^\p{Lu}\.$/u.test(word.text) && /^\p{Lu}\.?(?:['’]s)?$/u.test(next.text) && next.from === word.to;
  return dotted && !isNone(`${word.plain}.${next.plain}`) ? at + 1 : null;
}

/** Whether "J. Quill" begins here, or "j. quill" where a person is asked for. */
function isInitialOf({ text }: Word, next: Word | null, { expected }: Around): boolean {
  return next !== null && /^\p{L}\.$/u.test(text) && (isCapital(next) || expected) && canBeName(next.plain) && next.plain.length > 1;
}

/** Whether a word belongs to a place's name, or is a keyword to send. */
function isOther(words: readonly Word[], at: number, text: string): boolean {
  return inOrganization(words, at, text) || isKeyword(words[at]!, touching(words, at, text));
}

/** A keyword to send: "Text JONAS to 406-555-0142". */
const isKeyword = ({ text }: Word, next: Word | null) => text.length > 2 && text === text.toUpperCase() && next?.plain === "to";
