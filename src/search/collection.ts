import type { Database } from "../database/open.ts";
import { prepared } from "../database/statements.ts";
import type { Questions } from "./filter.ts";
import { type Built, positionOfNumber } from "./index/build.ts";
import type { Phrasebook } from "./words/phrasebook.ts";

/**
 * A collection is a table of listings that can be searched and narrowed: programs, documents, meetings. Its columns `number`,
 * `names`, `weight`, `facets` and `text` are the same in all, which is why the SQL for them can stand here once instead of in each
 * noun; a noun says its facets and its orders, and what a card holds.
 */
export interface Collection extends Questions {
  table: "programs" | "documents" | "meetings";
  /** The column list that each order sorts by. */
  orders: Readonly<Record<string, string>>;
}

/** A collection as it stands in memory beside its database. Made anew after each change of the data. */
export interface OpenCollection extends Collection, Built {
  db: Database;
  phrasebook: Phrasebook;
  /** Reads the card of a row; undefined where the row has just gone. */
  readCard: CardReader;
  /** Cards already read, by position (cards.ts). */
  cards: Map<number, unknown>;
}

type CardReader = (number: number) => unknown;

/** Opens a collection over the index built of it (built.ts). */
export function openCollection(
  db: Database,
  collection: Collection,
  phrasebook: Phrasebook,
  built: Built,
  readCard: CardReader = cardColumn(db, collection),
): OpenCollection {
  return { ...collection, ...built, db, phrasebook, readCard, cards: new Map() };
}

/** Cards as they stand in a column of their own. */
function cardColumn(db: Database, { table }: Collection): CardReader {
  const card = db.prepare<[number], string>(`SELECT card FROM ${table} WHERE number = ?`).pluck();
  return (number) => {
    const text = card.get(number);
    return text === undefined ? undefined : JSON.parse(text);
  };
}

/** Where the listing of this id stands; null where there is none, or none yet. */
export function positionOf(collection: OpenCollection, id: string): number | null {
  const { db, table } = collection;
  const number = prepared(db, `SELECT number FROM ${table} WHERE id = ?`).pluck().get(id) as number | undefined;
  return number === undefined ? null : positionOfNumber(collection, number);
}

/** The folded texts of one listing, one for each field. */
export function textsOf({ db, table, numbers }: OpenCollection, position: number): string[] {
  const text = db.prepare<[number], string>(`SELECT text FROM ${table} WHERE number = ?`).pluck().get(numbers[position]!);
  return text?.split("\n") ?? [];
}
