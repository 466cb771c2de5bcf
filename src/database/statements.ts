import type { Statement } from "better-sqlite3";
import type { Database } from "./open.ts";

const known = new WeakMap<Database, Map<string, Statement>>();

/**
 * A statement, prepared once for each database: writing two hundred thousand rows prepares nothing twice. A join asks for `+?` rather than
 * `?`: SQLite plans a join for the value that a bare parameter has, so each new value prepares it again, ten times as long as reading a row.
 */
export function statement(db: Database, sql: string): Statement {
  const statements = known.get(db) ?? new Map<string, Statement>();
  known.set(db, statements);
  const prepared = statements.get(sql) ?? db.prepare(sql);
  statements.set(sql, prepared);
  return prepared;
}
