import type { Database } from "../database/open.ts";

/** The feeds whose meetings are a program's, and when each last came (ISO 8601; null: never by itself), by their ids. */
export function feedsOfProgram(db: Database, program: string): { id: string; fetched: string | null }[] {
  // All meetings of a feed are of one program, so the first tells.
  return db
    .prepare("SELECT id, fetched FROM feeds WHERE (SELECT program FROM meetings WHERE feed = feeds.id LIMIT 1) = ? ORDER BY id")
    .all(program) as { id: string; fetched: string | null }[];
}
