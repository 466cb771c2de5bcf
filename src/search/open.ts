import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { Collection } from "./collection.ts";
import type { ListIndex } from "./index/build.ts";
import type { Lexicon } from "./words/lexicon.ts";

/** Reads the card of a row; returns null where the row has just been removed. */
export type CardReader<Card> = (row: number) => Card | null;

/** A collection with its database and its in-memory index. A new one is opened after each change of the data. */
export interface OpenCollection<Card = unknown> extends Collection, ListIndex {
  db: Database;
  lexicon: Lexicon;
  readCard: CardReader<Card>;
  /** Cache of cards, by position (cards.ts). */
  cards: Map<number, Card>;
  /** Cache of positions, by id (cards.ts). */
  positions: Map<string, number>;
}

/** Opens a collection over its index. */
export function openCollection<Card>(
  db: Database,
  collection: Collection,
  lexicon: Lexicon,
  index: ListIndex,
  readCard: CardReader<Card>,
): OpenCollection<Card> {
  return { ...collection, ...index, db, lexicon, readCard, cards: new Map(), positions: new Map() };
}

/** Returns a reader of the column `card` of a table that has one. */
export function cardColumn<Card>(db: Database, table: "programs" | "documents"): CardReader<Card> {
  const card = statement(db, `SELECT card FROM ${table} WHERE row = ?`).pluck();
  return (row) => {
    const text = card.get(row) as string | undefined;
    return text === undefined ? null : (JSON.parse(text) as Card);
  };
}

/** Returns the folded texts of a listing, one for each field. */
export function textsOf({ db, table, rows }: OpenCollection, position: number): string[] {
  const text = statement(db, `SELECT text FROM ${table} WHERE row = ?`).pluck().get(rows[position]) as string | undefined;
  return text?.split("\n") ?? [];
}
