import { type Bits, butNot, countBits, countBoth, eachBit, hasBit, inAll, noBits } from "./bits.ts";
import { countGroupsOfBoth } from "./groups.ts";

/**
 * For counting a handful of hits: the options of the document in a slot are `options` from `starts[slot]` to before `starts[slot + 1]`.
 * Documents with every option, as what is nationwide has every state, list none: they are in `all` and are counted once. In a group
 * another document may have some of these options, so that there all are listed.
 */
export interface OptionsBySlot {
  starts: Uint32Array;
  options: Uint8Array;
  all: Bits;
}

/** Reads the options of each of so many slots from the sets behind them. */
export function optionsBySlot(sets: readonly Bits[], size: number, allApart: boolean): OptionsBySlot {
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

/** Measured: visiting one hit, or one of its options, costs about as much as 1.5 operations on words of bits (`npm run bench`). */
const visitCost = 1.5;

/**
 * How many groups within the slots of `base` have each option, counted the way that touches less: each hit's options, or every option's
 * words of bits.
 */
export function countOptions(planes: readonly number[], sets: readonly Bits[], bySlot: OptionsBySlot, base: Bits): number[] {
  const hits = countBits(base);
  const size = Math.max(1, bySlot.starts.length - 1);
  const visits = hits + (hits / size) * bySlot.options.length;
  if (visits * visitCost <= sets.length * base.length) return visitEach(planes, sets, bySlot, base);
  return sets.map((bits) => (planes.length > 2 ? countGroupsOfBoth(planes, bits, base) : countBoth(bits, base)));
}

function visitEach(planes: readonly number[], sets: readonly Bits[], { starts, options, all }: OptionsBySlot, base: Bits): number[] {
  const counts = new Uint32Array(sets.length).fill(countBoth(all, base));
  for (let word = 0, plane = 0; word < base.length; word++) {
    while (word << 5 >= planes[plane + 1]!) plane++;
    for (let rest = base[word]!; rest !== 0; rest &= rest - 1) {
      const slot = (word << 5) + (31 - Math.clz32(rest & -rest));
      for (let at = starts[slot]!, end = starts[slot + 1]!; at < end; at++) {
        const option = options[at]!;
        // In a group an option counts for the first hit that has it.
        if (plane === 0 || !isInEarlierPlane(planes, plane, slot, base, sets[option]!)) counts[option]!++;
      }
    }
  }
  return [...counts];
}

/** Whether a slot of the same group in a plane before is in both sets. */
function isInEarlierPlane(planes: readonly number[], plane: number, slot: number, a: Bits, b: Bits): boolean {
  const group = slot - planes[plane]!;
  for (let earlier = 0; earlier < plane; earlier++) {
    const other = planes[earlier]! + group;
    if (hasBit(a, other) && hasBit(b, other)) return true;
  }
  return false;
}
