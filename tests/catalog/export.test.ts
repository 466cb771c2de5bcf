import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { editListing, removeListing } from "../../src/catalog/edit-listing.ts";
import { describeExport, exportCatalog } from "../../src/catalog/export.ts";
import { importCatalog } from "../../src/catalog/import.ts";
import { catalogFolder } from "../../src/catalog/read.ts";
import { lastSeq, versionOfSubject } from "../../src/changes/append.ts";
import type { Database } from "../../src/database/open.ts";
import { findProgram } from "../../src/programs/find.ts";
import type { Program } from "../../src/programs/program.ts";
import { withCatalog } from "../support/site.ts";
import { vocabulary } from "../support/vocabulary.ts";

const at = "2026-11-30T12:00:00.000Z";
const person = { by: { role: "editor", account: "7" }, at, why: null, isPublic: true } as const;
let folder: string;
let db: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "export-"));
  db = withCatalog();
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const listed = (id = "lifering") => findProgram(db, id)!;
const edit = (change: Partial<Program>, id = "lifering") =>
  editListing(db, vocabulary, {
    ...person,
    list: "programs",
    listing: { ...listed(id), ...change },
    kind: "changed",
    expected: versionOfSubject(db, "programs", id),
  });
const original = (id = "lifering") => readFileSync(join(catalogFolder, `programs/${id}.json`), "utf8");
const exported = (id = "lifering") => readFileSync(join(folder, `programs/${id}.json`), "utf8");
/** Every file of a catalog, by its path. */
const filesOf = (catalog: string) =>
  new Map(
    readdirSync(catalog, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => [name, readFileSync(join(catalog, name), "utf8")]),
  );

/** The lines that only one of two texts has. */
function differingLines(before: string, after: string): string[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  return [
    ...a.filter((line) => !b.includes(line)).map((line) => `-${line}`),
    ...b.filter((line) => !a.includes(line)).map((line) => `+${line}`),
  ];
}

describe("an export", () => {
  it("of the real catalog is the real catalog, byte for byte", () => {
    const report = exportCatalog(db, folder);
    expect([report.written.length, report.newer]).toEqual([306, []]);
    expect(filesOf(folder)).toEqual(filesOf(catalogFolder));
    expect(exportCatalog(db, folder)).toMatchObject({ written: [], removed: [], newer: [] });
  });

  it("is imported without a change, after edits too", () => {
    edit({ name: "LifeRing of Bigfork", lastCheck: { date: "2026-11-30", how: "phone", role: "editor" } });
    edit({ contacts: listed("smart-recovery").contacts.toReversed(), doubts: [{ en: "A doubt." }] }, "smart-recovery");
    removeListing(db, vocabulary, {
      ...person,
      list: "programs",
      subject: "211",
      kind: "removed",
      expected: versionOfSubject(db, "programs", "211"),
    });
    exportCatalog(db, folder);
    const seq = lastSeq(db);
    const report = importCatalog(db, folder, at);
    expect(report).toMatchObject({ added: [], changed: [], removed: [], conflicting: [], refused: [] });
    expect(lastSeq(db)).toBe(seq);
  });

  it("writes only the lines that differ, in the hand of the file", () => {
    const { contacts, facets } = listed();
    edit({
      name: "LifeRing",
      contacts: contacts.map((contact, at) => (at === 0 ? { ...contact, confirmed: true, purpose: { en: "Its own site" } } : contact)),
      facets: { ...facets, language: { ...facets.language, es: "A group in Spanish" } },
      lastCheck: { date: "2026-11-30", how: "phone", role: "editor" },
    });
    exportCatalog(db, folder);
    expect(differingLines(original(), exported())).toEqual([
      '-  "name": "LifeRing Secular Recovery",',
      '-      "purpose": null,',
      '-    "language": { "en": "Its pages are in English" }',
      '-  "lastCheck": null',
      '+  "name": "LifeRing",',
      '+      "purpose": { "en": "Its own site" },',
      '+      "confirmed": true',
      '+    "language": { "en": "Its pages are in English", "es": "A group in Spanish" }',
      '+  "lastCheck": { "date": "2026-11-30", "how": "phone", "role": "editor" }',
    ]);
  });

  it("writes a listing that no file ever named, and removes the file of one that is gone", () => {
    cpSync(catalogFolder, folder, { recursive: true });
    const listing = { ...listed(), id: "lifering-bigfork" };
    editListing(db, vocabulary, { ...person, list: "programs", listing, kind: "added", expected: 0 });
    removeListing(db, vocabulary, {
      ...person,
      list: "programs",
      subject: "211",
      kind: "removed",
      expected: versionOfSubject(db, "programs", "211"),
    });
    const report = exportCatalog(db, folder);
    expect(report).toMatchObject({ written: ["lifering-bigfork"], removed: ["211"], newer: [] });
    expect(describeExport(report)).toBe("Files: 1 written (lifering-bigfork), 305 unchanged, 1 removed (211).");
    expect(JSON.parse(exported("lifering-bigfork"))).toEqual(listing);
  });

  it("leaves a file that says something new, and says so", () => {
    cpSync(catalogFolder, folder, { recursive: true });
    const text = original().replace("LifeRing Secular Recovery", "Somebody's new name");
    writeFileSync(join(folder, "programs/lifering.json"), text);
    edit({ name: "Desk's name" });
    const report = exportCatalog(db, folder);
    expect(report).toMatchObject({ written: [], newer: ["lifering"] });
    expect(describeExport(report)).toContain("left as it is: lifering.json says something that was never imported");
    expect(exported()).toBe(text);
  });

  it("goes over its own older work", () => {
    edit({ name: "One name" });
    exportCatalog(db, folder);
    edit({ name: "Other name" });
    expect(exportCatalog(db, folder)).toMatchObject({ written: ["lifering"], newer: [] });
  });
});
