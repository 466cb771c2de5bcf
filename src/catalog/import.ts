import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Collection } from "../search/collection.ts";
import { removeEntry, type Saved, savedIds } from "../search/save.ts";
import type { Database } from "../database/open.ts";
import { isFilledFrom, rememberSource } from "../database/sources.ts";
import { documentSchema } from "../library/document.ts";
import { documents } from "../library/facets.ts";
import { saveDocument } from "../library/save.ts";
import { programs } from "../programs/facets.ts";
import { programSchema } from "../programs/program.ts";
import { saveProgram } from "../programs/save.ts";
import { type Listings, type Refusal, readListings } from "./read.ts";

/** What an import did: ids by outcome, and the files it refused with the reasons. */
interface Report extends Record<Saved | "removed", string[]> {
  refused: Refusal[];
}

/**
 * Brings the database in step with the catalog's files, all in one transaction: after a crash the last good data stands.
 * A refused file leaves its listing as it was. `at` is the time to write beside the report (ISO 8601).
 */
export function importCatalog(db: Database, folder: string, at: string): Report {
  const programFiles = readListings(join(folder, "programs"), programSchema);
  const documentFiles = readListings(join(folder, "library"), documentSchema);
  const report: Report = {
    added: [],
    changed: [],
    unchanged: [],
    removed: [],
    refused: [...programFiles.refused, ...documentFiles.refused],
  };
  db.transaction(() => {
    rememberSource(db, "catalog", null);
    bring(db, programs, programFiles, (program) => saveProgram(db, program), report);
    bring(db, documents, documentFiles, (document) => saveDocument(db, document), report);
    if (report.added.length + report.changed.length + report.removed.length > 0) {
      db.prepare("INSERT INTO imports (at, report) VALUES (?, ?)").run(at, JSON.stringify(report));
    }
  }).immediate();
  return report;
}

/**
 * Imports the catalog unless the database was filled from these very files by this very program, named by `build`. Null: it was.
 * Files that were refused are named at every start.
 */
export function fillFromCatalog(db: Database, folder: string, build: string, at: string): Report | null {
  const digest = createHash("sha256").update(build);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (name.endsWith(".json")) digest.update(name).update(readFileSync(join(folder, name)));
  }
  const source = digest.digest("base64url");
  if (isFilledFrom(db, "catalog", source)) return null;
  const report = importCatalog(db, folder, at);
  if (report.refused.length === 0) rememberSource(db, "catalog", source);
  return report;
}

function bring<T extends { id: string }>(
  db: Database,
  collection: Pick<Collection, "table">,
  { listings, refused }: Listings<T>,
  save: (listing: T) => Saved,
  report: Report,
): void {
  for (const listing of listings) report[save(listing)].push(listing.id);
  const kept = new Set([...listings.map(({ id }) => id), ...refused.map(({ file }) => basename(file, ".json"))]);
  for (const id of savedIds(db, collection).filter((id) => !kept.has(id))) {
    removeEntry(db, collection, id);
    report.removed.push(id);
  }
}

/** Another one after each import that changed something, and in each database; whatever is kept or cached is kept under it. */
export function dataVersion(db: Database): string {
  return db
    .prepare("SELECT digest || '.' || (SELECT coalesce(max(id), 0) FROM imports) FROM sources WHERE name = 'database'")
    .pluck()
    .get() as string;
}

/** The report as an operator reads it. */
export function describeReport(report: Report): string {
  const { added, changed, unchanged, removed, refused } = report;
  const named = (what: string, ids: string[]) =>
    ids.length > 0 && ids.length <= 12 ? `${ids.length} ${what} (${ids.join(", ")})` : `${ids.length} ${what}`;
  const counts = [
    named("added", added),
    named("changed", changed),
    `${unchanged.length} unchanged`,
    named("removed", removed),
    `${refused.length} refused`,
  ];
  const reasons = refused.map(({ file, reasons }) => [`  refused ${file}`, ...reasons].join("\n    "));
  return [`Catalog: ${counts.join(", ")}.`, ...reasons].join("\n");
}
