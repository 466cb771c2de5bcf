import { addBit, listOf, noBits } from "../facets/bits.ts";
import { type Alternatives, firstFrom, type KnownWords, stemOf } from "../words/text.ts";
import { inOneGo } from "./in-one-go.ts";
import { collectPostings, type IndexedText, type SearchedField } from "./postings.ts";

/**
 * An inverted index in memory: for every stem, and every phrase that a question can ask for, the listings that have it and how
 * much each is about it. SQLite keeps the texts and is the truth. Its own full-text search ranks every hit again at every
 * question, which with synonyms takes over a second at 50,000 listings; here most of the rank is only read.
 */
export interface TextIndex {
  size: number;
  /** All words, unstemmed, in the order found, one a line: a start reads one text at once, where 40,000 strings take it 10 ms. */
  words: string;
  /** How many documents have each word. */
  documents: Uint32Array;
  /** The places of the words in the order of the alphabet. */
  alphabetical: Uint32Array;
  /** Stems, and phrases of stems, sorted, one a line. */
  terms: string;
  /** Where each term begins in `positions`, which are in order, and `frequencies`; one more than there are terms. */
  starts: Uint32Array;
  positions: Uint32Array;
  /** How much the listing at that position is about the term: BM25 without the rarity, which a question knows better. */
  frequencies: Float32Array;
}

/**
 * Indexes the texts of listings. `fields` says how much each field counts, `listingWeights` how much the listing at each position
 * does. Only these `phrases` can be searched later.
 */
export function indexTexts(...texts: Parameters<typeof indexTextsInSteps>): TextIndex {
  return inOneGo(indexTextsInSteps(...texts));
}

/** The same in slices, between which the caller may do other work. */
export function* indexTextsInSteps(
  fields: readonly SearchedField[],
  listingWeights: Float64Array,
  phrases: Iterable<string>,
  rows: Iterable<IndexedText>,
): Generator<void, TextIndex> {
  const size = listingWeights.length;
  const { words, termNumbers, lengths, postings } = yield* collectPostings(size, fields, phrases, rows);
  const terms = [...termNumbers.keys()].sort();
  const places = new Uint32Array(terms.length);
  terms.forEach((term, place) => {
    places[termNumbers.get(term)!] = place;
  });
  const starts = new Uint32Array(terms.length + 1);
  for (let at = 0; at < postings.length; at++) starts[places[postings.terms[at]!]! + 1]!++;
  for (let place = 0; place < terms.length; place++) starts[place + 1]! += starts[place]!;
  const next = starts.slice();
  const positions = new Uint32Array(postings.length);
  const frequencies = new Float32Array(postings.length);
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size);
  for (let position = 0; position < size; position++) {
    const relativeLength = lengths[position]! / averageLength;
    for (let at = postings.from[position]!; at < postings.to[position]!; at++) {
      const slot = next[places[postings.terms[at]!]!]!++;
      positions[slot] = position;
      frequencies[slot] = listingWeights[position]! * saturate(postings.frequencies[at]!, relativeLength);
    }
  }
  return { size, ...listed(words), terms: terms.join("\n"), starts, positions, frequencies };
}

/**
 * How fast more of a word stops to say more, and how much a long text counts against a listing: BM25's k1 and b. The usual k1 of 1.2
 * is for words that count 1; ours count up to 10 by their field, and k1 grows with them (Robertson, Zaragoza and Taylor, 2004).
 */
const k1 = 5;
const b = 0.3;

/** BM25's part of how often a term is in a text: 1 for once in the body of an average listing, at most k1 + 1. */
function saturate(frequency: number, relativeLength: number): number {
  return (frequency * (k1 + 1)) / (frequency + k1 * (1 - b + b * relativeLength));
}

/** How much it says that a listing has a term, when `documents` of `size` have it: BM25's part of rarity, and 1, so
 * that a common word that was asked for is not nothing beside a rare one. */
export function rarityOf(documents: number, size: number): number {
  return 1 + Math.log(1 + (size - documents + 0.5) / (documents + 0.5));
}

function listed(words: ReadonlyMap<string, { documents: number }>): Pick<TextIndex, "words" | "documents" | "alphabetical"> {
  const found = [...words.keys()];
  const documents = Uint32Array.from(words.values(), (word) => word.documents);
  const places = new Map(found.map((word, place) => [word, place]));
  return { words: found.join("\n"), documents, alphabetical: Uint32Array.from(found.sort(), (word) => places.get(word)!) };
}

