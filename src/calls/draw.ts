import { createHash } from "node:crypto";
import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";

/**
 * The listings that are called each month to measure how many are right, drawn by chance so that nobody can choose the good ones: anybody
 * can draw them again from what is published.
 */
export interface Draw {
  /** Such as 2026-11. */
  month: string;
  /** Which history of changes it was drawn from: nobody can choose it. */
  identity: string;
  seed: string;
  /** The ids of all that could be drawn, in the order of their letters. */
  pool: string[];
  /** The ids that were, in the order in which they were. */
  drawn: string[];
  /** ISO 8601. */
  at: string;
}

/** The SHA-256, in hexadecimal, of the month, the identity of the ledger and the ids, a line each. */
export function seedOf(month: string, identity: string, pool: readonly string[]): string {
  return sha256([month, identity, ...pool].join("\n"));
}

/** The first `count` of the ids in the order of the SHA-256 of the seed, a space and the id. */
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
 * Draws the listings of a month, once: the draw that is there already stays, whatever has been listed since. Call it in a transaction. The
 * only writer of `draws`.
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

/** The draw of a month; null where there was none. */
export function findDraw(db: Database, month: string): Draw | null {
  const row = statement(db, "SELECT month, identity, seed, pool, drawn, at FROM draws WHERE month = ?").get(month);
  return row === undefined ? null : readDraw(row as DrawRow);
}

/** All draws, the last first. */
export function findDraws(db: Database): Draw[] {
  return (statement(db, "SELECT month, identity, seed, pool, drawn, at FROM draws ORDER BY month DESC").all() as DrawRow[]).map(readDraw);
}

type DrawRow = Omit<Draw, "pool" | "drawn"> & { pool: string; drawn: string };

function readDraw({ pool, drawn, ...row }: DrawRow): Draw {
  return { ...row, pool: JSON.parse(pool) as string[], drawn: JSON.parse(drawn) as string[] };
}
