import { unlistedMeetings } from "../changes/unlisted.ts";
import type { Database } from "../database/open.ts";
import { addBit, allBits, type Bits, bothBits, butNot, noBits } from "../search/facets/bits.ts";
import { type ListIndex, positionOfRow } from "../search/index/build.ts";

/**
 * The positions of an index but for the meetings that were taken off the site since it was made, while a newer one is on its way; null where
 * all are listed, as nearly always.
 */
export function findListedRows(db: Database, index: ListIndex): Bits | null {
  const gone = unlistedMeetings(db).flatMap(({ rows }) => rows.flatMap((row) => positionOfRow(index, row) ?? []));
  if (gone.length === 0) return null;
  const size = index.rows.length;
  const unlisted = noBits(size);
  for (const position of gone) addBit(unlisted, position);
  return butNot(allBits(size), unlisted);
}

/** Of these positions those that are listed. */
export function onlyListed({ listed }: { listed: Bits | null }, bits: Bits): Bits {
  return listed === null ? bits : bothBits(bits, listed);
}
