import { fileStamp, fileState, isDamaged, looksWhole, removeEmptyLog } from "../database/file.ts";
import { type Database, openDatabase } from "../database/open.ts";
import { programIds } from "../programs/find.ts";
import type { Site } from "./site.ts";
import { findUnreadable } from "./unreadable.ts";

/**
 * Follows the database file: switches to another file that an operator has put in its place, and reopens a file that has been repaired.
 * While there is no good file the server keeps running, because people may need what is still in memory, and a restart could not read the
 * file either.
 *
 * Returns a function that returns the database to show from now on; null while none can be read, with the reason in `site.problems.database`.
 */
export function followDatabase(site: Site): () => Database | null {
  let db = site.data.db;
  const { name: path } = db;
  let isGood = true;
  /** Set once the file was missing: the files beside it are then no longer those of the connection. */
  let wasGone = false;
  /** Stamp of the file that was last tried; it is not tried again until it has been written to. */
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
    // Everything read so far is still valid, and the open file can still be read.
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

/** Reopens the same file, which may have been repaired. Throws if not; the old connection then stays, for lists that it can still read. */
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
 * Opens another file. Closes the connection first: while it is open SQLite would use the `-shm` of the old file for the new one. Throws
 * while a command is still filling the new file.
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
