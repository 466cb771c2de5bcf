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
  /** Row number at each position; positions follow the first order. */
  rows: Uint32Array;
  /** Positions in ascending order of row number. */
  byRow: Uint32Array;
  /** For each order but the first, the positions in that order. */
  sorted: Readonly<Record<string, Uint32Array>>;
  facetIndex: FacetIndex;
  text: TextIndex;
  /** Listings with exactly this name, by the folded name without spaces: "lifering" and "life ring" share a key. */
  byName: ReadonlyMap<string, NamedListings>;
  /** The keys of `byName`, sorted, for prefix lookup. */
  sortedNames: readonly string[];
}

/** What the caller knows about the rows. */
interface RowOptions {
  /** Groups of rows shown as one, by position. */
  groups: Groups | null;
  /** Numbers of the rows that are not shown. */
  hidden: Pick<ReadonlySet<number>, "has">;
}

const everyRow: RowOptions = { groups: null, hidden: new Set() };

/** Reads the rows of a collection and builds the index over them in one call. */
export function buildIndex(db: Database, collection: Collection, phrasebook: Phrasebook, options: RowOptions = everyRow): ListIndex {
  return inOneGo(indexSteps(db, collection, phrasebook, options, (statement) => statement.iterate()));
}

/**
 * Builds the same index in slices, between which the caller may do other work. The first slice reads all rows, so that they are one
 * snapshot. Suitable for lists of thousands.
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

/** Returns the position of a row, given its number; null where there is none. */
export function positionOfRow({ rows, byRow }: Pick<ListIndex, "rows" | "byRow">, row: number): number | null {
  const position = byRow[lowerBound(byRow.length, (place) => rows[byRow[place]!]! < row)];
  return position !== undefined && rows[position] === row ? position : null;
}

function* shownOf<Value>(column: Column<Value>, hidden: RowOptions["hidden"]): Column<Value> {
  for (const value of column) if (!hidden.has(value[0])) yield value;
}

/** Pairs values, read in ascending order of row number, with their positions. */
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

/** Yields every phrase that can be searched: the phrasebook's and the names of the listings. */
function* phrasesOf(byName: ReadonlyMap<string, NamedListings>, { phrases }: Phrasebook): Iterable<string> {
  for (const { name } of byName.values()) yield name;
  yield* phrases;
}
