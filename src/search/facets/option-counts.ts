import { anyBit, type Bits, butNot, countBoth, eachBit, hasBit, inAll, noBits } from "./bits.ts";
import { countGroupsOfBoth, foldPlanes } from "./groups.ts";

/** Options of a facet, in two forms for counting the groups that have each: slots by option and options by slot. */
export interface CountedOptions {
  /** Planes of the slots (groups.ts); a single plane where each slot counts separately. */
  planes: readonly number[];
  /** For each option, the slots that have it; null where none does: the meetings of one fellowship have few of the categories and languages. */
  sets: readonly (Bits | null)[];
  bySlot: OptionsBySlot;
}

/**
 * For counting a few hits: the options of the document in a slot are `options` from index `starts[slot]` up to but not including
 * `starts[slot + 1]`. Documents with every option, such as a nationwide listing that has every state, are not listed there: they are in
 * `all` and counted once. With groups, `all` is empty and every option is listed, because another document of the group may have only some
 * of them.
 */
interface OptionsBySlot {
  starts: Uint32Array;
  options: Uint8Array;
  all: Bits;
}

/** A set that options are counted in, with its size. */
export interface Hits {
  bits: Bits;
  count: number;
}

/** Builds the list of options of each slot from the set of slots of each option. */
export function countedBySlot(planes: readonly number[], sets: readonly Bits[]): CountedOptions {
  const some = sets.map((bits) => (anyBit(bits) ? bits : null));
  return { planes, sets: some, bySlot: optionsBySlot(planes, sets) };
}

function optionsBySlot(planes: readonly number[], sets: readonly Bits[]): OptionsBySlot {
  const size = planes.at(-1)!;
  const all = planes.length === 2 && sets.length > 0 ? inAll(sets) : noBits(size);
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

/** Measured: visiting a hit, or one of its options, costs about as much as 4 operations on words of bits (`npm run bench`). */
const visitCost = 4;

/**
 * Counts the groups within the slots of `bits` that have each option, by whichever method touches less: the options of each hit, or the
 * words of bits of each option.
 */
export function countOptions({ planes, sets, bySlot }: CountedOptions, { bits: base, count: hits }: Hits): number[] {
  const size = Math.max(1, bySlot.starts.length - 1);
  const visits = hits + (hits / size) * bySlot.options.length;
  const words = sets.filter((bits) => bits !== null).length * base.length;
  if (visits * visitCost <= words) return visitEach(planes, bySlot, sets.length, base);
  const count = planes.length > 2 ? (bits: Bits) => countGroupsOfBoth(planes, bits, base) : (bits: Bits) => countBoth(bits, base);
  return sets.map((bits) => (bits === null ? 0 : count(bits)));
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

/** Counts by group, so that an option that several slots of a group have counts once. */
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
      // Groups are in descending order of size, so one that is missing from a plane is missing from all later planes.
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
