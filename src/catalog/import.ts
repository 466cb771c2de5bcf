import { join } from "node:path";
import type { Database } from "../database/open.ts";
import { rememberSource } from "../database/sources.ts";
import { type AnyListing, type CatalogList, catalogLists } from "./catalog-list.ts";
import { countIds } from "./count-ids.ts";
import { readListings } from "./read.ts";
import { type ImportReport, takeFiles } from "./take-files.ts";
import { readVocabulary } from "./vocabulary.ts";

/**
 * Imports what is new in the catalog's files, in one transaction: a crash leaves the last good data in place. Files have no precedence over
 * editors: a field that somebody else has changed since the file's last import keeps its value, and is in conflict (changes/conflicts.ts). A
 * refused file leaves its listing unchanged. `at` is the time of the changes (ISO 8601).
 */
export function importCatalog(db: Database, folder: string, at: string): ImportReport {
  const { programs, documents } = catalogLists(readVocabulary(folder));
  const read = <Listing extends AnyListing>(list: CatalogList<Listing>) => readListings(join(folder, list.folder), list.schema);
  const programFiles = read(programs);
  const documentFiles = read(documents);
  const report: ImportReport = { added: [], changed: [], unchanged: [], removed: [], conflicting: [], unlisted: [], refused: [] };
  db.transaction(() => {
    rememberSource(db, "catalog", null);
    takeFiles(db, programs, programFiles, at, report);
    takeFiles(db, documents, documentFiles, at, report);
  }).immediate();
  return report;
}

/** Formats the report for the operator. */
export function describeImport(report: ImportReport): string {
  const { added, changed, unchanged, removed, conflicting, unlisted, refused } = report;
  const counts = [
    countIds("added", added),
    countIds("changed", changed),
    `${unchanged.length} unchanged`,
    countIds("removed", removed),
    `${refused.length} refused`,
    ...(conflicting.length > 0 ? [countIds("changed at the desk too, which stays until somebody decides there", conflicting)] : []),
    ...(unlisted.length > 0 ? [countIds("left out because it must not be listed", unlisted)] : []),
  ];
  const reasons = refused.map(({ file, reasons }) => [`  refused ${file}`, ...reasons].join("\n    "));
  return [`Catalog: ${counts.join(", ")}.`, ...reasons].join("\n");
}
