import type { Statement } from "better-sqlite3";
import type { Database } from "../../database/open.ts";
import type { Collection } from "../collection.ts";
import { type FacetIndex, indexFacets } from "../facets/counts.ts";
import type { Groups } from "../facets/groups.ts";
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

/** What a noun knows of its rows. */
interface RowOptions {
  /** Which rows are shown as one, by position. */
  groups: Groups | null;
  /** Rows that are not shown, by their numbers. */
  hidden: Pick<ReadonlySet<number>, "has">;
}

const everyRow: RowOptions = { groups: null, hidden: new Set() };

/** Reads the rows of a collection and builds the index over them, in one go. */
export function buildIndex(db: Database, collection: Collection, phrasebook: Phrasebook, options: RowOptions = everyRow): ListIndex {
  return inOneGo(indexSteps(db, collection, phrasebook, options, (statement) => statement.iterate()));
}

/**
 * The same in slices, between which the caller may do other work. The rows are all read in the first, so that they are of one moment: for
 * lists of thousands.
 */
export function buildIndexInSteps(db: Database, collection: Collection, phrasebook: Phrasebook): Generator<void, ListIndex> {
  return indexSteps(db, collection, phrasebook, everyRow, (statement) => statement.all());
}

type Column<Value> = Iterable<[row: number, value: Value]>;

function* indexSteps(
  db: Database,
  { table, orders, sorts, facets }: Collection,
  phrasebook: Phrasebook,
  { groups, hidden }: RowOptions,
  read: (statement: Statement) => Iterable<unknown>,
): Generator<void, ListIndex> {
  const column = <Value>(name: string, order: string) =>
    shownOf(read(db.prepare(`SELECT row, ${name} FROM ${table} ORDER BY ${order}`).raw()) as Column<Value>, hidden);
  const inOrder = [...column<number>("weight", orders[sorts[0]!]!)];
  const rows = Uint32Array.from(inOrder, ([row]) => row);
  const weights = Float64Array.from(inOrder, ([, weight]) => weight);
  const rowsBy = (order: string) => Uint32Array.from([...column<number>("row", order)], ([row]) => row);
  const byRow = Uint32Array.from(rows.keys()).sort((a, b) => rows[a]! - rows[b]!);
  const at = (row: number) => positionOfRow({ rows, byRow }, row)!;
  const each = (name: string) => withPositions(byRow, column<string>(name, "row"));
  const byName = collectNames(each("names"));
  return {
    rows,
    byRow,
    sorted: Object.fromEntries(sorts.slice(1).map((sort) => [sort, rowsBy(orders[sort]!).map(at)])),
    facetIndex: indexFacets(facets, rows.length, each("facets"), groups),
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

function* shownOf<Value>(column: Column<Value>, hidden: RowOptions["hidden"]): Column<Value> {
  for (const value of column) if (!hidden.has(value[0])) yield value;
}

/** Values read in the order of their row numbers, each with its position. */
function* withPositions<Value>(byRow: Uint32Array, values: Column<Value>): Iterable<readonly [position: number, value: Value]> {
  let place = 0;
  for (const [, value] of values) yield [byRow[place++]!, value];
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
