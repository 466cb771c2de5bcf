import { unlistedMeetings } from "../changes/unlisted.ts";
import type { Database } from "../database/open.ts";
import { addBit, allBits, type Bits, bothBits, butNot, noBits } from "../search/facets/bits.ts";
import { type ListIndex, positionOfRow } from "../search/index/build.ts";

/**
 * Returns the positions of an index except meetings taken off the site since it was built, while a newer one is being prepared; null if all
 * are listed, which is nearly always.
 */
export function findListedRows(db: Database, index: ListIndex): Bits | null {
  const gone = unlistedMeetings(db).flatMap(({ rows }) => rows.flatMap((row) => positionOfRow(index, row) ?? []));
  if (gone.length === 0) return null;
  const size = index.rows.length;
  const unlisted = noBits(size);
  for (const position of gone) addBit(unlisted, position);
  return butNot(allBits(size), unlisted);
}

/** Returns these positions without those that are not listed. */
export function onlyListed({ listed }: { listed: Bits | null }, bits: Bits): Bits {
  return listed === null ? bits : bothBits(bits, listed);
}
