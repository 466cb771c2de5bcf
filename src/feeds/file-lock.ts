import Sqlite, { SqliteError } from "better-sqlite3";

/** Milliseconds. */
const maxWait = 10_000;

/**
 * Does `work` while no other process does work on the same file. Waits up to ten seconds; throws a sentence where somebody works longer.
 * The lock is SQLite's, on an empty file beside it: the system gives it back when its process ends, however that ends. So none is ever
 * left over, and no two processes can take over a dead one's lock at once. The empty file stays: without it the next two would each lock
 * a file of their own.
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
