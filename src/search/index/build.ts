import type { Database } from "../../database/open.ts";
import { type FacetIndex, indexFacets } from "../facets/counts.ts";
import type { Collection } from "../collection.ts";
import type { Phrasebook } from "../words/phrasebook.ts";
import { textFields } from "../words/text.ts";
import { indexTexts, type TextIndex } from "./text-index.ts";

/** A name as it is spelled, and where the listings stand that carry it. */
export interface Called {
  name: string;
  positions: number[];
}

/** The index over a collection's rows: plain data, so that it can be kept from one process to the next (keep.ts). */
export interface Built {
  /** The row number at each position; positions follow the first order. */
  numbers: Uint32Array;
  /** The positions in the order of their row numbers. */
  byNumber: Uint32Array;
  /** For each order but the first, the positions in that order. */
  sorted: Readonly<Record<string, Uint32Array>>;
  index: FacetIndex;
  text: TextIndex;
  /** What is called exactly so, by its folded name without spaces: "lifering" and "life ring" are one. */
  called: ReadonlyMap<string, Called>;
  /** The same names in order, for finding one by its beginning. */
  calledSorted: readonly string[];
}

/** Reads all rows of a collection, and builds the index over them. */
export function build(db: Database, { table, orders, sorts, facets }: Collection, phrasebook: Phrasebook): Built {
  const column = (name: string, order: string) => db.prepare(`SELECT ${name} FROM ${table} ORDER BY ${order}`).pluck();
  const first = orders[sorts[0]!]!;
  const numbers = Uint32Array.from(column("number", first).all() as number[]);
  const byNumber = Uint32Array.from(numbers.keys()).sort((a, b) => numbers[a]! - numbers[b]!);
  const at = (number: number) => positionOfNumber({ numbers, byNumber }, number)!;
  const each = (name: string) => atPositions(byNumber, column(name, "number").iterate() as Iterable<string>);
  const called = byName(each("names"));
  const worth = Float64Array.from(column("weight", first).all() as number[]);
  return {
    numbers,
    byNumber,
    sorted: Object.fromEntries(
      sorts.slice(1).map((sort) => [sort, Uint32Array.from(column("number", orders[sort]!).all() as number[], at)]),
    ),
    index: indexFacets(facets, numbers.length, each("facets")),
    text: indexTexts(textWeights, worth, phrasesOf(called, phrasebook), each("text")),
    called,
    calledSorted: [...called.keys()].sort(),
  };
}

/** Where the row of this number stands; null where there is none. */
export function positionOfNumber({ numbers, byNumber }: Pick<Built, "numbers" | "byNumber">, number: number): number | null {
  let low = 0;
  for (let high = byNumber.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (numbers[byNumber[middle]!]! < number) low = middle + 1;
    else high = middle;
  }
  const position = byNumber[low];
  return position !== undefined && numbers[position] === number ? position : null;
}

/** Values read in the order of their row numbers, each with its position. */
function* atPositions<Value>(byNumber: Uint32Array, values: Iterable<Value>): Iterable<readonly [position: number, value: Value]> {
  let row = 0;
  for (const value of values) yield [byNumber[row++]!, value];
}

function byName(rows: Iterable<readonly [position: number, names: string]>): Map<string, Called> {
  const called = new Map<string, Called>();
  for (const [position, names] of rows) {
    for (const name of names === "" ? [] : names.split("\n")) {
      const key = name.replaceAll(" ", "");
      const known = called.get(key);
      if (known) known.positions.push(position);
      else called.set(key, { name, positions: [position] });
    }
  }
  return called;
}

const textWeights = textFields.map(({ weight }) => weight);

/** Every phrase that a question can come to: what the phrasebook knows, and what the listings are called. */
function* phrasesOf(called: ReadonlyMap<string, Called>, { phrases }: Phrasebook): Iterable<string> {
  for (const { name } of called.values()) yield name;
  yield* phrases;
}
