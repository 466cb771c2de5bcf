import { createHash } from "node:crypto";
import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";

/**
 * The listings called each month to measure how many are right. The draw is random, so that nobody can choose the good ones, and anybody
 * can repeat it from published data.
 */
export interface Draw {
  /** Such as 2026-11. */
  month: string;
  /** The identity of the ledger it was drawn from, which nobody can choose. */
  identity: string;
  seed: string;
  /** The ids that could be drawn, in code unit order. */
  pool: string[];
  /** The ids drawn, in the order drawn. */
  drawn: string[];
  /** ISO 8601. */
  at: string;
}

/** Returns the SHA-256, in hexadecimal, of the month, the identity of the ledger and the ids, one per line. */
export function seedOf(month: string, identity: string, pool: readonly string[]): string {
  return sha256([month, identity, ...pool].join("\n"));
}

/** Returns the first `count` ids, ordered by the SHA-256 of the seed, a space and the id. */
export function drawIds(seed: string, pool: readonly string[], count: number): string[] {
  const lots = pool.map((id) => ({ id, lot: sha256(`${seed} ${id}`) }));
  return lots
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Draws the listings of a month, once: an existing draw is kept, whatever has been listed since. Call it in a transaction. The only writer
 * of `draws`.
 */
export function drawMonth(
  db: Database,
  { month, identity, at }: Pick<Draw, "month" | "identity" | "at">,
  ids: readonly string[],
  count: number,
): Draw {
  const kept = findDraw(db, month);
  if (kept !== null) return kept;
  const pool = ids.toSorted();
  const seed = seedOf(month, identity, pool);
  const draw = { month, identity, seed, pool, drawn: drawIds(seed, pool, count), at };
  statement(db, "INSERT INTO draws (month, identity, seed, pool, drawn, at) VALUES (?, ?, ?, ?, ?, ?)").run(
    ...[month, identity, seed, JSON.stringify(pool), JSON.stringify(draw.drawn), at],
  );
  return draw;
}

/** Returns the draw of a month; null if there was none. */
export function findDraw(db: Database, month: string): Draw | null {
  const row = statement(db, "SELECT month, identity, seed, pool, drawn, at FROM draws WHERE month = ?").get(month);
  return row === undefined ? null : readDraw(row as DrawRow);
}

/** Returns all draws, newest first. */
export function findDraws(db: Database): Draw[] {
  return (statement(db, "SELECT month, identity, seed, pool, drawn, at FROM draws ORDER BY month DESC").all() as DrawRow[]).map(readDraw);
}

type DrawRow = Omit<Draw, "pool" | "drawn"> & { pool: string; drawn: string };

function readDraw({ pool, drawn, ...row }: DrawRow): Draw {
  return { ...row, pool: JSON.parse(pool) as string[], drawn: JSON.parse(drawn) as string[] };
}
