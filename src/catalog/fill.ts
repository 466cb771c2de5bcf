import type { Database } from "../database/open.ts";
import { isFilledFrom, rememberSource } from "../database/sources.ts";
import { fillPlaces } from "../places/fill.ts";
import { programIds } from "../programs/find.ts";
import { describeImport, importCatalog } from "./import.ts";
import { catalogFolder } from "./read.ts";

/** The result of filling, with a summary for the operator. */
interface Filling {
  kind: "imported" | "unchanged" | "failed";
  summary: string;
}

/**
 * Brings the database up to date with the ZIP codes and the catalog's files, as every start of the server does. If the catalog cannot be
 * imported, the last good data stays; throws if there is none. `build` identifies the build, whose name changes with each of these files:
 * what it has filled is not read again, which would take a tenth of a start. While files are refused, every start imports again, to report
 * them. `at` is the time of the changes (ISO 8601).
 */
export function fillDatabase(db: Database, build: string, at: string, folder: string = catalogFolder): Filling {
  const source = `${build} ${folder}`;
  if (isFilledFrom(db, "catalog", source)) return unchanged;
  fillPlaces(db);
  try {
    const report = importCatalog(db, folder, at);
    if (report.refused.length === 0) rememberSource(db, "catalog", source);
    return { kind: "imported", summary: describeImport(report) };
  } catch (error) {
    if (isNew(db)) throw error;
    return { kind: "failed", summary: `The catalog could not be imported (${(error as Error).message}). The last good data stays.` };
  }
}

const unchanged: Filling = { kind: "unchanged", summary: "Catalog: unchanged." };

/**
 * Fills a database that is still empty, so that a command need not wait for a server. Leaves any other database unchanged: a command about
 * feeds must not publish what an editor is still writing, nor undo the import of another folder.
 */
export function fillNewDatabase(db: Database, build: string, at: string): Filling {
  return isNew(db) ? fillDatabase(db, build, at) : unchanged;
}

function isNew(db: Database): boolean {
  return programIds(db).length === 0;
}
