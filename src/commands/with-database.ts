import { fillNewDatabase } from "../catalog/fill.ts";
import { readConfig } from "../config.ts";
import { closeDatabase, type Database, openDatabase } from "../database/open.ts";
import { loadAssets } from "../web/assets.ts";

/** The work of a command on the database. Returns the exit status. */
type Work = (db: Database) => number | Promise<number>;

/** Milliseconds that a command waits for another process that is writing, because nobody may be there to try again. */
const maxWait = 60_000;

/** Prints why nothing seems to happen, to stderr to keep it out of the output. */
export function sayWaiting(): void {
  console.error("Another process is writing to the database. Waiting up to a minute for it to finish …");
}

/** Runs a command's work on the operator's database, and closes it. Resolves to the exit status. */
export async function withDatabase(work: Work): Promise<number> {
  const db = openDatabase(readConfig().database);
  db.pragma(`busy_timeout = ${maxWait}`);
  try {
    return await work(db);
  } finally {
    closeDatabase(db);
  }
}

/** Like `withDatabase`, but first fills a database that no server has opened yet, for work that needs the catalog; reports that on stderr. */
export function withFilledDatabase(work: Work): Promise<number> {
  return withDatabase((db) => {
    const filling = fillNewDatabase(db, loadAssets().build, new Date().toISOString());
    if (filling.kind !== "unchanged") console.error(filling.summary);
    return work(db);
  });
}
