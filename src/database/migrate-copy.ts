import { realpathSync } from "node:fs";
import Sqlite, { type Database } from "better-sqlite3";
import { Replaced } from "./file.ts";
import { latestMigration, migrate, needsMigration, versionOfTables } from "./migrate.ts";
import { copyDatabase, holdStill, removeFiles, replaceFile } from "./replace.ts";

/** Migrations that could not be run; the message says which, why, and that nothing was changed. */
export class MigrationFailed extends Error {}

/**
 * Runs the migrations that a database in a file has not had on a copy of it, and puts that in its place only when SQLite finds no fault with
 * it. The connection is of no use after that: open the file anew. Other processes that write, or that want to do the same, wait meanwhile.
 * Throws MigrationFailed, or what the disk says; then the database is as it was.
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

/** Where the database from before the migrations stays until the new one has been opened. */
export function asideOf(path: string): string {
  return `${path}-before-migration`;
}

function migrateAlone(file: string): void {
  const db = new Sqlite(file);
  try {
    // One file, whole by itself, at every moment after the last transaction.
    db.pragma("journal_mode = DELETE");
    db.pragma("foreign_keys = ON");
    migrate(db);
    const fault = db.pragma("integrity_check(1)", { simple: true });
    if (fault !== "ok") throw new Error(`SQLite finds fault with it: ${String(fault)}`);
  } finally {
    db.close();
  }
}

/** A full disk and a damaged file have sentences of their own (open-error.ts). */
function isOfTheDisk(error: unknown): boolean {
  return /^(SQLITE_(FULL|CORRUPT|NOTADB|IOERR|BUSY)|E[A-Z]+$)/.test((error as { code?: string }).code ?? "");
}

function failed(version: number, error: Error): MigrationFailed {
  return new MigrationFailed(
    `its tables could not be changed from version ${version} to ${latestMigration()} (${error.message}). Nothing was changed, and the Porchlight that made it still works with it.`,
    { cause: error },
  );
}
