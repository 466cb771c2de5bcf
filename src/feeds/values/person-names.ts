import { type Around, inOrganization, isCapital, lookAround, type Span, touching, type Word } from "./around-word.ts";
import {
  between,
  canBeName,
  isGivenName,
  isNameAndWord,
  isServiceWord,
  isUnknown,
  labels,
  organizations,
  personVerbs,
} from "./person-words.ts";

/** Finds the names of persons in a text that has numbers to call: "Jonas", "jonas q.", "T.J.", "Pastor Ray". */

/** The names that may be those of whom the numbers call. */
export function namesIn(words: readonly Word[], text: string, called: readonly Span[]): Span[] {
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
  const [word, next] = [words[at]!, touching(words, at, text)];
  if (isOther(words, at, text)) return null;
  const around = lookAround(words, at, text, called);
  const initials = initialsEnd(words, at);
  if (initials !== null) return around.expected || isPointedAt(lookAround(words, initials, text, called)) ? initials : null;
  const isWhole = isInitialOf(word, next, around);
  if (isWhole ? inOrganization(words, at + 1, text) : !isName(word, around)) return null;
  return isWhole || around.initial || isSurname(next) ? at + 1 : at;
}

/** What a word is decides how much must be around it. */
function isName(word: Word, around: Around): boolean {
  if (!isWritten(word) && (between.has(word.plain) || labels.has(word.plain))) return false;
  const pointed = isPointed(word, around);
  if (isNameAndWord(word.plain) || isGivenName(word.plain)) return pointed || isListedName(word, around);
  if (around.addressed && isWritten(word) && (pointed || around.acts)) return !isNoPerson(word.plain);
  if (!canBeName(word.plain)) return false;
  return pointed ? isPlainlyMeant(word, around) : isCapital(word) && isOddWord(word, around);
}

/** A name that is in the list, of which nothing else says that it is one. */
function isListedName(word: Word, { initial, acts, placed, titles }: Around): boolean {
  return isNameAndWord(word.plain) ? isCapital(word) && (initial || acts) : word.plain.length > 2 && !placed && !titles;
}

const isNoPerson = (word: string) => isServiceWord(word) || organizations.has(word);

/** Beside a number, or called by it, or asked for. */
function isPointed(word: Word, { beside, owns, expected, asked, initial }: Around): boolean {
  return beside || owns || (expected && (isWritten(word) || asked || initial));
}

function isPlainlyMeant(word: Word, { expected, owns }: Around): boolean {
  return isWritten(word) || expected || owns || isUnknown(word.plain);
}

const isPointedAt = ({ beside, owns, acts }: Around) => beside || owns || acts;

/** With a capital where none is due, and in no dictionary. */
function isOddWord(word: Word, { acts, placed, begins, titled, initial }: Around): boolean {
  return initial || (!placed && !titled && isUnknown(word.plain) && (acts || !begins));
}

/** "Quill", and not "Has" or "Room". */
const isSurname = (next: Word | null) => next !== null && isCapital(next) && canBeName(next.plain) && !personVerbs.has(next.plain);

/** "Jonas", "JONAS" and "DeShawn", but not "jonas". */
const isWritten = ({ text }: Word) => /^\p{Lu}/u.test(text);
/** The last word of "TJ" or "T.J."; null for anything else, hours, zones and services among it. */
function initialsEnd(words: readonly Word[], at: number): number | null {
  const [word, next] = [words[at]!, words[at + 1]];
  const isNone = (letters: string) => isNoPerson(letters) || labels.has(letters);
  if (/^\p{Lu}{2}(?:['’]s)?$/u.test(word.text)) return isNone(word.plain) ? null : at;
  const dotted = next !== undefined && /^\p{Lu}\.$/u.test(word.text) && /^\p{Lu}\.?(?:['’]s)?$/u.test(next.text) && next.from === word.to;
  return dotted && !isNone(`${word.plain}.${next.plain}`) ? at + 1 : null;
}

/** "J. Quill", and "j. quill" where somebody is asked for. */
function isInitialOf({ text }: Word, next: Word | null, { expected }: Around): boolean {
  return next !== null && /^\p{L}\.$/u.test(text) && (isCapital(next) || expected) && canBeName(next.plain) && next.plain.length > 1;
}

/** A word of a place's name, or one to send. */
function isOther(words: readonly Word[], at: number, text: string): boolean {
  return inOrganization(words, at, text) || isKeyword(words[at]!, touching(words, at, text));
}

/** "Text JONAS to 406-555-0142" is a word to send. */
const isKeyword = ({ text }: Word, next: Word | null) => text.length > 2 && text === text.toUpperCase() && next?.plain === "to";
