import type { Bits } from "./bits.ts";
import { type Chosen, type Counts, countLeft, type FacetIndex } from "./counts.ts";

/** By the index, or by the set of candidates in it: they are replaced where data changes, and their counts go with them. */
const kept = new WeakMap<FacetIndex | Bits, Map<string, Counts>>();

/** Of each, about 2 KB. */
const maxKept = 400;

/**
 * The same counts, made once for each set of candidates: the next page of a question, its calendar, and itself a minute later have them again.
 * The set must never be changed in place.
 */
export function countOnce(index: FacetIndex, chosen: Chosen, candidates: Bits | null): Counts {
  const question = JSON.stringify(chosen);
  const counts = kept.get(candidates ?? index) ?? new Map<string, Counts>();
  kept.set(candidates ?? index, counts);
  const known = counts.get(question);
  if (known) return known;
  if (counts.size >= maxKept) counts.clear();
  const counted = countLeft(index, chosen, candidates);
  counts.set(question, counted);
  return counted;
}
