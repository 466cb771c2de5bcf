import type { Statement } from "better-sqlite3";
import type { Database } from "../database/open.ts";
import type { Questions } from "../facets/filter.ts";
import { type FacetIndex, indexFacets } from "../facets/index.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { indexTexts, type TextIndex, type Texts } from "./text-index.ts";

/**
 * A collection is a table of listings that can be searched and narrowed: programs, documents, meetings.
 * Its three tables share its name (rows, `_values`, `_text`), which is why the SQL for all of them can stand here once instead of
 * in each noun; a noun says its facets and its orders, and what a card holds.
 */
export interface Collection extends Questions {
  /** The name of its tables. */
  table: "programs" | "documents" | "meetings";
  /** The column list that each order sorts by. */
  orders: Readonly<Record<string, string>>;
}

/** The fields that words are searched in, and how much a word in each counts. */
export const textFields = [
  { field: "name", weight: 10 },
  { field: "also", weight: 8 },
  { field: "labels", weight: 4 },
  { field: "summary", weight: 3 },
  { field: "body", weight: 1 },
] as const;

export type TextField = (typeof textFields)[number]["field"];

/** A name as it is spelled, and where the listings stand that carry it. */
export interface Called {
  name: string;
  positions: readonly number[];
}

/** A collection as it stands in memory beside its database. Made anew after each change of the data. */
export interface OpenCollection extends Collection {
  db: Database;
  index: FacetIndex;
  /** The row number at each position; positions follow the first order. */
  numbers: readonly number[];
  positions: ReadonlyMap<number, number>;
  /** The position of each id. */
  ids: ReadonlyMap<string, number>;
  /** How much a match counts, at each position. */
  weights: Float64Array;
  /** For each order but the first, the positions in that order. */
  sorted: Readonly<Record<string, Uint32Array>>;
  text: TextIndex;
  phrasebook: Phrasebook;
  /** What is called exactly so, by its folded name without spaces: "lifering" and "life ring" are one. */
  called: ReadonlyMap<string, Called>;
  /** The same names in order, for finding one by its beginning. */
  calledSorted: readonly string[];
  /** The statement that reads a row's card, prepared once. */
  card: Statement<[number], string>;
  /** Cards already read, by position (cards.ts). */
  cards: Map<number, unknown>;
}

/** Reads the rows' numbers, values and words, and builds the index over them. */
export function openCollection(db: Database, collection: Collection, phrasebook: Phrasebook): OpenCollection {
  const { table, orders, sorts, facets } = collection;
  const inOrder = (sort: string, column = "number") =>
    db.prepare(`SELECT ${column} FROM ${table} ORDER BY ${orders[sort]}`).pluck().all() as number[];
  const numbers = inOrder(sorts[0]!);
  const positions = new Map(numbers.map((number, position) => [number, position]));
  const values = db.prepare(`SELECT number, facet, value FROM ${table}_values`).raw().iterate() as Iterable<[number, string, string]>;
  const sorted = Object.fromEntries(
    sorts.slice(1).map((sort) => [sort, Uint32Array.from(inOrder(sort), (number) => positions.get(number)!)]),
  );
  const called = byName(db.prepare(`SELECT number, names FROM ${table}`).raw().all() as [number, string][], positions);
  return {
    ...collection,
    db,
    numbers,
    positions,
    sorted,
    ids: new Map(
      (db.prepare(`SELECT id FROM ${table} ORDER BY ${orders[sorts[0]!]}`).pluck().all() as string[]).map((id, position) => [id, position]),
    ),
    weights: Float64Array.from(inOrder(sorts[0]!, "weight")),
    index: indexFacets(facets, numbers.length, atPositions(values, positions)),
    called,
    calledSorted: [...called.keys()].sort(),
    text: indexTexts(numbers.length, textWeights, phrasesOf(called, phrasebook), textsAt(db, table, positions)),
    phrasebook,
    card: db.prepare<[number], string>(`SELECT card FROM ${table} WHERE number = ?`).pluck(),
    cards: new Map(),
  };
}

function* atPositions(values: Iterable<[number, string, string]>, positions: ReadonlyMap<number, number>) {
  for (const [number, facet, value] of values) yield [positions.get(number)!, facet, value] as const;
}

function byName(rows: [number: number, names: string][], positions: ReadonlyMap<number, number>): Map<string, Called> {
  const called = new Map<string, Called>();
  for (const [number, names] of rows) {
    for (const name of names.split("\n")) {
      const key = name.replaceAll(" ", "");
      called.set(key, { name, positions: [...(called.get(key)?.positions ?? []), positions.get(number)!] });
    }
  }
  return called;
}

const textWeights = textFields.map(({ weight }) => weight);
const textColumns = textFields.map(({ field }) => field).join(", ");

function* textsAt(db: Database, table: Collection["table"], positions: ReadonlyMap<number, number>): Iterable<Texts> {
  const rows = db.prepare(`SELECT number, ${textColumns} FROM ${table}_text`).raw().iterate() as Iterable<Texts>;
  for (const [number, ...texts] of rows) yield [positions.get(number)!, ...texts];
}

/** The texts of one listing by its row number. */
export function textsOf({ db, table }: Pick<OpenCollection, "db" | "table">, number: number): string[] {
  return db.prepare(`SELECT ${textColumns} FROM ${table}_text WHERE number = ?`).raw().get(number) as string[];
}

/** Every phrase that a question can come to: what the phrasebook knows, and what the listings are called. */
function* phrasesOf(called: ReadonlyMap<string, Called>, { phrases }: Phrasebook): Iterable<string> {
  for (const { name } of called.values()) yield name;
  yield* phrases;
}
