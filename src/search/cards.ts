import { type OpenCollection, positionOf } from "./collection.ts";

/** Enough for every card of a catalog of thousands, and for the pages most asked for of a larger one: at most some 25 MB. */
const mostKept = 8000;

/** The cards at these positions, in this order. One that an import has just removed is passed over. */
export function cardsAt<Card>(collection: OpenCollection, positions: readonly number[]): Card[] {
  return [...cardsByPosition<Card>(collection, positions).values()];
}

/** The same cards by their positions. They are read in one transaction: one for each would take and give back a lock each time. */
export function cardsByPosition<Card>(collection: OpenCollection, positions: readonly number[]): Map<number, Card> {
  const found = new Map<number, Card>();
  const read = () => {
    for (const position of positions) {
      const card = cardAt(collection, position) as Card | undefined;
      if (card !== undefined) found.set(position, card);
    }
  };
  if (positions.every((position) => collection.cards.has(position))) read();
  else collection.db.transaction(read)();
  return found;
}

/** The cards of these ids, in the order asked; ids that do not exist are passed over. */
export function cardsById<Card>(collection: OpenCollection, ids: readonly string[]): Card[] {
  return cardsAt(
    collection,
    ids.flatMap((id) => positionOf(collection, id) ?? []),
  );
}

/** Reads a card by its primary key, unless it was read before: an open collection never outlives its data. */
function cardAt({ cards, readCard, numbers }: OpenCollection, position: number): unknown {
  const kept = cards.get(position);
  if (kept !== undefined) return kept;
  const card = readCard(numbers[position]!);
  if (card === undefined) return undefined;
  if (cards.size >= mostKept) cards.clear();
  cards.set(position, card);
  return card;
}
