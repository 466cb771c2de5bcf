import { addBit, listOf, noBits } from "../facets/bits.ts";
import { type Alternatives, firstFrom, type KnownWords, stemOf } from "../words/text.ts";
import { inOneGo } from "./in-one-go.ts";
import { collectPostings, type IndexedText, type SearchedField } from "./postings.ts";

/**
 * An in-memory inverted index: a posting list for every stem and every phrase that a query can contain, with the weight of the term in each
 * listing. SQLite keeps the texts and is the source of truth. Its own full-text search ranks every hit again for every query, which with
 * synonyms takes over a second at 50,000 listings; here most of the score is precomputed.
 */
export interface TextIndex {
  size: number;
  /** All words, unstemmed, in the order found, one a line: one string loads at once at a start, where 40,000 take 10 ms. */
  words: string;
  /** Number of documents that have each word. */
  documents: Uint32Array;
  /** Indexes of the words in alphabetical order. */
  alphabetical: Uint32Array;
  /** Stems, and phrases of stems, sorted, one a line. */
  terms: string;
  /** Offset of each term in `positions` (ascending for each term) and `frequencies`; one more entry than there are terms. */
  starts: Uint32Array;
  positions: Uint32Array;
  /** Term score of the listing at that position: BM25 without the rarity factor, which is computed for each query. */
  frequencies: Float32Array;
}

/**
 * Indexes the texts of listings. `fields` gives the weight of each field, `listingWeights` that of the listing at each position. Only these
 * `phrases` can be searched later.
 */
export function indexTexts(...texts: Parameters<typeof indexTextsInSteps>): TextIndex {
  return inOneGo(indexTextsInSteps(...texts));
}

/** Like `indexTexts`, in slices, between which the caller may do other work. */
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
 * How fast repetitions of a word lose effect, and how much a long text is penalized: BM25's k1 and b. The usual k1 of 1.2 is for words with
 * a weight of 1; here field weights go up to 10, and k1 grows with them (Robertson, Zaragoza and Taylor, 2004).
 */
const k1 = 5;
const b = 0.3;

/** BM25's term-frequency factor: 1 for one occurrence in the body of an average listing, at most k1 + 1. */
function saturate(frequency: number, relativeLength: number): number {
  return (frequency * (k1 + 1)) / (frequency + k1 * (1 - b + b * relativeLength));
}

/**
 * BM25's rarity factor (inverse document frequency) of a term that `documents` of `size` listings have, plus 1, so that a common word still
 * counts beside a rare one.
 */
export function rarityOf(documents: number, size: number): number {
  return 1 + Math.log(1 + (size - documents + 0.5) / (documents + 0.5));
}

function listed(words: ReadonlyMap<string, { documents: number }>): Pick<TextIndex, "words" | "documents" | "alphabetical"> {
  const found = [...words.keys()];
  const documents = Uint32Array.from(words.values(), (word) => word.documents);
  const places = new Map(found.map((word, place) => [word, place]));
  return { words: found.join("\n"), documents, alphabetical: Uint32Array.from(found.sort(), (word) => places.get(word)!) };
}

/** The words and terms of an index, ready for lookup: split on the first search. */
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

/** Returns all words of the texts. */
export function knownWordsIn(index: TextIndex): KnownWords {
  return spelledIn(index).words;
}

/** Shorter words are not matched as prefixes: "men" must not find "mental". */
const minPrefix = 5;

/** Weight of a longer word that begins with the typed one, and of a synonym. */
const longerWordWeight = 0.5;
export const synonymWeight = 0.6;
/** What each alternative adds to the best-scoring one. */
const tieBreaker = 0.2;

/** The listings that have a search term, in order, and its score in each: parallel arrays. */
export interface TermHits {
  positions: Uint32Array;
  frequencies: Float32Array;
}

/**
 * Finds the listings that have any of these alternatives. The best-scoring one counts most, as in a "disjunction max" query, because ten
 * ways to say one thing are still one thing.
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

/** Returns the indexes of the alternatives in the index's terms, each with its weight. */
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

/** Returns the index of this term; null where no listing has it. */
function placeOf(index: TextIndex, words: string): number | null {
  const { terms } = spelledIn(index);
  const term = words.split(" ").map(stemOf).join(" ");
  const place = firstFrom(terms, term);
  return terms[place] === term ? place : null;
}

/** Returns the indexes of all single-word terms that begin with the stem of this word. */
function placesOfLonger(index: TextIndex, word: string): number[] {
  if (word.length < minPrefix) return [];
  const { terms } = spelledIn(index);
  const stem = stemOf(word);
  const places: number[] = [];
  for (let place = firstFrom(terms, stem); terms[place]?.startsWith(stem); place++) if (!terms[place]!.includes(" ")) places.push(place);
  return places;
}
