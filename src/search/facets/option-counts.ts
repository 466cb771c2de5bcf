import { type Bits, butNot, countBits, countBoth, eachBit, hasBit, inAll, noBits } from "./bits.ts";
import { countGroupsOfBoth, foldPlanes } from "./groups.ts";

/** The options of a facet, for counting how many groups have each: by the sets of slots that have one, or slot by slot. */
export interface CountedOptions {
  /** The planes of the slots (groups.ts); one where each slot is counted by itself. */
  planes: readonly number[];
  /** For each option, the slots that have it. */
  sets: readonly Bits[];
  bySlot: OptionsBySlot;
}

/**
 * For counting a handful of hits: the options of the document in a slot are `options` from `starts[slot]` to before `starts[slot + 1]`.
 * Documents with every option, as what is nationwide has every state, list none: they are in `all` and are counted once. In a group
 * another document may have some of these options, so that there all are listed.
 */
interface OptionsBySlot {
  starts: Uint32Array;
  options: Uint8Array;
  all: Bits;
}

/** Reads the options of each slot from the sets of those that have them. */
export function countedBySlot(planes: readonly number[], sets: readonly Bits[]): CountedOptions {
  return { planes, sets, bySlot: optionsBySlot(sets, planes.at(-1)!, planes.length === 2) };
}

function optionsBySlot(sets: readonly Bits[], size: number, allApart: boolean): OptionsBySlot {
  const all = sets.length === 0 || !allApart ? noBits(size) : inAll(sets);
  const some = sets.map((bits) => butNot(bits, all));
  const starts = new Uint32Array(size + 1);
  for (const bits of some) eachBit(bits, (position) => void starts[position + 1]!++);
  for (let position = 0; position < size; position++) starts[position + 1]! += starts[position]!;
  const next = starts.slice();
  const options = new Uint8Array(starts[size]!);
  for (const [option, bits] of some.entries()) {
    eachBit(bits, (position) => {
      options[next[position]!++] = option;
    });
  }
  return { starts, options, all };
}

/** Measured: visiting one hit, or one of its options, costs about as much as 4 operations on words of bits (`npm run bench`). */
const visitCost = 4;

/**
 * How many groups within the slots of `base` have each option, counted the way that touches less: each hit's options, or every option's
 * words of bits.
 */
export function countOptions({ planes, sets, bySlot }: CountedOptions, base: Bits): number[] {
  const hits = countBits(base);
  const size = Math.max(1, bySlot.starts.length - 1);
  const visits = hits + (hits / size) * bySlot.options.length;
  if (visits * visitCost <= sets.length * base.length) return visitEach(planes, bySlot, sets.length, base);
  return sets.map((bits) => (planes.length > 2 ? countGroupsOfBoth(planes, bits, base) : countBoth(bits, base)));
}

function visitEach(planes: readonly number[], { starts, options, all }: OptionsBySlot, sets: number, base: Bits): number[] {
  const counts = new Uint32Array(sets);
  const countOnce = (slot: number) => {
    for (let at = starts[slot]!, end = starts[slot + 1]!; at < end; at++) counts[options[at]!]!++;
  };
  if (planes.length > 2) visitGroups(planes, { starts, options }, counts, base);
  else eachBit(base, countOnce);
  const ofAll = countBoth(all, base);
  return Array.from(counts, (count) => count + ofAll);
}

/** Group by group, so that an option that several slots of one have counts for the first of them. */
function visitGroups(
  planes: readonly number[],
  { starts, options }: Pick<OptionsBySlot, "starts" | "options">,
  counts: Uint32Array,
  base: Bits,
): void {
  const lastGroups = new Int32Array(counts.length).fill(-1);
  eachBit(foldPlanes(planes, base), (group) => {
    for (let plane = 0; plane + 1 < planes.length; plane++) {
      const slot = planes[plane]! + group;
      // The largest groups come first in each plane: what is not in one is in none behind it.
      if (slot >= planes[plane + 1]!) break;
      if (!hasBit(base, slot)) continue;
      for (let at = starts[slot]!, end = starts[slot + 1]!; at < end; at++) {
        const option = options[at]!;
        if (lastGroups[option] === group) continue;
        lastGroups[option] = group;
        counts[option]!++;
      }
    }
  });
}
