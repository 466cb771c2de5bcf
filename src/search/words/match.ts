import { anyBit, type Bits, bothBits, countBits, hasBit, noBits } from "../facets/bits.ts";
import { addScores } from "../index/text-index.ts";
import type { OpenCollection } from "../open.ts";
import type { Understood } from "./understand.ts";

/** Where nothing has every term, all their combinations are tried: 2^8 of them take about 2 ms at 50,000 listings. */
const maxTerms = 8;

/** More than any words can score: a listing whose name was typed comes first. */
const exactNameBoost = 1e6;

/** What words match. */
export interface Matches {
  bits: Bits;
  /** How well each matching position matches; higher is better. */
  scores: Float64Array;
  /** The typed words that were left out, because nothing has them together with the others. */
  dropped: string[];
}

/** A search term, and the positions that have it. */
interface TermHits {
  typed: string;
  bits: Bits;
}

/** The positions that match every required term; where nothing does, those that match most of them. */
export function matchWords({ text, byName }: OpenCollection, { words, terms }: Understood): Matches {
  const scores = new Float64Array(text.size);
  const required = terms.filter(({ optional }) => !optional).slice(0, maxTerms);
  const found = required.map((term) => ({ typed: term.typed, bits: addScores(text, term, scores) }));
  for (const term of terms.filter(({ optional }) => optional)) addScores(text, term, scores);
  const kept = mostTerms(found, text.size);
  const bits = kept.map((term) => term.bits).reduce(bothBits);
  for (const { position, length } of namesIn(words, byName)) if (hasBit(bits, position)) scores[position]! += length * exactNameBoost;
  return { bits, scores, dropped: found.filter((term) => !kept.includes(term)).map(({ typed }) => typed) };
}

/** What matches where no word is known. */
export function noMatches(size: number): Matches {
  return { bits: noBits(size), scores: new Float64Array(size), dropped: [] };
}

/** As many terms as some listing has together. Of equally many, the rarest, since rare words say most. */
function mostTerms(found: readonly TermHits[], size: number): readonly TermHits[] {
  if (anyBit(found.map(({ bits }) => bits).reduce(bothBits))) return found;
  const rarity = found.map(({ bits }) => Math.log2(size / Math.max(1, countBits(bits))));
  // The positions that have all terms of a subset, by the subset's bits; each is made from that of one term fewer.
  const havingAll: (Bits | null)[] = [null];
  let best = { kept: found, score: -1 };
  for (let subset = 1; subset < 1 << found.length; subset++) {
    const last = 31 - Math.clz32(subset);
    const others = havingAll[subset ^ (1 << last)] ?? null;
    const bits = others ? bothBits(others, found[last]!.bits) : found[last]!.bits;
    havingAll[subset] = bits;
    const members = found.flatMap((_, term) => (subset & (1 << term) ? [term] : []));
    const score = members.reduce((sum, term) => sum + 100 + rarity[term]!, 0);
    if (score > best.score && anyBit(bits)) best = { kept: members.map((term) => found[term]!), score };
  }
  return best.kept;
}

/** The listings whose name is some run of the typed words, and how many words that run has. */
function namesIn(words: readonly string[], byName: OpenCollection["byName"]): { position: number; length: number }[] {
  return words.flatMap((_, at) =>
    words.slice(at).flatMap((_, more) => {
      const length = more + 1;
      const positions = byName.get(words.slice(at, at + length).join(""))?.positions ?? [];
      return positions.map((position) => ({ position, length }));
    }),
  );
}
