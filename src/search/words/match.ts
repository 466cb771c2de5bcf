import { addBit, type Bits, butNot, countBits, eitherBits, hasBit, noBits } from "../facets/bits.ts";
import { findTerm, rarityOf, synonymWeight, type TextIndex } from "../index/text-index.ts";
import type { OpenCollection } from "../open.ts";
import { placeOf, type Scored, topByScore } from "../top.ts";
import { type FoundTerm, type Sums, sumUp, sumUpEnough } from "./sums.ts";
import type { Term, Understood } from "./understood.ts";

/** Maximum terms searched for one query, the heaviest ones: a bound on the work. */
const maxTerms = 12;

/** More than any words can score, so that a listing whose name was typed comes first. */
const exactNameBoost = 1e6;

/** Above this frequency a listing is about a term, and does not just mention it once in its text; and the relative weight of a mention. */
const minAbout = 1.3;
const mentionWeight = 0.3;

/** Added where a term is the whole name of a listing, not a word in it: AA ranks above Secular AA. */
const wholeNameFrequency = 2;

/** Minimum results, where that many listings have any of the words; not applied where nearly every word is required. */
const minTail = 20;
const maxShareWithTail = 0.5;

/** The positions that have any of the words, each with its score. */
export interface Matches extends Scored {
  /** Positions that match well enough. */
  bits: Bits;
  /** Typed words that none of these has. */
  dropped: string[];
  /** Share of the words that the best listing is about, 0 to 1, for comparing one list with another. */
  relevance: number;
}

/**
 * Returns the positions that match enough of the words, scored by BM25: a term counts by its rarity, and no single term is required. Enough
 * is a share (`minimumMatch`) of the highest weight that any listing has, so that a listing that happens to hold every small word does not
 * hide those that are about the query. With `exact` that share is 1.
 */
export function matchWords(list: OpenCollection, understood: Understood, exact: boolean): Matches {
  const { text, byName, minimumMatch } = list;
  const found = heaviest(understood.terms.filter(({ negated }) => !negated)).map((term) => find(list, term));
  const share = exact ? 1 : minimumMatch;
  const sums = sumUpForPage(found, text.size, share);
  const unwanted = understood.terms.filter(({ negated }) => negated).map((term) => positionsAbout(text, term));
  const bits = unwanted.reduce(butNot, sums.bits);
  const { positions, scores } = sums;
  const [best = null] = topByScore(bits, sums, 1);
  const relevance = shareAbout(list, understood, found, best);
  for (const position of namedIn(understood, byName)) if (hasBit(bits, position)) scores[placeOf(positions, position)]! += exactNameBoost;
  return { bits, positions, scores, dropped: wordsWithout(found, bits), relevance };
}

/** Returns the matches of words of which none is known. */
export function noMatches(size: number): Matches {
  return { bits: noBits(size), positions: new Uint32Array(), scores: new Float64Array(), dropped: [], relevance: 0 };
}

function find({ text, byName }: OpenCollection, term: Term): FoundTerm {
  const hits = findTerm(text, term);
  const names = calledOneOf(term, byName);
  const { positions } = hits;
  const frequencies =
    names.size === 0 ? hits.frequencies : hits.frequencies.map((frequency, at) => frequency + (names.get(positions[at]!) ?? 0));
  return { term, positions, frequencies, weight: term.weight * rarityOf(positions.length, text.size) };
}

function heaviest(terms: readonly Term[]): readonly Term[] {
  return terms.length <= maxTerms ? terms : [...terms].sort((a, b) => b.weight - a.weight).slice(0, maxTerms);
}

/** Returns the positions that are about a term, without those that mention it in passing. */
function positionsAbout(text: TextIndex, term: Term): Bits {
  const bits = noBits(text.size);
  const { positions, frequencies } = findTerm(text, term);
  for (const [at, position] of positions.entries()) if (frequencies[at]! > minAbout) addBit(bits, position);
  return bits;
}

/** Returns the positions that are about something that the words call by name, or have that name; null if they call nothing by name. */
export function aboutCalled({ text, byName }: OpenCollection, { terms }: Understood): Bits | null {
  const calling = terms.flatMap((term) => {
    const names = term.negated ? null : calledOneOf(term, byName);
    return names && names.size > 0 ? [{ about: positionsAbout(text, term), names }] : [];
  });
  if (calling.length === 0) return null;
  for (const { about, names } of calling) for (const position of names.keys()) addBit(about, position);
  return calling.map(({ about }) => about).reduce(eitherBits);
}

/** Returns the positions with at least this share of the highest weight or, if those are too few for a page, all with any term. */
function sumUpForPage(found: readonly FoundTerm[], size: number, share: number): Sums {
  const enough = sumUpEnough(found, size, share);
  return share < maxShareWithTail && countBits(enough.bits) < minTail ? sumUp(found, found, size, 0) : enough;
}

/** Returns the listings named by one of a term's alternatives, and the frequency that this adds. */
function calledOneOf({ typed, phrases, synonyms }: Term, byName: OpenCollection["byName"]): Map<number, number> {
  const called = (names: readonly string[], frequency: number) =>
    names.flatMap((name) => byName.get(name.replaceAll(" ", ""))?.positions ?? []).map((position) => [position, frequency] as const);
  return new Map([...called(synonyms, wholeNameFrequency * synonymWeight), ...called([typed, ...phrases], wholeNameFrequency)]);
}

/** Returns the share of the query (terms, filters, and words that no listing has) that the best listing is about. */
function shareAbout(
  { lexicon }: OpenCollection,
  { impliedFilters, dropped }: Understood,
  found: readonly FoundTerm[],
  best: number | null,
): number {
  const { rules } = lexicon.everyPhrase;
  const inTerms = found.reduce((sum, { term }) => sum + (rules.has(term.typed) ? 1 : saidBy(term)), 0);
  const said = inTerms + impliedFilters.length + dropped.length;
  const about = best === null ? 0 : found.reduce((sum, one) => sum + aboutTerm(one, best), 0);
  return said === 0 ? 0 : (about + impliedFilters.length) / said;
}

/** Returns how much of a term a listing is about; a mere mention counts less. */
function aboutTerm({ term, positions, frequencies }: FoundTerm, position: number): number {
  const at = placeOf(positions, position);
  if (positions[at] !== position) return 0;
  return frequencies[at]! > minAbout ? saidBy(term) : mentionWeight * saidBy(term);
}

/**
 * Returns how much a term counts in comparing lists. An everyday word counts only where it means something: in the library, "work" asks
 * whether a thing works.
 */
function saidBy({ prefixes, weight }: Term): number {
  return prefixes.length > 0 ? Math.min(1, weight) : 1;
}

/** Returns the typed words that none of these positions has. */
function wordsWithout(found: readonly FoundTerm[], bits: Bits): string[] {
  return found.filter(({ positions }) => !positions.some((position) => hasBit(bits, position))).map(({ term }) => term.typed);
}

/** Returns the listings whose name is exactly what was typed, with or without its small words. */
function namedIn({ words, terms }: Understood, byName: OpenCollection["byName"]): readonly number[] {
  const said = terms
    .map(({ typed }) => typed)
    .join("")
    .replaceAll(" ", "");
  return byName.get(words.join(""))?.positions ?? byName.get(said)?.positions ?? [];
}
