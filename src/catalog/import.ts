import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Database } from "../database/open.ts";
import { isFilledFrom, rememberSource } from "../database/sources.ts";
import { recordImport } from "../database/versions.ts";
import { documentSchema } from "../library/document.ts";
import { saveDocument } from "../library/save.ts";
import { programSchema } from "../programs/program.ts";
import { saveProgram } from "../programs/save.ts";
import { removeEntry, type Saved, savedIds } from "../search/save.ts";
import { type Listings, type Refusal, readListings } from "./read.ts";
import { readVocabulary } from "./vocabulary.ts";

/** The ids of listings by what became of them. */
type Outcomes = Record<Saved | "removed", string[]>;

/** What an import did, and the files it refused with the reasons. */
interface Report extends Outcomes {
  refused: Refusal[];
}

/**
 * Brings the database in step with the catalog's files, all in one transaction: a crash leaves the last good data in place.
 * A refused file leaves its listing as it was. `at` is the time recorded with the report (ISO 8601).
 */
export function importCatalog(db: Database, folder: string, at: string): Report {
  const vocabulary = readVocabulary(folder);
  const programFiles = readListings(join(folder, "programs"), programSchema(vocabulary));
  const documentFiles = readListings(join(folder, "library"), documentSchema(vocabulary));
  const refused = [...programFiles.refused, ...documentFiles.refused];
  return db
    .transaction(() => {
      rememberSource(db, "catalog", null);
      const programs = syncListings(db, "programs", programFiles, (program) => saveProgram(db, vocabulary, program));
      const documents = syncListings(db, "documents", documentFiles, (document) => saveDocument(db, vocabulary, document));
      const report = { ...mergeOutcomes(programs, documents), refused };
      const changed = [
        ...(hasChanges(programs) ? (["programs"] as const) : []),
        ...(hasChanges(documents) ? (["documents"] as const) : []),
      ];
      if (changed.length > 0) recordImport(db, changed, at, report);
      return report;
    })
    .immediate();
}

/**
 * Imports the catalog unless the database was filled from these very files by this very program, named by `build`. Returns null when nothing had to be done.
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

/** Writes the listings of a table, and removes those whose file is gone. */
function syncListings<T extends { id: string }>(
  db: Database,
  table: "programs" | "documents",
  { listings, refused }: Listings<T>,
  save: (listing: T) => Saved,
): Outcomes {
  const outcomes: Outcomes = { added: [], changed: [], unchanged: [], removed: [] };
  for (const listing of listings) outcomes[save(listing)].push(listing.id);
  const kept = new Set([...listings.map(({ id }) => id), ...refused.map(({ file }) => basename(file, ".json"))]);
  for (const id of savedIds(db, { table }).filter((id) => !kept.has(id))) {
    removeEntry(db, { table }, id);
    outcomes.removed.push(id);
  }
  return outcomes;
}

function mergeOutcomes(a: Outcomes, b: Outcomes): Outcomes {
  return {
    added: [...a.added, ...b.added],
    changed: [...a.changed, ...b.changed],
    unchanged: [...a.unchanged, ...b.unchanged],
    removed: [...a.removed, ...b.removed],
  };
}

function hasChanges({ added, changed, removed }: Outcomes): boolean {
  return added.length + changed.length + removed.length > 0;
}

/** The report as an operator reads it. */
export function describeImport(report: Report): string {
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
