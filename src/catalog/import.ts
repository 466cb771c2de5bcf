import { join } from "node:path";
import { append } from "../changes/append.ts";
import type { Database } from "../database/open.ts";
import { isFilledFrom, rememberSource } from "../database/sources.ts";
import { type AnyListing, type CatalogList, catalogLists } from "./catalog-list.ts";
import { type Listings, type Refusal, readListings } from "./read.ts";
import { type Outcomes, takeFiles } from "./take-files.ts";
import { readVocabulary } from "./vocabulary.ts";

/** What an import did, and the files it refused with the reasons. */
interface Report extends Outcomes {
  refused: Refusal[];
}

/**
 * Takes over what the catalog's files say anew, all in one transaction: a crash leaves the last good data in place. A file is one editor
 * among others: what somebody else has changed since it last spoke stays, and is in conflict (changes/conflicts.ts). A refused file leaves
 * its listing as it was. `at` is the time of the changes (ISO 8601).
 */
export function importCatalog(db: Database, folder: string, at: string): Report {
  const { programs, documents } = catalogLists(readVocabulary(folder));
  const read = <Listing extends AnyListing>(list: CatalogList<Listing>) => readListings(join(folder, list.folder), list.schema);
  const programFiles = read(programs);
  const documentFiles = read(documents);
  return db
    .transaction(() => {
      rememberSource(db, "catalog", null);
      return mergeReports(takeList(db, programs, programFiles, at), takeList(db, documents, documentFiles, at));
    })
    .immediate();
}

/** Takes the files of one list. Where only what is made of listings was written again (their cards, their labels), that is a change too. */
function takeList<Listing extends AnyListing>(db: Database, list: CatalogList<Listing>, files: Listings<Listing>, at: string): Report {
  const { outcomes, refused, rewritten } = takeFiles(db, list, files, at);
  if (rewritten > 0) {
    const by = { role: "catalog", account: null } as const;
    const about = { kind: "imported", list: list.name, subject: "catalog", before: null, after: { rewritten } } as const;
    append(db, { ...about, by, at, why: null, isPublic: false }, null, () => undefined);
  }
  return { ...outcomes, refused: [...files.refused, ...refused] };
}

/**
 * Imports the catalog unless the database was filled from this folder by this very build, whose name changes with every file of the catalog:
 * to read six hundred files again takes a tenth of a start. Returns null when nothing had to be done. Files that were refused are named at
 * every start.
 */
export function fillFromCatalog(db: Database, folder: string, build: string, at: string): Report | null {
  const source = `${build} ${folder}`;
  if (isFilledFrom(db, "catalog", source)) return null;
  const report = importCatalog(db, folder, at);
  if (report.refused.length === 0) rememberSource(db, "catalog", source);
  return report;
}

function mergeReports(a: Report, b: Report): Report {
  return {
    added: [...a.added, ...b.added],
    changed: [...a.changed, ...b.changed],
    unchanged: [...a.unchanged, ...b.unchanged],
    removed: [...a.removed, ...b.removed],
    conflicting: [...a.conflicting, ...b.conflicting],
    unlisted: [...a.unlisted, ...b.unlisted],
    refused: [...a.refused, ...b.refused],
  };
}

/** The report as an operator reads it. */
export function describeImport(report: Report): string {
  const { added, changed, unchanged, removed, conflicting, unlisted, refused } = report;
  const named = (what: string, ids: string[]) =>
    ids.length > 0 && ids.length <= 12 ? `${ids.length} ${what} (${ids.join(", ")})` : `${ids.length} ${what}`;
  const counts = [
    named("added", added),
    named("changed", changed),
    `${unchanged.length} unchanged`,
    named("removed", removed),
    `${refused.length} refused`,
    ...(conflicting.length > 0 ? [named("changed at the desk too, which stays until somebody decides there", conflicting)] : []),
    ...(unlisted.length > 0 ? [named("left out because it must not be listed", unlisted)] : []),
  ];
  const reasons = refused.map(({ file, reasons }) => [`  refused ${file}`, ...reasons].join("\n    "));
  return [`Catalog: ${counts.join(", ")}.`, ...reasons].join("\n");
}
