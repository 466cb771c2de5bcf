import Sqlite, { SqliteError } from "better-sqlite3";

/** Milliseconds. */
const maxWait = 10_000;

/**
 * Runs `work` while no other process does work on the same file. Waits up to ten seconds, then throws a sentence. SQLite locks an empty file
 * beside it: the system releases it however its process ends, and it is never deleted, lest the next two processes lock different files.
 */
export function withFileLock<T>(path: string, work: () => T): T {
  const lock = openLock(path);
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    throw new Error(reasonOf(path, error as Error));
  }
  try {
    return work();
  } finally {
    lock.close();
  }
}

function openLock(path: string): Sqlite.Database {
  try {
    return new Sqlite(`${path}-lock`, { timeout: maxWait });
  } catch (error) {
    throw new Error(reasonOf(path, error as Error));
  }
}

function reasonOf(path: string, error: Error): string {
  const isBusy = error instanceof SqliteError && error.code.startsWith("SQLITE_BUSY");
  return isBusy
    ? `Another process has been changing ${path} for ${maxWait / 1000} seconds. Try again when it has ended.`
    : `${path} could not be locked (${error.message}); it is as it was.`;
}
