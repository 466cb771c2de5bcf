import { addBit, type Bits, noBits } from "../facets/bits.ts";
import { type Alternatives, firstFrom, type KnownWords, stemOf } from "../words/text.ts";
import { collectPostings, type IndexedText } from "./postings.ts";

/**
 * An inverted index in memory: for every stem, and every phrase that a question can ask for, the listings that have it and how
 * much that says about each. SQLite keeps the texts and is the truth. Its own full-text search ranks every hit again at every
 * question, which with synonyms takes over a second at 50,000 listings; here the rank is only read.
 */
export interface TextIndex {
  size: number;
  words: KnownWords;
  /** Stems, and phrases of stems, sorted. */
  terms: readonly string[];
  /** Where each term begins in `positions` and `scores`; one more than there are terms. */
  starts: Uint32Array;
  positions: Uint32Array;
  scores: Float32Array;
}

/**
 * Indexes the texts of listings. `fieldWeights` says how much a field counts, `listingWeights` how much the listing at each position
 * does. Only these `phrases` can be searched later.
 */
export function indexTexts(
  fieldWeights: readonly number[],
  listingWeights: Float64Array,
  phrases: Iterable<string>,
  rows: Iterable<IndexedText>,
): TextIndex {
  const size = listingWeights.length;
  const { words, termNumbers, lengths, postings } = collectPostings(size, fieldWeights, phrases, rows);
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
  const scores = new Float32Array(postings.length);
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size);
  for (let at = 0; at < postings.length; at++) {
    const place = places[postings.terms[at]!]!;
    const position = postings.positions[at]!;
    const slot = next[place]!++;
    positions[slot] = position;
    const documents = starts[place + 1]! - starts[place]!;
    scores[slot] = listingWeights[position]! * bm25(postings.frequencies[at]!, lengths[position]! / averageLength, documents, size);
  }
  return { size, words: knownWords(words), terms, starts, positions, scores };
}

/** How much a term says about a text (Robertson and Zaragoza, 2009, k1 = 1.2, b = 0.75; never below zero, as in SQLite). */
function bm25(frequency: number, relativeLength: number, documents: number, size: number): number {
  const rarity = Math.max(1e-6, Math.log((size - documents + 0.5) / (documents + 0.5)));
  return (rarity * frequency * 2.2) / (frequency + 1.2 * (0.25 + 0.75 * relativeLength));
}

function knownWords(words: ReadonlyMap<string, { documents: number }>): KnownWords {
  return { sorted: [...words.keys()].sort(), counts: new Map([...words].map(([word, { documents }]) => [word, documents])) };
}

/** Shorter known words are searched whole: "men" must not find "mental". */
const minPrefix = 5;

/** Adds to `scores` what these alternatives say about each listing, and returns the listings that have any of them. */
export function addScores(index: TextIndex, { prefixes, phrases }: Alternatives, scores: Float64Array): Bits {
  const bits = noBits(index.size);
  for (const place of new Set([
    ...prefixes.flatMap((word) => placesFrom(index, word)),
    ...phrases.flatMap((words) => placeOf(index, words)),
  ])) {
    for (let slot = index.starts[place]!; slot < index.starts[place + 1]!; slot++) {
      const position = index.positions[slot]!;
      addBit(bits, position);
      scores[position]! += index.scores[slot]!;
    }
  }
  return bits;
}

/** The term of these words; none where no listing has it. */
function placeOf({ terms }: TextIndex, words: string): number[] {
  const term = words.split(" ").map(stemOf).join(" ");
  const place = firstFrom(terms, term);
  return terms[place] === term ? [place] : [];
}

/** The term of a word, and of every longer word that begins with its stem. */
function placesFrom(index: TextIndex, word: string): number[] {
  const places = placeOf(index, word);
  if (word.length < minPrefix) return places;
  const stem = stemOf(word);
  for (let place = firstFrom(index.terms, stem); index.terms[place]?.startsWith(stem); place++) {
    if (!index.terms[place]!.includes(" ")) places.push(place);
  }
  return places;
}
