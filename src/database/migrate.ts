import { readdirSync, readFileSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { root } from "../root.ts";

const folder = new URL("migrations/", root);

/** Runs the migrations that this database has not had, in order, each in a transaction. `user_version` is the last one. */
export function migrate(db: Database): void {
  const done = db.pragma("user_version", { simple: true }) as number;
  for (const { number, file } of migrations()) {
    if (number <= done) continue;
    db.transaction(() => {
      db.exec(readFileSync(new URL(file, folder), "utf8"));
      db.pragma(`user_version = ${number}`);
    })();
  }
}

/** The number of the newest migration that this program knows. */
export function latestMigration(): number {
  return Math.max(...migrations().map(({ number }) => number));
}

function migrations(): { number: number; file: string }[] {
  return readdirSync(folder)
    .sort()
    .map((file) => ({ number: Number.parseInt(file, 10), file }));
}
