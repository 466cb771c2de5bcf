import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { Collection } from "./collection.ts";
import type { ListIndex } from "./index/build.ts";
import type { Lexicon } from "./words/lexicon.ts";

/** Reads the card of a row; null where the row has just gone. */
export type CardReader<Card> = (row: number) => Card | null;

/** A collection: its database and its index in memory. A new one is opened after each change of the data. */
export interface OpenCollection<Card = unknown> extends Collection, ListIndex {
  db: Database;
  lexicon: Lexicon;
  readCard: CardReader<Card>;
  /** Cards already read, by position (cards.ts). */
  cards: Map<number, Card>;
  /** Positions already looked up, by id (cards.ts). */
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

/** Reads cards from the column `card` of a table that has one. */
export function cardColumn<Card>(db: Database, table: "programs" | "documents"): CardReader<Card> {
  const card = statement(db, `SELECT card FROM ${table} WHERE row = ?`).pluck();
  return (row) => {
    const text = card.get(row) as string | undefined;
    return text === undefined ? null : (JSON.parse(text) as Card);
  };
}

/** The folded texts of one listing, one for each field. */
export function textsOf({ db, table, rows }: OpenCollection, position: number): string[] {
  const text = statement(db, `SELECT text FROM ${table} WHERE row = ?`).pluck().get(rows[position]) as string | undefined;
  return text?.split("\n") ?? [];
}
