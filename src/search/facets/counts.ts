import type { Text } from "../../words/languages.ts";
import { addBit, allBits, type Bits, butNot, countBits, countBoth, eachBit, eitherBits, hasBit, inAll, noBits } from "./bits.ts";
import { countGroups, countGroupsOfBoth, foldPlanes, type Groups, intoSlots } from "./groups.ts";

/** One value that can be chosen. The engine needs its id; its texts are for those who show it. */
export interface FacetValue {
  id: string;
  /** Beside the checkbox. */
  label: Text;
  /** Inside a sentence: "by phone", "for drinking". */
  phrase: Text;
  /** One plain sentence that says what the value means. */
  meaning: Text;
  /** The values that an alias stands for: weekly-or-more covers daily, weekly … */
  standsFor?: readonly string[] | undefined;
  /** True for a value that asks for one trouble, line of work or community: what is for those alone is not kept back then. */
  special?: boolean | undefined;
  /** True where it takes no internet. */
  offline?: boolean | undefined;
}

/** What a person can narrow by. In an address its name repeats, once for each chosen value; a single one takes one value. */
export interface Facet {
  name: string;
  values: readonly FacetValue[];
  single: boolean;
}

/** The chosen values of each facet, by name. A facet nobody chose from is absent or empty. */
export type Chosen = Readonly<Record<string, readonly string[]>>;

