import { type Bits, bothBits, countBits, countBoth, noBits } from "./bits.ts";

/**
 * Which rows are shown as one, such as the times of a group in one row of results.
 *
 * Options are counted by group, and a group has an option if any of its rows does. So for counting, each row has a slot: the rows of a
 * group have the same bit in different words. The first rows of all groups come first, largest group first, then the second rows of those
 * that have one, and so on; each such plane begins at a word boundary. The bitwise OR of the planes is the set of groups.
 *
 *     plane 0: a1 b1 c1 d1 …   plane 1: a2 b2 …   plane 2: a3 …
 */
export interface Groups {
  /** Group number, by position. */
  of: Uint32Array;
  /** Slot, by position. */
  slots: Uint32Array;
  /** Position in each slot; `empty` where there is none. */
  positions: Uint32Array;
  /** First slot of each plane, then the end of the last plane. */
  planes: number[];
}

const empty = 0xffffffff;

/** Groups rows by key, one key for each position: rows with equal keys form a group. */
export function groupRows(keys: ArrayLike<number | string>): Groups {
  const members = new Map<number | string, number[]>();
  for (let position = 0; position < keys.length; position++) {
    const known = members.get(keys[position]!);
    if (known) known.push(position);
    else members.set(keys[position]!, [position]);
  }
  const largestFirst = [...members.values()].sort((a, b) => b.length - a.length);
  const planes = planesOf(largestFirst);
  const groups = {
    of: new Uint32Array(keys.length),
    slots: new Uint32Array(keys.length),
    positions: new Uint32Array(planes.at(-1)!).fill(empty),
    planes,
  };
  for (const [group, positions] of largestFirst.entries()) {
    for (const [plane, position] of positions.entries()) {
      const slot = planes[plane]! + group;
      groups.of[position] = group;
      groups.slots[position] = slot;
      groups.positions[slot] = position;
    }
  }
  return groups;
}

function planesOf(largestFirst: readonly (readonly number[])[]): number[] {
  const planes = [0];
  for (let size = largestFirst.length; ; planes.push(planes.at(-1)! + wholeWords(size))) {
    while (size > 0 && largestFirst[size - 1]!.length < planes.length) size--;
    if (size === 0) return planes;
  }
}

const wholeWords = (size: number) => (size + 31) & ~31;

/** Returns the positions of a group, in list order. */
export function positionsIn({ positions, planes }: Groups, group: number): number[] {
  const found: number[] = [];
  for (let plane = 0; plane + 1 < planes.length; plane++) {
    const slot = planes[plane]! + group;
    if (slot >= planes[plane + 1]! || positions[slot] === empty) break;
    found.push(positions[slot]!);
  }
  return found;
}

/** Counts the groups that have any of these positions; counts positions where rows are not grouped. */
export function countGroups(groups: Groups | null, bits: Bits): number {
  return groups ? countBits(foldPlanes(groups.planes, intoSlots(groups, bits))) : countBits(bits);
}

/** Returns the slots of these positions. */
export function intoSlots({ slots, planes }: Groups, bits: Bits): Bits {
  const arranged = noBits(planes.at(-1)!);
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      const slot = slots[(word << 5) + (31 - Math.clz32(rest & -rest))]!;
      arranged[slot >>> 5]! |= 1 << (slot & 31);
    }
  }
  return arranged;
}

/** Returns the groups that have any of these slots. */
export function foldPlanes(planes: readonly number[], slots: Bits): Bits {
  const folded = slots.slice(0, (planes[1] ?? 0) >>> 5);
  for (let plane = 1; plane + 1 < planes.length; plane++) {
    const [from, to] = [planes[plane]! >>> 5, planes[plane + 1]! >>> 5];
    for (let word = from; word < to; word++) folded[word - from]! |= slots[word]!;
  }
  return folded;
}

/** Whether the groups of these slots (`folded`) have all of their slots in `slots`. `all` is the set of occupied slots. */
export function areWholeGroups(planes: readonly number[], slots: Bits, folded: Bits, all: Bits): boolean {
  for (let plane = 0; plane + 1 < planes.length; plane++) {
    const [from, to] = [planes[plane]! >>> 5, planes[plane + 1]! >>> 5];
    for (let word = from; word < to; word++) if (slots[word] !== (folded[word - from]! & all[word]!)) return false;
  }
  return true;
}

/** Counts the groups with a slot that is in both sets. */
export function countGroupsOfBoth(planes: readonly number[], a: Bits, b: Bits): number {
  const folded = bothBits(a.subarray(0, (planes[1] ?? 0) >>> 5), b);
  for (let plane = 1; plane + 1 < planes.length; plane++) {
    const [from, to] = [planes[plane]! >>> 5, planes[plane + 1]! >>> 5];
    for (let word = from; word < to; word++) folded[word - from]! |= a[word]! & b[word]!;
  }
  return countBoth(folded, folded);
}
