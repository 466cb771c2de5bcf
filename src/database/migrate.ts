import { readdirSync, readFileSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { root } from "../root.ts";

const folder = new URL("migrations/", root);

/** Runs the migrations that this database has not had, in order, each in a transaction. `user_version` is the last one. */
export function migrate(db: Database): void {
  const done = db.pragma("user_version", { simple: true }) as number;
  for (const file of readdirSync(folder).sort()) {
    const number = Number.parseInt(file, 10);
    if (number <= done) continue;
    db.transaction(() => {
      db.exec(readFileSync(new URL(file, folder), "utf8"));
      db.pragma(`user_version = ${number}`);
    })();
  }
}
