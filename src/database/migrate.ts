import { readdirSync, readFileSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { root } from "../root.ts";

const folder = new URL("migrations/", root);

/**
 * Runs the pending migrations in order, all in one transaction, so that other connections see none of them or all. `user_version` is the
 * number of the last one. Throws where one fails or leaves a dangling reference, and then changes nothing.
 */
export function migrate(db: Database): void {
  const run = db.transaction(() => {
    const before = lostRows(db);
    // Queried again within the transaction, because another process may have been faster.
    for (const { number, file } of pending(db)) {
      db.exec(readFileSync(new URL(file, folder), "utf8"));
      db.pragma(`user_version = ${number}`);
    }
    const [lost] = lostRows(db).slice(before.length);
    if (lost) throw new Error(`a row of ${lost.table} would point to nothing`);
  });
  run.immediate();
}

/** Returns the rows with a dangling reference. */
function lostRows(db: Database): { table: string }[] {
  return db.pragma("foreign_key_check") as { table: string }[];
}

/** Whether the database lacks migrations of this program. */
export function needsMigration(db: Database): boolean {
  return pending(db).length > 0;
}

/** Returns the number of the last migration that was run. */
export function versionOfTables(db: Database): number {
  return db.pragma("user_version", { simple: true }) as number;
}

/** Returns the number of the newest migration of this program. */
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
