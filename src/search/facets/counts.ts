import type { Text } from "../../words/languages.ts";
import { addBit, allBits, type Bits, butNot, countBits, eitherBits, inAll, noBits } from "./bits.ts";
import { areWholeGroups, foldPlanes, type Groups, intoSlots } from "./groups.ts";
import { type CountedOptions, countedBySlot, countOptions } from "./option-counts.ts";

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

/** Sets of documents: all of them, and for each facet those behind each option, in the order of its values. */
interface OptionSets {
  all: Bits;
  options: Bits[][];
}

/** Which documents have which value: a set of bits for every option. SQLite is the truth; this is built from it. */
export interface FacetIndex {
  facets: readonly Facet[];
  size: number;
  /** The documents tagged with a "facet value" itself; aliases are not counted. */
  byValue: Map<string, Bits>;
  byPosition: OptionSets;
  /** Null where each document is shown by itself. */
  groups: Groups | null;
  /** The same sets by the slots of `groups`, for counting; by position where there are none. */
  bySlot: OptionSets;
  /** The planes of its slots: one where there are no groups. */
  planes: readonly number[];
  /** For each facet, what its options are counted by. */
  counted: CountedFacet[];
}

/** What the options of a facet are counted by: group by group, or slot by slot where some groups have an option by some of their slots only. */
interface CountedFacet {
  byGroup: CountedOptions;
  /** Null where whole groups have each option, as a group is in one state and of one program. */
  bySlot: CountedOptions | null;
}

/** How many documents are left, and how many each option would leave; those of one group count once. */
export interface Counts {
  total: number;
  /** By facet, one count for each of its values, in their order. A facet's own choices do not narrow its own counts. */
  counts: Readonly<Record<string, readonly number[]>>;
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
  const byPosition = { all: allBits(size), options };
  const bySlot = groups ? setsInSlots(groups, byPosition) : byPosition;
  const planes = groups?.planes ?? [0, size];
  const counted = bySlot.options.map((sets) => countedFacet(planes, sets, bySlot.all));
  return { facets, size, byValue, byPosition, groups, bySlot, planes, counted };
}

function setsInSlots(groups: Groups, { all, options }: OptionSets): OptionSets {
  return { all: intoSlots(groups, all), options: options.map((sets) => sets.map((bits) => intoSlots(groups, bits))) };
}

function countedFacet(planes: readonly number[], sets: readonly Bits[], all: Bits): CountedFacet {
  if (planes.length <= 2) return { byGroup: countedBySlot(planes, sets), bySlot: null };
  const folded = sets.map((slots) => foldPlanes(planes, slots));
  const isOfGroups = sets.every((slots, at) => areWholeGroups(planes, slots, folded[at]!, all));
  return { byGroup: countedBySlot(planes.slice(0, 2), folded), bySlot: isOfGroups ? null : countedBySlot(planes, sets) };
}

/** The documents tagged with a value itself, aliases not counted; none where nothing has it. */
export function taggedWith({ byValue, size }: FacetIndex, facet: string, value: string): Bits {
  return byValue.get(`${facet} ${value}`) ?? noBits(size);
}

/** Counts what was chosen leaves, within `candidates` (the hits of a search) where given. */
export function countLeft(index: FacetIndex, chosen: Chosen, candidates: Bits | null): Counts {
  const { facets, groups, bySlot, counted } = index;
  const masks = masksOf(facets, bySlot, chosen);
  const some = candidates && countBits(candidates) < index.size ? candidates : null;
  const within = some && groups ? intoSlots(groups, some) : some;
  const without = (left: number) => baseOf(index, inEach(bySlot.all, [within, ...masks.filter((_, at) => at !== left)]));
  const base = without(-1);
  return {
    total: countBits(base.groups),
    counts: Object.fromEntries(facets.map(({ name }, at) => [name, countFacet(counted[at]!, masks[at] ? without(at) : base)])),
  };
}

/** What options are counted in: the slots, and the groups that have any of them. */
interface Base {
  slots: Bits;
  groups: Bits;
  /** Whether these groups have all of their slots among them. */
  isWhole: boolean;
}

function baseOf({ groups, planes, bySlot }: FacetIndex, slots: Bits): Base {
  if (groups === null) return { slots, groups: slots, isWhole: true };
  const folded = foldPlanes(planes, slots);
  return { slots, groups: folded, isWhole: areWholeGroups(planes, slots, folded, bySlot.all) };
}

/** Whole groups have an option where any of their slots has it; of the others only some slots are asked. */
function countFacet({ byGroup, bySlot }: CountedFacet, { slots, groups, isWhole }: Base): number[] {
  return isWhole || bySlot === null ? countOptions(byGroup, groups) : countOptions(bySlot, slots);
}

/** The documents that are left. */
export function hitsOf({ facets, byPosition }: FacetIndex, chosen: Chosen, candidates: Bits | null): Bits {
  return inEach(byPosition.all, [candidates, ...masksOf(facets, byPosition, chosen)]);
}

/** What is in every one of these sets; null allows all. */
function inEach(all: Bits, masks: readonly (Bits | null)[]): Bits {
  const sets = masks.filter((mask) => mask !== null);
  return sets.length === 0 ? all : inAll(sets);
}

/** For each facet, what its choices leave; null where nothing was chosen. An unknown value leaves nothing. */
function masksOf(facets: readonly Facet[], { all, options }: OptionSets, chosen: Chosen): (Bits | null)[] {
  return facets.map(({ name, values }, facet) => {
    const asked = chosen[name] ?? [];
    const sets = asked.map((id) => options[facet]![values.findIndex((value) => value.id === id)] ?? butNot(all, all));
    return sets.length === 0 ? null : sets.reduce(eitherBits);
  });
}
