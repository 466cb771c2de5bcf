import type { Database } from "better-sqlite3";
import { latestMigration, versionOfTables } from "./migrate.ts";

/** Thrown for a database that this program must not touch; the message says whose it is and what to do. */
export class NotOurDatabase extends Error {}

/** Thrown for a database of a newer Porchlight. */
export class NewerDatabase extends NotOurDatabase {}

/** "Plgt" in ASCII, as migration 011 writes it. */
export const applicationId = 0x506c6774;
/** Last version of earlier programs, whose files have no application id. */
export const lastWithoutId = 10;

/** Throws NotOurDatabase for a file of another program or of a newer Porchlight. Only reads it. */
export function refuseForeign(db: Database): void {
  const id = db.pragma("application_id", { simple: true });
  const version = versionOfTables(db);
  const latest = latestMigration();
  if (isNew(db) || (id === 0 && version <= lastWithoutId && hasImports(db))) return;
  if (id !== applicationId) throw new NotOurDatabase("it belongs to another program. Set DATABASE to a file that is not there yet.");
  if (version > latest) {
    throw new NewerDatabase(
      `a newer Porchlight made it: its tables are of version ${version}, this program knows ${latest}. Update Porchlight, or set DATABASE to another file.`,
    );
  }
}

/** Whether it is still empty. */
export function isNew(db: Database): boolean {
  return db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get() === 0;
}

function hasImports(db: Database): boolean {
  return db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'imports'").pluck().get() === 1;
}
