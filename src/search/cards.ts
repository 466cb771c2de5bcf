import { statement } from "../database/statements.ts";
import { positionOfRow } from "./index/build.ts";
import type { OpenCollection } from "./open.ts";

/** Enough for every card of a catalog of thousands, or for the most requested pages of a larger one: at most about 25 MB. */
const maxKept = 8000;

/** Returns the cards at these positions, in this order. A card that an import has just removed is left out. */
export function cardsAt<Card>(list: OpenCollection<Card>, positions: readonly number[]): Card[] {
  return [...cardsByPosition(list, positions).values()];
}

/** Returns the same cards by position. Reads them in one transaction: without it each read acquires and releases a lock. */
export function cardsByPosition<Card>(list: OpenCollection<Card>, positions: readonly number[]): Map<number, Card> {
  const found = new Map<number, Card>();
  const read = () => {
    for (const position of positions) {
      const card = cardAt(list, position);
      if (card !== null) found.set(position, card);
    }
  };
  if (positions.every((position) => list.cards.has(position))) read();
  else list.db.transaction(read)();
  return found;
}

/** Returns the cards with these ids, in the order given; unknown ids are left out. For tables whose rows have an id. */
export function cardsById<Card>(list: OpenCollection<Card> & { table: "programs" | "documents" }, ids: readonly string[]): Card[] {
  return cardsAt(
    list,
    ids.flatMap((id) => positionOf(list, id) ?? []),
  );
}

/** Returns the position of the listing with this id; null where there is none, or none yet. */
export function positionOf(list: OpenCollection & { table: "programs" | "documents" }, id: string): number | null {
  const kept = list.positions.get(id);
  if (kept !== undefined) return kept;
  const row = statement(list.db, `SELECT row FROM ${list.table} WHERE id = ?`).pluck().get(id) as number | undefined;
  const position = row === undefined ? null : positionOfRow(list, row);
  if (list.positions.size >= maxKept) list.positions.clear();
  if (position !== null) list.positions.set(id, position);
  return position;
}

/** Reads a card by its primary key and caches it; an open collection never outlives its data. */
function cardAt<Card>({ cards, readCard, rows }: OpenCollection<Card>, position: number): Card | null {
  const kept = cards.get(position);
  if (kept !== undefined) return kept;
  const card = readCard(rows[position]!);
  if (card === null) return null;
  if (cards.size >= maxKept) cards.clear();
  cards.set(position, card);
  return card;
}
