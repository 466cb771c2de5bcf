import type { Statement } from "better-sqlite3";
import type { Database } from "../../database/open.ts";
import type { Collection } from "../collection.ts";
import { type FacetIndex, indexFacets } from "../facets/counts.ts";
import { lowerBound } from "../lower-bound.ts";
import type { Phrasebook } from "../words/phrasebook.ts";
import { textFields } from "../words/text.ts";
import { inOneGo } from "./in-one-go.ts";
import { indexTextsInSteps, type TextIndex } from "./text-index.ts";

/** A name as it is spelled, and the positions of the listings that have it. */
export interface NamedListings {
  name: string;
  positions: number[];
}

/** The index over a collection's rows: plain data, so that it can be written to a file for the next process (file.ts). */
export interface ListIndex {
  /** The row number at each position; positions follow the first order. */
  rows: Uint32Array;
  /** The positions in the order of their row numbers. */
  byRow: Uint32Array;
  /** For each order but the first, the positions in that order. */
  sorted: Readonly<Record<string, Uint32Array>>;
  facetIndex: FacetIndex;
  text: TextIndex;
  /** The listings of exactly this name, by the folded name without spaces: "lifering" and "life ring" are one. */
  byName: ReadonlyMap<string, NamedListings>;
  /** The same names in order, for finding one by its beginning. */
  sortedNames: readonly string[];
}

/** Reads all rows of a collection and builds the index over them, in one go. */
export function buildIndex(db: Database, collection: Collection, phrasebook: Phrasebook): ListIndex {
  return inOneGo(indexSteps(db, collection, phrasebook, (statement) => statement.iterate() as Iterable<string>));
}

/**
 * The same in slices, between which the caller may do other work. The rows are all read in the first, so that they are of one moment: for
 * lists of thousands.
 */
export function buildIndexInSteps(db: Database, collection: Collection, phrasebook: Phrasebook): Generator<void, ListIndex> {
  return indexSteps(db, collection, phrasebook, (statement) => statement.all() as string[]);
}

function* indexSteps(
  db: Database,
  { table, orders, sorts, facets }: Collection,
  phrasebook: Phrasebook,
  read: (statement: Statement) => Iterable<string>,
): Generator<void, ListIndex> {
  const column = (name: string, order: string) => db.prepare(`SELECT ${name} FROM ${table} ORDER BY ${order}`).pluck();
  const first = orders[sorts[0]!]!;
  const rows = Uint32Array.from(column("row", first).all() as number[]);
  const byRow = Uint32Array.from(rows.keys()).sort((a, b) => rows[a]! - rows[b]!);
  const at = (row: number) => positionOfRow({ rows, byRow }, row)!;
  const each = (name: string) => withPositions(byRow, read(column(name, "row")));
  const byName = collectNames(each("names"));
  const weights = Float64Array.from(column("weight", first).all() as number[]);
  return {
    rows,
    byRow,
    sorted: Object.fromEntries(sorts.slice(1).map((sort) => [sort, Uint32Array.from(column("row", orders[sort]!).all() as number[], at)])),
    facetIndex: indexFacets(facets, rows.length, each("facets")),
    text: yield* indexTextsInSteps(textFields, weights, phrasesOf(byName, phrasebook), each("text")),
    byName,
    sortedNames: [...byName.keys()].sort(),
  };
}

/** The position of a row by its number; null where there is none. */
export function positionOfRow({ rows, byRow }: Pick<ListIndex, "rows" | "byRow">, row: number): number | null {
  const position = byRow[lowerBound(byRow.length, (place) => rows[byRow[place]!]! < row)];
  return position !== undefined && rows[position] === row ? position : null;
}

/** Values read in the order of their row numbers, each with its position. */
function* withPositions<Value>(byRow: Uint32Array, values: Iterable<Value>): Iterable<readonly [position: number, value: Value]> {
  let place = 0;
  for (const value of values) yield [byRow[place++]!, value];
}

function collectNames(rows: Iterable<readonly [position: number, names: string]>): Map<string, NamedListings> {
  const byName = new Map<string, NamedListings>();
  for (const [position, names] of rows) {
    for (const name of names === "" ? [] : names.split("\n")) {
      const key = name.replaceAll(" ", "");
      const known = byName.get(key);
      if (known) known.positions.push(position);
      else byName.set(key, { name, positions: [position] });
    }
  }
  return byName;
}

/** Every phrase that can be searched: those of the phrasebook, and the names of the listings. */
function* phrasesOf(byName: ReadonlyMap<string, NamedListings>, { phrases }: Phrasebook): Iterable<string> {
  for (const { name } of byName.values()) yield name;
  yield* phrases;
}
