import { realpathSync } from "node:fs";
import Sqlite, { type Database } from "better-sqlite3";
import { Replaced } from "./file.ts";
import { latestMigration, migrate, needsMigration, versionOfTables } from "./migrate.ts";
import { copyDatabase, holdStill, removeFiles, replaceFile } from "./replace.ts";

/** Thrown where migrations could not be run; the message says which, why, and that nothing was changed. */
export class MigrationFailed extends Error {}

/**
 * Runs the pending migrations of a database file on a copy, and puts the copy in its place only when SQLite finds no fault with it. The
 * connection is unusable afterwards: open the file again. Other processes that write or migrate wait meanwhile. Throws MigrationFailed or
 * the disk's error, and leaves the database as it was.
 */
export function migrateByCopy(db: Database): void {
  const path = realpathSync(db.name);
  try {
    holdStill(db, () => migrateUnlessDone(db, path));
  } catch (error) {
    // Another process was faster.
    if (!(error instanceof Replaced)) throw error;
  }
}

function migrateUnlessDone(db: Database, path: string): void {
  const copy = `${path}-migrating`;
  if (!needsMigration(db)) return;
  try {
    removeFiles(copy);
    copyDatabase(path, copy);
    migrateAlone(copy);
    replaceFile(path, copy, asideOf(path));
  } catch (error) {
    removeFiles(copy);
    throw isOfTheDisk(error) ? error : failed(versionOfTables(db), error as Error);
  }
}

/** Returns where the database from before the migrations is kept until the new one has been opened. */
export function asideOf(path: string): string {
  return `${path}-before-migration`;
}

function migrateAlone(file: string): void {
  const db = new Sqlite(file);
  try {
    // A single self-contained file, at all times after the last transaction.
    db.pragma("journal_mode = DELETE");
    db.pragma("foreign_keys = ON");
    migrate(db);
    const fault = db.pragma("integrity_check(1)", { simple: true });
    if (fault !== "ok") throw new Error(`SQLite finds fault with it: ${String(fault)}`);
  } finally {
    db.close();
  }
}

/** Whether the cause is a full disk or a damaged file, for which there are specific messages (open-error.ts). */
function isOfTheDisk(error: unknown): boolean {
  return /^(SQLITE_(FULL|CORRUPT|NOTADB|IOERR|BUSY)|E[A-Z]+$)/.test((error as { code?: string }).code ?? "");
}

function failed(version: number, error: Error): MigrationFailed {
  return new MigrationFailed(
    `its tables could not be changed from version ${version} to ${latestMigration()} (${error.message}). Nothing was changed, and the Porchlight that made it still works with it.`,
    { cause: error },
  );
}
