import Sqlite, { SqliteError } from "better-sqlite3";

/** Milliseconds. */
const maxWait = 10_000;

/**
 * Runs `work` while no other process does work on the same file. Waits up to ten seconds, then throws a sentence. The lock is SQLite's, on an
 * empty file beside it: the system releases it when its process ends, for whatever reason. So no stale lock remains, and no two processes can
 * take one over at once. The empty file is never deleted: without it the next two processes could each lock a different file.
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
