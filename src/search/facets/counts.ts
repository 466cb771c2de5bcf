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
  counted: CountedOptions[];
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
  const byPosition = { all: allBits(size), options };
  const bySlot = groups ? setsInSlots(groups, byPosition) : byPosition;
  const planes = groups?.planes ?? [0, size];
  const counted = bySlot.options.map((sets) => (groups ? countedByGroup(planes, sets, bySlot.all) : countedBySlot(planes, sets)));
  return { facets, size, byValue, byPosition, groups, bySlot, planes, counted };
}

function setsInSlots(groups: Groups, { all, options }: OptionSets): OptionSets {
  return { all: intoSlots(groups, all), options: options.map((sets) => sets.map((bits) => intoSlots(groups, bits))) };
}

/** A whole group is in one state and of one program: then its options are those of the group, and nothing is looked up slot by slot. */
function countedByGroup(planes: readonly number[], sets: readonly Bits[], all: Bits): CountedOptions {
  if (!sets.every((slots) => areWholeGroups(planes, slots, all))) return countedBySlot(planes, sets);
  return countedBySlot(
    planes.slice(0, 2),
    sets.map((slots) => foldPlanes(planes, slots)),
  );
}

/** The documents tagged with a value itself, aliases not counted; none where nothing has it. */
export function taggedWith({ byValue, size }: FacetIndex, facet: string, value: string): Bits {
  return byValue.get(`${facet} ${value}`) ?? noBits(size);
}

/** Narrows the documents by what was chosen, within `candidates` (the hits of a search) where given. */
export function narrow(index: FacetIndex, chosen: Chosen, candidates: Bits | null): Narrowed {
  const { facets, groups, planes, bySlot, counted } = index;
  const masks = masksOf(facets, bySlot, chosen);
  const within = candidates && groups ? intoSlots(groups, candidates) : candidates;
  const without = (left: number) => inEach(bySlot.all, [within, ...masks.filter((_, at) => at !== left)]);
  const slots = without(-1);
  const folded = groups ? foldPlanes(planes, slots) : slots;
  const countsOf = (at: number) => {
    const options = counted[at]!;
    const base = masks[at] ? without(at) : slots;
    if (options.planes.length === planes.length) return countOptions(options, base);
    return countOptions(options, base === slots ? folded : foldPlanes(planes, base));
  };
  return {
    hits: groups ? hitsOf(index, chosen, candidates) : slots,
    total: countBits(folded),
    counts: Object.fromEntries(facets.map(({ name }, at) => [name, countsOf(at)])),
  };
}

/** Only the documents that are left, without counts. */
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