/** The words and the terms of an index, ready to look up: taken apart when somebody first searches. */
interface Spelled {
  words: KnownWords;
  terms: readonly string[];
}

const spelled = new WeakMap<TextIndex, Spelled>();

function spelledIn(index: TextIndex): Spelled {
  const known = spelled.get(index);
  if (known) return known;
  const words = linesOf(index.words);
  const counts = new Map(words.map((word, place) => [word, index.documents[place]!]));
  const sorted = Array.from(index.alphabetical, (place) => words[place]!);
  const made = { words: { sorted, counts }, terms: linesOf(index.terms) };
  spelled.set(index, made);
  return made;
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

/** All words that the texts have. */
export function knownWordsIn(index: TextIndex): KnownWords {
  return spelledIn(index).words;
}

/** Shorter known words are searched whole: "men" must not find "mental". */
const minPrefix = 5;

/** What a longer word that begins with the typed one counts, and another way to say it. */
const longerWordWeight = 0.5;
export const synonymWeight = 0.6;
/** What each alternative adds beside the one that says most. */
const tieBreaker = 0.2;

/** The listings that have a search term, in order, and how much each is about it: parallel. */
export interface TermHits {
  positions: Uint32Array;
  frequencies: Float32Array;
}

/**
 * Finds the listings that have any of these alternatives. Of several the one that says most counts, as in a "disjunction max" query: ten
 * ways to say one thing are one thing.
 */
export function findTerm(index: TextIndex, alternatives: Alternatives): TermHits {
  const places = [...placesOf(index, alternatives)];
  const [only] = places;
  return places.length === 1 && only![1] === 1 ? hitsAt(index, only![0]) : bestOf(index, places);
}

function hitsAt({ starts, positions, frequencies }: TextIndex, place: number): TermHits {
  const [start, end] = [starts[place]!, starts[place + 1]!];
  return { positions: positions.subarray(start, end), frequencies: frequencies.subarray(start, end) };
}

function bestOf(index: TextIndex, places: readonly (readonly [place: number, weight: number])[]): TermHits {
  const found = noBits(index.size);
  const best = new Float32Array(index.size);
  for (const [place, weight] of places) {
    for (let slot = index.starts[place]!; slot < index.starts[place + 1]!; slot++) {
      const position = index.positions[slot]!;
      const frequency = weight * index.frequencies[slot]!;
      const before = best[position]!;
      addBit(found, position);
      best[position] = frequency > before ? frequency + tieBreaker * before : before + tieBreaker * frequency;
    }
  }
  const positions = listOf(found);
  const frequencies = new Float32Array(positions.length);
  for (let at = 0; at < positions.length; at++) frequencies[at] = best[positions[at]!]!;
  return { positions, frequencies };
}

/** The places of the alternatives among the index's terms, each with what it counts. */
function placesOf(index: TextIndex, { prefixes, phrases, synonyms }: Alternatives): Map<number, number> {
  const places = new Map<number, number>();
  const add = (place: number | null, weight: number) => {
    if (place !== null) places.set(place, Math.max(weight, places.get(place) ?? 0));
  };
  for (const words of [...prefixes, ...phrases]) add(placeOf(index, words), 1);
  for (const word of prefixes) for (const place of placesOfLonger(index, word)) add(place, longerWordWeight);
  for (const words of synonyms) add(placeOf(index, words), synonymWeight);
  return places;
}

/** The place of these words; null where no listing has them. */
function placeOf(index: TextIndex, words: string): number | null {
  const { terms } = spelledIn(index);
  const term = words.split(" ").map(stemOf).join(" ");
  const place = firstFrom(terms, term);
  return terms[place] === term ? place : null;
}

/** The places of every longer word that begins with the stem of this one. */
function placesOfLonger(index: TextIndex, word: string): number[] {
  if (word.length < minPrefix) return [];
  const { terms } = spelledIn(index);
  const stem = stemOf(word);
  const places: number[] = [];
  for (let place = firstFrom(terms, stem); terms[place]?.startsWith(stem); place++) if (!terms[place]!.includes(" ")) places.push(place);
  return places;
}
