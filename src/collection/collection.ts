import type { Statement } from "better-sqlite3";
import type { Database } from "../database/open.ts";
import type { Questions } from "../facets/filter.ts";
import { type FacetIndex, indexFacets } from "../facets/index.ts";
import type { Vocabulary } from "./text.ts";

/**
 * A collection is a table of listings that can be searched and narrowed: programs, documents, one day meetings.
 * Its five tables share its name (migrations/001_catalog.sql), which is why the SQL for all of them can stand here once
 * instead of in each noun; a noun says its facets and its orders, and what a card holds.
 */
export interface Collection extends Questions {
  /** The name of its tables. */
  table: "programs" | "documents";
  /** The column list that each order sorts by. */
  orders: Readonly<Record<string, string>>;
}

/** A collection as it stands in memory beside its database. Made anew after each change of the data. */
export interface OpenCollection extends Collection {
  db: Database;
  index: FacetIndex;
  /** The row number at each position; positions follow the first order. */
  numbers: readonly number[];
  positions: ReadonlyMap<number, number>;
  /** For each order but the first, the positions in that order. */
  sorted: Readonly<Record<string, Uint32Array>>;
  vocabulary: Vocabulary;
  /** The positions of what is called exactly so, by folded name. */
  called: ReadonlyMap<string, readonly number[]>;
  /** The statements that answer a question, prepared once. */
  match: Statement<[string], number>;
  card: Statement<[number], string>;
}

/** Reads the rows' numbers, values and words, and builds the index over them. */
export function openCollection(db: Database, collection: Collection): OpenCollection {
  const { table, orders, sorts, facets } = collection;
  const inOrder = (sort: string) => db.prepare(`SELECT number FROM ${table} ORDER BY ${orders[sort]}`).pluck().all() as number[];
  const numbers = inOrder(sorts[0]!);
  const positions = new Map(numbers.map((number, position) => [number, position]));
  const values = db.prepare(`SELECT number, facet, value FROM ${table}_values`).raw().iterate() as Iterable<[number, string, string]>;
  const sorted = Object.fromEntries(
    sorts.slice(1).map((sort) => [sort, Uint32Array.from(inOrder(sort), (number) => positions.get(number)!)]),
  );
  return {
    ...collection,
    db,
    numbers,
    positions,
    sorted,
    index: indexFacets(facets, numbers.length, atPositions(values, positions)),
    called: byName(db.prepare(`SELECT number, names FROM ${table}`).raw().all() as [number, string][], positions),
    vocabulary: db.prepare(`SELECT term FROM ${table}_vocabulary ORDER BY term`).pluck().all() as string[],
    match: db.prepare<[string], number>(`SELECT rowid FROM ${table}_text WHERE ${table}_text MATCH ? ORDER BY rank`).pluck(),
    card: db.prepare<[number], string>(`SELECT card FROM ${table} WHERE number = ?`).pluck(),
  };
}

function* atPositions(values: Iterable<[number, string, string]>, positions: ReadonlyMap<number, number>) {
  for (const [number, facet, value] of values) yield [positions.get(number)!, facet, value] as const;
}

function byName(rows: [number: number, names: string][], positions: ReadonlyMap<number, number>): Map<string, number[]> {
  const called = new Map<string, number[]>();
  for (const [number, names] of rows) {
    for (const name of names.split("\n")) called.set(name, [...(called.get(name) ?? []), positions.get(number)!]);
  }
  return called;
}
