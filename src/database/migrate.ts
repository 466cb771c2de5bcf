import { readdirSync, readFileSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { root } from "../root.ts";

const folder = new URL("migrations/", root);

/**
 * Runs the migrations that this database has not had, in order, all in one transaction: whoever else opens it sees none of them or all.
 * `user_version` is the last one. Throws where one fails or leaves a row that points to nothing; then nothing is changed.
 */
export function migrate(db: Database): void {
  const run = db.transaction(() => {
    const before = lostRows(db);
    // Asked again within the transaction: another process may have been faster.
    for (const { number, file } of pending(db)) {
      db.exec(readFileSync(new URL(file, folder), "utf8"));
      db.pragma(`user_version = ${number}`);
    }
    const [lost] = lostRows(db).slice(before.length);
    if (lost) throw new Error(`a row of ${lost.table} would point to nothing`);
  });
  run.immediate();
}

/** The rows that point to nothing. */
function lostRows(db: Database): { table: string }[] {
  return db.pragma("foreign_key_check") as { table: string }[];
}

/** Whether this program has migrations that the database has not had. */
export function needsMigration(db: Database): boolean {
  return pending(db).length > 0;
}

/** The number of the last migration that the database has had. */
export function versionOfTables(db: Database): number {
  return db.pragma("user_version", { simple: true }) as number;
}

/** The number of the newest migration that this program knows. */
export function latestMigration(): number {
  return Math.max(...migrations().map(({ number }) => number));
}

function pending(db: Database): { number: number; file: string }[] {
  const done = versionOfTables(db);
  return migrations().filter(({ number }) => number > done);
}

function migrations(): { number: number; file: string }[] {
  return readdirSync(folder)
    .sort()
    .map((file) => ({ number: Number.parseInt(file, 10), file }));
}
