import type { Text } from "../../words/languages.ts";
import { addBit, allBits, type Bits, butNot, countBits, eitherBits, inAll, noBits } from "./bits.ts";
import { areWholeGroups, foldPlanes, type Groups, intoSlots } from "./groups.ts";
import { type CountedOptions, countedBySlot, countOptions, type Hits } from "./option-counts.ts";

/** A value that can be chosen. The engine uses only its id and `standsFor`; its texts are for display. */
export interface FacetValue {
  id: string;
  /** Text beside the checkbox. */
  label: Text;
  /** Text inside a sentence: "by phone", "for drinking". */
  phrase: Text;
  /** One plain sentence that explains the value. */
  meaning: Text;
  /** For an alias, the values that it covers: weekly-or-more covers daily, weekly … */
  standsFor?: readonly string[] | undefined;
  /** True for a value about one trouble, line of work or community: choosing it stops listings for those alone from ranking after the others. */
  special?: boolean | undefined;
  /** True where it needs no internet. */
  offline?: boolean | undefined;
}

/** A dimension to filter by. In an address its name repeats, once for each chosen value; with `single` it takes one value. */
export interface Facet {
  name: string;
  values: readonly FacetValue[];
  single: boolean;
}

/** Chosen values of each facet, by name. A facet without choices is absent or empty. */
export type Chosen = Readonly<Record<string, readonly string[]>>;

/** Sets of documents: all of them, and for each facet those matching each option, in the order of its values. */
interface OptionSets {
  all: Bits;
  options: Bits[][];
}

/** Which documents have which value: one set of bits for each option. SQLite is the source of truth; this is derived from it. */
export interface FacetIndex {
  facets: readonly Facet[];
  size: number;
  /** Documents tagged directly with a "facet value"; aliases are not counted. */
  byValue: Map<string, Bits>;
  byPosition: OptionSets;
  /** Null where each document is shown separately. */
  groups: Groups | null;
  /** The same sets by the slots of `groups`, for counting; by position where there are no groups. */
  bySlot: OptionSets;
  /** Planes of the slots; a single one where there are no groups. */
  planes: readonly number[];
  /** For each facet, the tables for counting its options. */
  counted: CountedFacet[];
}

/** Tables for counting a facet's options: by group, or by slot where only some slots of a group may have an option. */
interface CountedFacet {
  byGroup: CountedOptions;
  /** Null where every option applies to whole groups, for example because a group is in one state and belongs to one program. */
  bySlot: CountedOptions | null;
}

/** How many documents are left, and how many each option would leave; each group counts once. */
export interface Counts {
  total: number;
  /** By facet, one count for each of its values, in order. A facet's own choices do not narrow its own counts. */
  counts: Readonly<Record<string, readonly number[]>>;
}

/**
 * Builds the index over `size` documents from the tags at each position, one "facet value" a line. With `groups`, the documents of a group
 * count once.
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
  const options = facets.map((facet) =>
    facet.values.map((value) =>
      (value.standsFor ?? [value.id]).map((id) => taggedWith({ byValue, size }, facet.name, id)).reduce(eitherBits),
    ),
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

/** Returns the documents tagged directly with a value, aliases not counted; an empty set where none has it. */
export function taggedWith({ byValue, size }: Pick<FacetIndex, "byValue" | "size">, facet: string, value: string): Bits {
  return byValue.get(`${facet} ${value}`) ?? noBits(size);
}

/** Counts the documents that match `chosen`, within `candidates` (the hits of a search) if given. */
export function countLeft(index: FacetIndex, chosen: Chosen, candidates: Bits | null): Counts {
  const { facets, groups, bySlot, counted } = index;
  const masks = masksOf(facets, bySlot, chosen);
  const some = candidates && countBits(candidates) < index.size ? candidates : null;
  const within = some && groups ? intoSlots(groups, some) : some;
  const without = (left: number) => baseOf(index, inEach(bySlot.all, [within, ...masks.filter((_, at) => at !== left)]));
  const base = without(-1);
  return {
    total: base.groups.count,
    counts: Object.fromEntries(facets.map(({ name }, at) => [name, countFacet(counted[at]!, masks[at] ? without(at) : base)])),
  };
}

/** The set that options are counted in. */
interface Base {
  /** The groups that have any of its slots. */
  groups: Hits;
  /** The slots themselves; null where they are all the slots of these groups. */
  slots: Hits | null;
}

function baseOf({ groups, planes, bySlot }: FacetIndex, slots: Bits): Base {
  if (groups === null) return { groups: hitsIn(slots), slots: null };
  const folded = foldPlanes(planes, slots);
  const isWhole = areWholeGroups(planes, slots, folded, bySlot.all);
  return { groups: hitsIn(folded), slots: isWhole ? null : hitsIn(slots) };
}

const hitsIn = (bits: Bits): Hits => ({ bits, count: countBits(bits) });

/** Counts each option of a facet. For whole groups any slot may have the option; for partial groups only the given slots are checked. */
function countFacet({ byGroup, bySlot }: CountedFacet, { groups, slots }: Base): number[] {
  return slots === null || bySlot === null ? countOptions(byGroup, groups) : countOptions(bySlot, slots);
}

/** Returns the documents that match. */
export function hitsOf({ facets, byPosition }: FacetIndex, chosen: Chosen, candidates: Bits | null): Bits {
  return inEach(byPosition.all, [candidates, ...masksOf(facets, byPosition, chosen)]);
}

/** Returns the intersection of the sets; null in `masks` means no restriction. */
function inEach(all: Bits, masks: readonly (Bits | null)[]): Bits {
  const [first = all, ...others] = masks.filter((mask) => mask !== null);
  return others.length === 0 ? first : inAll([first, ...others]);
}

/** Returns, for each facet, the documents that its choices allow; null where nothing was chosen. An unknown value allows none. */
function masksOf(facets: readonly Facet[], { all, options }: OptionSets, chosen: Chosen): (Bits | null)[] {
  return facets.map(({ name, values }, facet) => {
    const asked = chosen[name] ?? [];
    const sets = asked.map((id) => options[facet]![values.findIndex((value) => value.id === id)] ?? butNot(all, all));
    return sets.length === 0 ? null : sets.reduce(eitherBits);
  });
}
