import { fileStamp, fileState, isDamaged, looksWhole, removeEmptyLog } from "../database/file.ts";
import { type Database, openDatabase } from "../database/open.ts";
import { programIds } from "../programs/find.ts";
import type { Site } from "./site.ts";
import { findUnreadable } from "./unreadable.ts";

/**
 * Looks at the file of the database, and keeps to it: to another one that an operator has put in its place, and to the same one when it
 * has been repaired. While there is no good file the server goes on, because people may need what it still has in memory, and a new
 * start could not read the file either.
 *
 * Returns a function that gives the database to read from: the one that the site shows, or another that it is to show from now on.
 * Null while there is none that can be read; then `site.problems.database` says why.
 */
export function followDatabase(site: Site): () => Database | null {
  let db = site.data.db;
  const { name: path } = db;
  let isGood = true;
  /** Then the files beside it are no longer those of the connection. */
  let wasGone = false;
  /** The file that was last found bad. It is not tried again until somebody has written to it. */
  let badStamp: string | null = null;

  const fail = (problem: string) => {
    isGood = false;
    site.problems.database = problem;
    return null;
  };

  const takeUp = (state: "same" | "replaced") => {
    const stamp = fileStamp(path);
    if (stamp === badStamp) return null;
    if (!looksWhole(path)) return fail(`The file ${path} is not a whole database. ${cure}`);
    badStamp = stamp;
    try {
      db = state === "same" ? reopened(db) : replaced(db);
    } catch (error) {
      return state === "same" ? null : fail((error as Error).message);
    }
    isGood = true;
    wasGone = false;
    return db;
  };

  return () => {
    const state = fileState(db);
    // What was read from it is still right, and the open file can still be read.
    if (state === "gone") {
      if (!wasGone) removeEmptyLog(path);
      wasGone = true;
      return fail(`The database ${path} is gone. ${cure}`);
    }
    if (state === "replaced" || !isGood) return takeUp(wasGone ? "replaced" : state);
    const unreadable = db === site.data.db ? findUnreadable(site.data) : null;
    if (unreadable === null) return db;
    return fail(`${unreadable.problem} ${cure}`);
  };
}

/** The same file, which somebody may have repaired. Throws where not; then the connection stays, for the lists that it still gives. */
function reopened(db: Database): Database {
  const next = openDatabase(db.name);
  if (isDamaged(next)) {
    next.close();
    throw new Error("it is still damaged");
  }
  db.close();
  return next;
}

/**
 * Another file. The connection is closed first: beside it SQLite would take the `-shm` of the old file for the new one's. Throws where
 * a command is still making it.
 */
function replaced(db: Database): Database {
  db.close();
  const next = openDatabase(db.name);
  if (programIds(next).length > 0) return next;
  next.close();
  throw new Error(`The database ${db.name} holds no programs. Fill it with npm run catalog -- import. ${goingOn}`);
}

const goingOn = "Until then pages are answered from memory as far as that goes.";
const cure = `Put a good one in its place; the site takes it up. ${goingOn}`;
