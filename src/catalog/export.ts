import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { lastSaid } from "../changes/last-said.ts";
import { rewind } from "../changes/rewind.ts";
import { historyOf } from "../changes/since.ts";
import type { Database } from "../database/open.ts";
import { savedIds } from "../search/save.ts";
import { type AnyListing, type CatalogList, catalogLists } from "./catalog-list.ts";
import { countIds } from "./count-ids.ts";
import { catalogFolder } from "./read.ts";
import { rewriteJson } from "./rewrite-json.ts";
import { readVocabulary } from "./vocabulary.ts";

/** The result of an export: the ids of listings, by what happened to their files. */
interface ExportReport {
  written: string[];
  unchanged: string[];
  removed: string[];
  /** Files with content that was never imported; they are left unchanged. */
  newer: string[];
}

/**
 * Writes the listings of the database into the files of a catalog, and completes the folder. A file that already matches its listing keeps
 * its bytes; one with content that was never listed is left unchanged, so that no work is lost.
 */
export function exportCatalog(db: Database, folder: string): ExportReport {
  completeCatalog(folder);
  const { programs, documents } = catalogLists(readVocabulary(folder));
  const report: ExportReport = { written: [], unchanged: [], removed: [], newer: [] };
  exportList(db, programs, folder, report);
  exportList(db, documents, folder, report);
  return report;
}

/** Copies the files of the catalog other than listings, where they are missing. */
function completeCatalog(folder: string): void {
  const isListing = (file: string) => /^(programs|library)[/\\]/.test(relative(catalogFolder, file));
  if (resolve(folder) === resolve(catalogFolder)) return;
  cpSync(catalogFolder, folder, { recursive: true, force: false, filter: (file) => !isListing(file) });
}

/** The state of exporting one list. */
interface Exporting {
  db: Database;
  list: CatalogList<AnyListing>;
  folder: string;
  /** The text of each file when it was last imported, by id. */
  said: ReadonlyMap<string, string>;
  report: ExportReport;
}

function exportList(db: Database, list: CatalogList<AnyListing>, catalog: string, report: ExportReport): void {
  const folder = join(catalog, list.folder);
  const exporting: Exporting = { db, list, folder, said: lastSaid(db, list.name), report };
  mkdirSync(folder, { recursive: true });
  const listed = new Set(savedIds(db, { table: list.name }));
  for (const id of listed) writeListing(exporting, id);
  for (const id of filesIn(folder)) if (!listed.has(id)) removeFile(exporting, id);
}

/** Returns the ids of the listings that have a file, in alphabetical order. */
function filesIn(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort().map((name) => basename(name, ".json"));
}

function writeListing(exporting: Exporting, id: string): void {
  const { db, list, folder, said, report } = exporting;
  const file = join(folder, `${id}.json`);
  const text = textOf(list, list.find(db, id)!, said.get(id) ?? null);
  const present = existsSync(file) ? readFileSync(file, "utf8") : null;
  if (present === text) report.unchanged.push(id);
  else if (present !== null && !isKnown(exporting, id, present)) report.newer.push(id);
  else {
    writeFileSync(file, text);
    report.written.push(id);
  }
}

/** Removes the file of a listing that is gone, unless the file has content that was never listed. */
function removeFile(exporting: Exporting, id: string): void {
  const { folder, report } = exporting;
  const file = join(folder, `${id}.json`);
  if (isKnown(exporting, id, readFileSync(file, "utf8"))) {
    rmSync(file);
    report.removed.push(id);
  } else report.newer.push(id);
}

/** Returns the text of a listing's file: the last imported text, verbatim except where the listing has changed. */
function textOf(list: CatalogList<AnyListing>, listing: AnyListing, said: string | null): string {
  return rewriteJson(listing, said === null ? null : { text: said, before: parse(list, said) });
}

/** Whether the ledger knows the content of a file: it is the last imported text, or a present or past state of the listing. */
function isKnown({ db, list, said }: Exporting, id: string, text: string): boolean {
  if (text === said.get(id)) return true;
  const saying = parse(list, text);
  const history = historyOf(db, list.name, id);
  const present = list.find(db, id);
  return history.some((_, steps) => isDeepStrictEqual(rewind(present, history.slice(0, steps)), saying));
}

/** Parses the text of a listing, with all defaults if it fits the schema; null if it is not JSON. */
function parse(list: CatalogList<AnyListing>, text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return list.schema.safeParse(json).data ?? json;
  } catch {
    return null;
  }
}

/** Formats the report for the operator. */
export function describeExport({ written, unchanged, removed, newer }: ExportReport): string {
  const counts = [countIds("written", written), `${unchanged.length} unchanged`, countIds("removed", removed)];
  const left = newer.map((id) => `  left as it is: ${id}.json says something that was never imported. Import it first.`);
  return [`Files: ${counts.join(", ")}.`, ...left].join("\n");
}
