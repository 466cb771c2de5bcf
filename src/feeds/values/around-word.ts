import {
  between,
  canBeName,
  isNameAndWord,
  isUnknown,
  labels,
  organizations,
  ownNouns,
  personVerbs,
  placeWords,
  plain,
  titles,
  verbs,
} from "./person-words.ts";

/** The context of a word in a note, which distinguishes a person's name from other words. */

/** A range of characters in a text. */
export interface Span {
  from: number;
  to: number;
}

export interface Word extends Span {
  text: string;
  plain: string;
}

/** Returns the words of a text. */
export function readWords(text: string): Word[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}'’-]*\.?(?:(?<=\.)['’]s)?/gu)].map(({ 0: word, index }) => ({
    text: word,
    plain: plain(word),
    from: index,
    to: index + word.length,
  }));
}

/** Returns the next word if only one space separates them; else null. */
export function touching(words: readonly Word[], at: number, text: string): Word | null {
  const next = words[at + 1];
  return next !== undefined && at >= 0 && text.slice(words[at]!.to, next.from) === " " ? next : null;
}

/** The context of a word that may be a name. */
export interface Around {
  /** After "call", "ask for", "contact person is". */
  expected: boolean;
  /** Only punctuation, and words such as "cell", "is" or "at", between it and a number. */
  beside: boolean;
  /** "Jonas's cell". */
  owns: boolean;
  /** "Jonas has the key". */
  acts: boolean;
  /** "In Jonas", as for a town. */
  placed: boolean;
  /** At the start of a sentence, where every word has a capital. */
  begins: boolean;
  /** "Pastor Jonas", "Big Jonas". */
  addressed: boolean;
  /** After a word of a title: "Happy Joyous". */
  titled: boolean;
  /** "Jonas's Table". */
  titles: boolean;
  /** "Jonas Q.". */
  initial: boolean;
  /** "Jonas at", "jonas for a ride". */
  asked: boolean;
}

