import type { Text } from "../../words/languages.ts";
import { addBit, allBits, type Bits, butNot, countBits, countBoth, eachBit, eitherBits, inAll, noBits } from "./bits.ts";

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
  /** For each facet, the options of every document: for counting a handful of hits. */
  optionsByDocument: OptionsByDocument[];
}

/**
 * The options of the document at a position are `options` from `starts[position]` to before `starts[position + 1]`. Documents with
 * every option, as what is nationwide has every state, list none: they are in `all` and are counted once.
 */
interface OptionsByDocument {
  starts: Uint32Array;
  options: Uint8Array;
  all: Bits;
}

/** What is left of the documents, and how many each option would leave. */
export interface Narrowed {
  hits: Bits;
  total: number;
  /** By facet, one count for each of its values, in their order. A facet's own choices do not narrow its own counts. */
  counts: Record<string, number[]>;
}

/** Builds the index over `size` documents from the tags at each position: a "facet value" on each line. */
export function indexFacets(facets: readonly Facet[], size: number, rows: Iterable<readonly [number, string]>): FacetIndex {
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
  return { facets, size, byValue, options, optionsByDocument: options.map((sets) => byDocument(sets, size)) };
}

function byDocument(sets: readonly Bits[], size: number): OptionsByDocument {
  const all = sets.length === 0 ? noBits(size) : inAll(sets);
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
  const total = countBits(hits);
  const counted = (at: number) => (masks[at] ? countsWithin(index, at, without(at)) : countsWithin(index, at, hits, total));
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

/** Counts a facet's options within `base` the way that touches less: each hit's options, or every option's words of bits. */
function countsWithin({ size, options, optionsByDocument }: FacetIndex, facet: number, base: Bits, hits = countBits(base)): number[] {
  const sets = options[facet]!;
  const { starts, options: each, all } = optionsByDocument[facet]!;
  const visits = hits + (hits / Math.max(1, size)) * each.length;
  if (visits * visitCost > sets.length * base.length) return sets.map((bits) => countBoth(bits, base));
  const counts = new Uint32Array(sets.length).fill(countBoth(all, base));
  for (let word = 0; word < base.length; word++) {
    for (let rest = base[word]!; rest !== 0; rest &= rest - 1) {
      const position = (word << 5) + (31 - Math.clz32(rest & -rest));
      for (let at = starts[position]!, end = starts[position + 1]!; at < end; at++) counts[each[at]!]!++;
    }
  }
  return [...counts];
}
