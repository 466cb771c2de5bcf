import { everyWordOf, stemOf } from "../words/text.ts";

/** The text of the listing at a position: folded, one field a line. */
export type IndexedText = readonly [position: number, text: string];

/** A field of the texts: the weight of a word in it, at the usual length where length matters. */
export interface SearchedField {
  weight: number;
  usualLength: number | null;
}

/** Result of one pass over the texts: each term of each listing, in the order found. */
interface CollectedPostings {
  words: Map<string, SpelledWord>;
  /** Number of each term. */
  termNumbers: Map<string, number>;
  /** Number of words in each listing. */
  lengths: Uint32Array;
  postings: Postings;
}

/** A word as it is spelled: the number of its stem, how many listings have it, and the last of them. */
interface SpelledWord {
  term: number;
  documents: number;
  last: number;
}

/** Parallel arrays, because millions of objects would not fit. A listing's entries run from its `from` up to but not including its `to`. */
interface Postings {
  length: number;
  terms: Uint32Array;
  frequencies: Float32Array;
  from: Uint32Array;
  to: Uint32Array;
}

/** The phrases to find, as a trie of words: each term's number leads to the next branch. */
interface Branch {
  phrase: number | null;
  next: Map<number, Branch>;
}

/** How many listings are read before other requests may be handled: about two milliseconds of work for long texts. */
const slice = 8;

/** Reads the texts once and collects stems and phrases, weighted by field. In slices, between which the caller may do other work. */
export function* collectPostings(
  size: number,
  fields: readonly SearchedField[],
  phrases: Iterable<string>,
  rows: Iterable<IndexedText>,
): Generator<void, CollectedPostings> {
  const termNumbers = new Map<string, number>();
  const words = new Map<string, SpelledWord>();
  const lengths = new Uint32Array(size);
  const postings = emptyPostings(size);
  const tree = phraseTree(phrases, termNumbers);
  // For the current listing: how often it has each term, and which terms it has.
  const frequencies: number[] = [];
  let present: number[] = [];
  let read = 0;
  const count = (term: number, weight: number) => {
    if (!frequencies[term]) present.push(term);
    frequencies[term] = (frequencies[term] ?? 0) + weight;
  };
  for (const [position, texts] of rows) {
    for (const [field, text] of texts.split("\n").entries()) {
      const run = everyWordOf(text).map((word) => termOf(word, position, words, termNumbers));
      lengths[position]! += run.length;
      const weight = weightOf(fields[field]!, run.length);
      for (let at = 0; at < run.length; at++) {
        count(run[at]!, weight);
        eachPhraseAt(run, at, tree, (phrase) => count(phrase, weight));
      }
    }
    postings.from[position] = postings.length;
    for (const term of present) {
      add(postings, term, frequencies[term]!);
      frequencies[term] = 0;
    }
    postings.to[position] = postings.length;
    present = [];
    if (++read % slice === 0) yield;
  }
  return { termNumbers, words, lengths, postings };
}

/** Returns the weight of a word in a field that has this many words. */
function weightOf({ weight, usualLength }: SearchedField, length: number): number {
  return usualLength === null ? weight : weight * Math.sqrt(usualLength / length);
}

function numberOf(term: string, termNumbers: Map<string, number>): number {
  const number = termNumbers.get(term) ?? termNumbers.size;
  termNumbers.set(term, number);
  return number;
}

function termOf(spelled: string, position: number, words: Map<string, SpelledWord>, termNumbers: Map<string, number>): number {
  const word = words.get(spelled) ?? { term: numberOf(stemOf(spelled), termNumbers), documents: 0, last: -1 };
  if (word.documents === 0) words.set(spelled, word);
  if (word.last !== position) word.documents++;
  word.last = position;
  return word.term;
}

function phraseTree(phrases: Iterable<string>, termNumbers: Map<string, number>): Branch {
  const tree: Branch = { phrase: null, next: new Map() };
  const known = new Map<string, string>();
  const stem = (word: string) => {
    const cut = known.get(word) ?? stemOf(word);
    known.set(word, cut);
    return cut;
  };
  for (const phrase of phrases) {
    const stems = phrase.split(" ").map(stem);
    if (stems.length < 2) continue;
    let branch = tree;
    for (const stem of stems) {
      const term = numberOf(stem, termNumbers);
      const next = branch.next.get(term) ?? { phrase: null, next: new Map() };
      branch.next.set(term, next);
      branch = next;
    }
    branch.phrase = numberOf(stems.join(" "), termNumbers);
  }
  return tree;
}

/** Calls `visit` with every phrase that begins at this word of the text. */
function eachPhraseAt(run: readonly number[], start: number, tree: Branch, visit: (phrase: number) => void): void {
  let branch = tree.next.get(run[start]!);
  for (let at = start + 1; branch; at++) {
    if (branch.phrase !== null) visit(branch.phrase);
    branch = branch.next.get(run[at]!);
  }
}

function emptyPostings(size: number): Postings {
  const [terms, frequencies] = [new Uint32Array(1024), new Float32Array(1024)];
  return { length: 0, terms, frequencies, from: new Uint32Array(size), to: new Uint32Array(size) };
}

function add(postings: Postings, term: number, frequency: number): void {
  const at = postings.length++;
  if (at === postings.terms.length) {
    postings.terms = grown(postings.terms, new Uint32Array(at * 2));
    postings.frequencies = grown(postings.frequencies, new Float32Array(at * 2));
  }
  postings.terms[at] = term;
  postings.frequencies[at] = frequency;
}

function grown<List extends Uint32Array | Float32Array>(list: List, larger: List): List {
  larger.set(list);
  return larger;
}
