import type { Database } from "../../database/open.ts";
import type { KnownOfWords, NamedPlace } from "../../search/words/named-place.ts";
import type { TypedWord } from "../../search/words/typed-words.ts";
import type { PlaceWords } from "./place-words.ts";

/** The everyday words of the languages that the site speaks, the most common first. */
export interface EverydayWords {
  has(word: string): boolean;
  keys(): Iterable<string>;
}

/** One reading of a search for places: its words, and all that is known about words and places. */
export interface Scan {
  db: Database;
  words: readonly TypedWord[];
  known: KnownOfWords;
  lists: PlaceWords;
  /** Words that everybody knows, and those among them that everybody uses. */
  commonWords: EverydayWords;
  mostCommon: ReadonlySet<string>;
  /** The states in which a name without a state is looked for; all where empty. */
  within: readonly string[];
}

/** Tries to read a place that begins at a word; null where none does. */
export type PlaceMatcher = (scan: Scan, at: number) => NamedPlace | null;

/** The words from one on, up to before another. */
export function wordsBetween({ words }: Scan, from: number, to: number): string[] {
  return words.slice(from, to).map(({ word }) => word);
}

/** A place from one word on, up to before another, that is sure unless said otherwise. */
export function named(scan: Scan, from: number, to: number, place: Partial<NamedPlace> & Pick<NamedPlace, "states">): NamedPlace {
  return { from, to, typed: wordsBetween(scan, from, to).join(" "), near: null, among: [], sure: true, ...place };
}

/**
 * Whether none of these words belongs to a phrase that means something else. A phrase that is just these words is no other, and one that
 * says nothing may lead into a longer name: "en los" into Los Angeles, but "help me" into no state.
 */
export function isFree({ known }: Scan, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const phrase = known.phraseAt(at);
    const isOther = phrase && !(phrase.from === from && phrase.to === to);
    if (isOther && !(phrase.isSilent && to - from > 1 && phrase.to < to)) return false;
  }
  return true;
}

/** Whether the phrasebook or a listing has these very words: then they are searched too. */
export function meansMore({ known, words }: Scan, from: number, to: number): boolean {
  return known.phraseAt(from)?.isSilent === false || (to - from === 1 && known.hasMeaning(words[from]!.word));
}

/** Whether only words follow that say nothing, or a ZIP code. */
export function isLast({ words, lists }: Scan, to: number): boolean {
  return words.slice(to).every(({ word }) => lists.fillers.has(word) || /^\d{4,5}$/.test(word));
}

/** Whether a comma stands before the word, and something before that. */
export function isAfterComma({ words }: Scan, at: number): boolean {
  return at > 0 && /[,;]/.test(words[at]?.before ?? "");
}

/** Whether the word before says that a place follows: "in", "near". Not where it belongs to a phrase: "drop in". */
export function followsPreposition({ words, lists, known }: Scan, at: number): boolean {
  return at > 0 && lists.prepositions.has(words[at - 1]!.word) && known.phraseAt(at - 1) === null;
}

/** Whether the word is one after which a state can be named without more: "meetings", "aa". */
export function standsByItself({ words, lists, known }: Scan, at: number): boolean {
  return at >= 0 && (lists.nouns.has(words[at]!.word) || known.isName(at));
}
