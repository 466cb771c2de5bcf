import type { Statement } from "better-sqlite3";
import type { Database } from "./open.ts";

const known = new WeakMap<Database, Map<string, Statement>>();

/**
 * Returns a statement, prepared once for each database, so that writing two hundred thousand rows prepares nothing twice. Use `+?` rather
 * than `?` in a join: SQLite plans a join for the value of a bare parameter, so each new value prepares it again, which takes ten times as
 * long as reading a row.
 */
export function statement(db: Database, sql: string): Statement {
  const statements = known.get(db) ?? new Map<string, Statement>();
  known.set(db, statements);
  const prepared = statements.get(sql) ?? db.prepare(sql);
  statements.set(sql, prepared);
  return prepared;
}
