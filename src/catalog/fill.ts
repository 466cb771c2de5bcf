import type { Database } from "../database/open.ts";
import { fillPlaces } from "../places/fill.ts";
import { programIds } from "../programs/find.ts";
import { describeImport, fillFromCatalog } from "./import.ts";
import { catalogFolder } from "./read.ts";

/** What filling did, and the sentences that say so to the operator. */
interface Filling {
  kind: "imported" | "unchanged" | "failed";
  summary: string;
}

/**
 * Brings the database in step with the ZIP codes and the catalog's files: what every start of the server does. A catalog that cannot be
 * imported leaves the last good data; throws where there is none. `build` names the program, `at` is the time recorded with the report.
 */
export function fillDatabase(db: Database, build: string, at: string, folder: string = catalogFolder): Filling {
  fillPlaces(db);
  try {
    const report = fillFromCatalog(db, folder, build, at);
    return report ? { kind: "imported", summary: describeImport(report) } : { kind: "unchanged", summary: "Catalog: unchanged." };
  } catch (error) {
    if (isNew(db)) throw error;
    return { kind: "failed", summary: `The catalog could not be imported (${(error as Error).message}). The last good data stays.` };
  }
}

/**
 * Fills a database that nothing has filled yet, so that a command need not wait for a server. Any other stays as it is: a command about
 * feeds must not publish what an editor is still writing, nor undo the import of another folder.
 */
export function fillNewDatabase(db: Database, build: string, at: string): Filling {
  return isNew(db) ? fillDatabase(db, build, at) : { kind: "unchanged", summary: "Catalog: unchanged." };
}

function isNew(db: Database): boolean {
  return programIds(db).length === 0;
}