/** Which documents have which value: a set of bits for every option. SQLite is the truth; this is built from it. */
export interface FacetIndex {
  facets: readonly Facet[];
  size: number;
  /** The documents tagged with a "facet value" itself; aliases are not counted. */
  byValue: Map<string, Bits>;
  /** For each facet, the documents behind each option, in the order of its values. */
  options: Bits[][];
  /** Null where each document is shown by itself. */
  groups: Groups | null;
  /** The options as they are counted: by the slots of `groups`, or by position where each document is shown by itself. */
  counted: { sets: Bits[]; bySlot: OptionsBySlot }[];
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

/** What is left of the documents, and how many each option would leave; those of one group count once. */
export interface Narrowed {
  hits: Bits;
  total: number;
  /** By facet, one count for each of its values, in their order. A facet's own choices do not narrow its own counts. */
  counts: Record<string, number[]>;
}

/**
 * Builds the index over `size` documents from the tags at each position: a "facet value" on each line. With `groups` those of one group
 * are counted once.
 */
export function indexFacets(
  facets: readonly Facet[],
  size: number,
  rows: Iterable<readonly [number, string]>,
  groups: Groups | null = null,
): FacetIndex {
  const byValue = new Map<string, Bits>();
  for (const [position, tags] of rows) {
    for (const tag of tags.split("\n")) {
      const bits = byValue.get(tag) ?? noBits(size);
      byValue.set(tag, bits);
      addBit(bits, position);
    }
  }
  const tagged = (facet: string, value: string) => byValue.get(`${facet} ${value}`) ?? noBits(size);
  const options = facets.map((facet) =>
    facet.values.map((value) => (value.standsFor ?? [value.id]).map((id) => tagged(facet.name, id)).reduce(eitherBits)),
  );
  const counted = options.map((ofFacet) => {
    const sets = groups ? ofFacet.map((bits) => intoSlots(groups, bits)) : ofFacet;
    return { sets, bySlot: optionsBySlot(sets, groups?.planes.at(-1) ?? size, groups === null) };
  });
  return { facets, size, byValue, options, groups, counted };
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

/** The documents tagged with a value itself, aliases not counted; none where nothing has it. */
export function taggedWith({ byValue, size }: FacetIndex, facet: string, value: string): Bits {
  return byValue.get(`${facet} ${value}`) ?? noBits(size);
}

/** Narrows the documents by what was chosen, within `candidates` (the hits of a search) where given. */
export function narrow(index: FacetIndex, chosen: Chosen, candidates: Bits | null): Narrowed {
  const masks = masksOf(index, chosen);
  const without = (left: number) => allowedBy(index, [candidates, ...masks.filter((_, at) => at !== left)]);
  const hits = without(-1);
  const inSlots = (bits: Bits) => (index.groups ? intoSlots(index.groups, bits) : bits);
  const hitSlots = inSlots(hits);
  const counted = (at: number) => countsWithin(index, at, masks[at] ? inSlots(without(at)) : hitSlots);
  const total = countGroups(index.groups, hits);
  return { hits, total, counts: Object.fromEntries(index.facets.map(({ name }, at) => [name, counted(at)])) };
}

/** Only the documents that are left, without counts. */
export function hitsOf(index: FacetIndex, chosen: Chosen, candidates: Bits | null): Bits {
  return allowedBy(index, [candidates, ...masksOf(index, chosen)]);
}

/** The documents in every one of these sets; null allows all. */
function allowedBy({ size }: FacetIndex, masks: readonly (Bits | null)[]): Bits {
  const sets = masks.filter((mask) => mask !== null);
  return sets.length === 0 ? allBits(size) : inAll(sets);
}

/** For each facet, the documents that its choices leave; null where nothing was chosen. */
function masksOf(index: FacetIndex, chosen: Chosen): (Bits | null)[] {
  return index.facets.map((facet, at) => chosenBits(index, at, chosen[facet.name] ?? []));
}

/** The documents with any of the chosen values, or null where nothing was chosen. An unknown value has no documents. */
function chosenBits(index: FacetIndex, at: number, values: readonly string[]): Bits | null {
  if (values.length === 0) return null;
  const facet = index.facets[at]!;
  return values
    .map((value) => index.options[at]![facet.values.findIndex((known) => known.id === value)] ?? noBits(index.size))
    .reduce(eitherBits);
}

/** Measured: visiting one hit, or one of its options, costs about as much as 1.5 operations on words of bits (`npm run bench`). */
const visitCost = 1.5;

/** Counts a facet's options within the slots of `base` the way that touches less: each hit's options, or every option's words of bits. */
function countsWithin({ size, groups, counted }: FacetIndex, facet: number, base: Bits): number[] {
  const { sets, bySlot } = counted[facet]!;
  const hits = countBits(base);
  const visits = hits + (hits / Math.max(1, size)) * bySlot.options.length;
  if (visits * visitCost > sets.length * base.length)
    return sets.map((bits) => (groups ? countGroupsOfBoth(groups.planes, bits, base) : countBoth(bits, base)));
  return groups ? visitGroups(groups, sets.length, bySlot, base) : visitEach(sets.length, bySlot, base);
}

function visitEach(optionCount: number, { starts, options, all }: OptionsBySlot, base: Bits): number[] {
  const counts = new Uint32Array(optionCount).fill(countBoth(all, base));
  for (let word = 0; word < base.length; word++) {
    for (let rest = base[word]!; rest !== 0; rest &= rest - 1) {
      const slot = (word << 5) + (31 - Math.clz32(rest & -rest));
      for (let at = starts[slot]!, end = starts[slot + 1]!; at < end; at++) counts[options[at]!]!++;
    }
  }
  return [...counts];
}

/** Each option counts once in a group, however many of its documents have it. */
function visitGroups({ planes }: Groups, optionCount: number, { starts, options }: OptionsBySlot, base: Bits): number[] {
  const counts = new Uint32Array(optionCount);
  const lastGroup = new Int32Array(optionCount).fill(-1);
  eachBit(foldPlanes(planes, base), (group) => {
    for (let plane = 0, slot = group; plane + 1 < planes.length; slot = planes[++plane]! + group) {
      if (slot >= planes[plane + 1]!) break;
      if (!hasBit(base, slot)) continue;
      for (let at = starts[slot]!, end = starts[slot + 1]!; at < end; at++) {
        const option = options[at]!;
        if (lastGroup[option] === group) continue;
        lastGroup[option] = group;
        counts[option]!++;
      }
    }
  });
  return [...counts];
}