/** Returns the context of the word at an index. */
export function lookAround(words: readonly Word[], at: number, text: string, called: readonly Span[]): Around {
  const [word, next] = [words[at]!, touching(words, at, text)];
  const before = at > 0 && touching(words, at - 1, text) !== null ? words[at - 1]! : null;
  const owns = /['’]s$/.test(word.text);
  return {
    expected: isExpected(words, at, text),
    beside: isBeside(word, text, called),
    owns: owns && ownNouns.has(words[at + 1]?.plain ?? ""),
    acts: next !== null && personVerbs.has(next.plain),
    placed: !owns && ((before !== null && placeWords.has(before.plain)) || isOfStreet(word, text)),
    begins: at === 0 || /[.!?:;\n•|]/.test(text.slice(words[at - 1]!.to - 1, word.from)),
    addressed: before !== null && titles.has(before.plain),
    titled: before !== null && isCapital(before) && isOfTitle(before.plain),
    titles: owns && next !== null && isCapital(next) && !canBeName(next.plain) && !ownNouns.has(next.plain),
    initial: next !== null && isInitial(next),
    asked: isAskedFor(words[at + 1]) || (/^[.,;!?]/.test(text.slice(word.to - 1).replace(/^\p{L}/u, "")) && isRareWord(word.plain)),
  };
}

/** "12 Jonas", as in a street address. */
const isOfStreet = ({ from }: Word, text: string) => /\d\w{0,3} $/.test(text.slice(Math.max(0, from - 6), from));

/** Single lowercase letters that are words, or labels beside a number: "a", "y", "h" for home. */
const smallAlone = /^[acehiowy]$/; // cspell:ignore acehiowy

/** "Q." and "Q", but not "y" or the "h" of a home number. */
const isInitial = ({ text }: Word) => /^\p{L}(?:\.|['’]s)?$/u.test(text) && !smallAlone.test(text);

/** Whether a word forms a title with the capitalized word after it: "Happy" and "Dawn" do, "Jonas" and "Pastor" do not. */
const isOfTitle = (word: string) => (isNameAndWord(word) || !canBeName(word)) && !titles.has(word) && !verbs.has(word);

/** "Jonas", but not "PMI", "jonas" or a single letter. */
export const isCapital = ({ text }: Word) => /^\p{Lu}.*\p{Ll}/u.test(text);
/** Words before the name of a church or a town: "San Juan", "Mt. Vernon". */
export const isSaint = ({ plain: word }: Word) => /^(?:st|saint|san|santa|mt|mount|fort|ft)$/.test(word);
/** Words for a home: after "home of" comes a person, not an organization. */
const homes = new Set(["home", "house", "casa"]);

/**
 * Whether a word belongs to the name of a place or a service in one run of capitals: "St. Paul's Lutheran", "Jonas Quill Memorial Hall", "Casa
 * de Esperanza".
 */
export function inOrganization(words: readonly Word[], at: number, text: string): boolean {
  const [before, earlier] = [1, 2].map((back) => (touching(words, at - back, text) === null ? undefined : words[at - back]));
  if (before && isSaint(before)) return true;
  if (
    before &&
    earlier &&
    /^(?:de|of)$/.test(before.plain) &&
    organizations.has(earlier.plain) &&
    !homes.has(earlier.plain) &&
    isCapital(earlier)
  )
    return true;
  for (let ahead = at; ahead < at + 3; ahead++) {
    const next = touching(words, ahead, text);
    if (next === null || !/^\p{Lu}/u.test(next.text)) return false;
    if (organizations.has(next.plain)) return true;
  }
  return false;
}

/** Whether a word is a name or uncommon, so that "call jonas." means a person. */
const isRareWord = (word: string) => isNameAndWord(word) || isUnknown(word);

/** Whether the next word is one that follows a person asked for in lowercase: "contact jonas at", "call jonas for a ride". */
function isAskedFor(next: Word | undefined): boolean {
  return next !== undefined && (next.plain.length === 1 || /^(?:at|on|for|before|al|en|number|cell|first)$/.test(next.plain));
}

/** Whether the word directly follows "call", "ask for" or "contact person is". */
function isExpected(words: readonly Word[], at: number, text: string): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 5); back--) {
    const word = words[back]!;
    const isTitle = titles.has(word.plain);
    if (/[!?;\n]/.test(text.slice(word.to, words[back + 1]!.from)) || (!isTitle && word.text.length > 3 && word.text.endsWith(".")))
      return false;
    if (verbs.has(word.plain)) return true;
    if (!isTitle && !between.has(word.plain)) return false;
  }
  return false;
}

/** Maximum characters between a name and its number: "Jonas 📱 (cell): ", "Jonas's number is". */
const maxBeside = 32;

/** Whether a number is next to the span: "Jonas 406-555-0142", "Jonas — cell # is 406-555-0142", "406-555-0142 (Jonas)". */
export function isBeside({ from, to }: Span, text: string, called: readonly Span[]): boolean {
  // A period ends the sentence, unless it is an initial's.
  const end = /\p{L}\p{L}\.$/u.test(text.slice(from, to)) ? to - 1 : to;
  return called.some((number) => {
    const [first, last] = number.from >= to ? [end, number.from] : [number.to, from];
    return last >= first && last - first <= maxBeside && holdsOnlyLabels(text.slice(first, last));
  });
}

/** Whether a text holds only punctuation and words such as "cell"; a sentence may end in it only before a number's label: "Jonas. Phone: ". */
function holdsOnlyLabels(text: string): boolean {
  const words = (some: string) => (some.match(/[\p{L}\d]+/gu) ?? []).map(plain);
  if (!words(text).every((word) => labels.has(word) || titles.has(word))) return false;
  const untitled = text.replace(/(?<!\p{L})(\p{L}{1,12})\. /gu, (all, word: string) => (titles.has(plain(word)) ? `${word} ` : all));
  const [, ...sentences] = untitled.split(/(?<![.…])[.!?]\s/);
  return sentences.every((sentence) => words(sentence).some((word) => ownNouns.has(word)));
}
