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

/** What an export did: the ids of listings by what became of their files. */
interface ExportReport {
  written: string[];
  unchanged: string[];
  removed: string[];
  /** Files that say something which has not been imported; they stay as they are. */
  newer: string[];
}

/**
 * Writes the listings of the database into the files of a catalog. A file that says what is listed keeps its bytes; one that says something
 * that was never listed is left as it is, so that nobody's work is lost. In a new folder the pages beside the listings are put too, so that
 * it is a whole catalog.
 */
export function exportCatalog(db: Database, folder: string): ExportReport {
  completeCatalog(folder);
  const { programs, documents } = catalogLists(readVocabulary(folder));
  const report: ExportReport = { written: [], unchanged: [], removed: [], newer: [] };
  exportList(db, programs, folder, report);
  exportList(db, documents, folder, report);
  return report;
}

/** Puts what belongs to a catalog and is no listing, where it is missing. */
function completeCatalog(folder: string): void {
  const isListing = (file: string) => /^(programs|library)[/\\]/.test(relative(catalogFolder, file));
  if (resolve(folder) === resolve(catalogFolder)) return;
  cpSync(catalogFolder, folder, { recursive: true, force: false, filter: (file) => !isListing(file) });
}

/** One export of one list, under way. */
interface Exporting<Listing extends AnyListing> {
  db: Database;
  list: CatalogList<Listing>;
  folder: string;
  /** What each file said when it was last imported, by id. */
  said: ReadonlyMap<string, string>;
  report: ExportReport;
}

function exportList<Listing extends AnyListing>(db: Database, list: CatalogList<Listing>, catalog: string, report: ExportReport): void {
  const folder = join(catalog, list.folder);
  const exporting: Exporting<Listing> = { db, list, folder, said: lastSaid(db, list.name), report };
  mkdirSync(folder, { recursive: true });
  const listed = new Set(savedIds(db, { table: list.name }));
  for (const id of listed) writeListing(exporting, id);
  for (const id of filesIn(folder)) if (!listed.has(id)) removeFile(exporting, id);
}

/** The ids of the listings that have a file, by the alphabet. */
function filesIn(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort().map((name) => basename(name, ".json"));
}

function writeListing<Listing extends AnyListing>(exporting: Exporting<Listing>, id: string): void {
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

/** Removes the file of a listing that is gone, unless it says something that was never listed. */
function removeFile<Listing extends AnyListing>(exporting: Exporting<Listing>, id: string): void {
  const { folder, report } = exporting;
  const file = join(folder, `${id}.json`);
  if (isKnown(exporting, id, readFileSync(file, "utf8"))) {
    rmSync(file);
    report.removed.push(id);
  } else report.newer.push(id);
}

/** The text of a listing's file: what the file said last, word for word, as far as that is what is listed. */
function textOf<Listing extends AnyListing>(list: CatalogList<Listing>, listing: Listing, said: string | null): string {
  return rewriteJson(listing, said === null ? null : { text: said, before: parse(list, said) });
}

/** Whether a file says only what the ledger knows: what it said when it was last imported, or what was listed at some time. */
function isKnown<Listing extends AnyListing>({ db, list, said }: Exporting<Listing>, id: string, text: string): boolean {
  if (text === said.get(id)) return true;
  const saying = parse(list, text);
  const history = historyOf(db, list.name, id);
  const present = list.find(db, id);
  return history.some((_, steps) => isDeepStrictEqual(rewind(present, history.slice(0, steps)), saying));
}

/** What a text says, with all defaults where it fits the schema; null where it is not JSON. */
function parse<Listing extends AnyListing>(list: CatalogList<Listing>, text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return list.schema.safeParse(json).data ?? json;
  } catch {
    return null;
  }
}

/** The report as an operator reads it. */
export function describeExport({ written, unchanged, removed, newer }: ExportReport): string {
  const counts = [countIds("written", written), `${unchanged.length} unchanged`, countIds("removed", removed)];
  const left = newer.map((id) => `  left as it is: ${id}.json says something that was never imported. Import it first.`);
  return [`Files: ${counts.join(", ")}.`, ...left].join("\n");
}
