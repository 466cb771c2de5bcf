import type { Database } from "../../database/open.ts";
import type { KnownOfWords, NamedPlace } from "../../search/words/named-place.ts";
import type { TypedWord } from "../../search/words/typed-words.ts";
import type { PlaceWords } from "./place-words.ts";

/** Everyday words of the site's languages, most common first. */
export interface EverydayWords {
  has(word: string): boolean;
  keys(): Iterable<string>;
}

/** One pass over a search for places: its words, and all that is known about words and places. */
export interface Scan {
  db: Database;
  words: readonly TypedWord[];
  known: KnownOfWords;
  lists: PlaceWords;
  /** Everyday words, and the most common among them. */
  commonWords: EverydayWords;
  mostCommon: ReadonlySet<string>;
  /** States in which a name without a state is looked up; all if empty. */
  within: readonly string[];
}

/** Tries to read a place that begins at a word; returns null if there is none. */
export type PlaceMatcher = (scan: Scan, at: number) => NamedPlace | null;

/** Returns the words from index `from` to before index `to`. */
export function wordsBetween({ words }: Scan, from: number, to: number): string[] {
  return words.slice(from, to).map(({ word }) => word);
}

/** Builds a place from the words `from` to before `to`; sure by default. */
export function named(scan: Scan, from: number, to: number, place: Partial<NamedPlace> & Pick<NamedPlace, "states">): NamedPlace {
  return { from, to, typed: wordsBetween(scan, from, to).join(" "), near: null, among: [], sure: true, ...place };
}

/**
 * Whether none of these words belongs to a phrase that means something else. A phrase of exactly these words does not, and a silent one may
 * lead into a longer name: "en los" into Los Angeles, but "help me" into no state.
 */
export function isFree({ known }: Scan, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const phrase = known.phraseAt(at);
    const isOther = phrase && !(phrase.from === from && phrase.to === to);
    if (isOther && !(phrase.isSilent && to - from > 1 && phrase.to < to)) return false;
  }
  return true;
}

/** Whether the phrasebook or a listing has exactly these words: then they are searched too. */
export function meansMore({ known, words }: Scan, from: number, to: number): boolean {
  return known.phraseAt(from)?.isSilent === false || (to - from === 1 && known.hasMeaning(words[from]!.word));
}

/** Whether only filler words or a ZIP code follow. */
export function isLast({ words, lists }: Scan, to: number): boolean {
  return words.slice(to).every(({ word }) => lists.fillers.has(word) || /^\d{4,5}$/.test(word));
}

/** Whether a comma or semicolon precedes the word, which is not the first. */
export function isAfterComma({ words }: Scan, at: number): boolean {
  return at > 0 && /[,;]/.test(words[at]?.before ?? "");
}

/** Whether the word before is a preposition of place: "in", "near". Not as part of a phrase: "drop in". */
export function followsPreposition({ words, lists, known }: Scan, at: number): boolean {
  return at > 0 && lists.prepositions.has(words[at - 1]!.word) && known.phraseAt(at - 1) === null;
}

/** Whether a state can follow this word without a preposition: "meetings", "aa". */
export function standsByItself({ words, lists, known }: Scan, at: number): boolean {
  return at >= 0 && (lists.nouns.has(words[at]!.word) || known.isName(at));
}
