import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeImport, importCatalog } from "../../src/catalog/import.ts";
import { catalogFolder } from "../../src/catalog/read.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { listNames, listVersion } from "../../src/database/versions.ts";
import { findProgram, programIds } from "../../src/programs/find.ts";
import { searchPrograms } from "../../src/programs/search.ts";
import { emptyFilter } from "../../src/search/filter.ts";
import { readCatalog } from "../../src/site/catalog.ts";
import { openSite } from "../../src/site/site.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { settingsFor } from "../support/settings.ts";
import { withCatalog } from "../support/site.ts";

const at = "2026-11-24T12:00:00.000Z";
let folder: string;
let db: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "catalog-"));
  cpSync(catalogFolder, folder, { recursive: true });
  db = openDatabase(":memory:");
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const file = (id: string) => join(folder, "programs", `${id}.json`);
const edit = (id: string, change: (listing: Record<string, unknown>) => void) => {
  const listing = JSON.parse(readFileSync(file(id), "utf8"));
  change(listing);
  writeFileSync(file(id), JSON.stringify(listing));
};

/** A report of an import that has done nothing. */
const none = { added: [], changed: [], unchanged: [], removed: [], conflicting: [], unlisted: [], refused: [] };

describe("importing the catalog", () => {
  it("adds everything once, and changes nothing the second time", () => {
    const first = importCatalog(db, folder, at);
    expect(first.refused).toEqual([]);
    expect(first.added.length).toBeGreaterThanOrEqual(50);
    const versions = listNames.map((list) => listVersion(db, list));
    const second = importCatalog(db, folder, at);
    expect(second).toEqual({ ...none, unchanged: first.added });
    expect(listNames.map((list) => listVersion(db, list))).toEqual(versions);
  });

  it("takes up a change, and drops what is gone", () => {
    db = withCatalog();
    const versions = listNames.map((list) => listVersion(db, list));
    edit("smart-recovery", (listing) => {
      listing["summary"] = { en: "Something else entirely." };
    });
    rmSync(file("lifering"));
    const report = importCatalog(db, folder, at);
    expect(report.changed).toEqual(["smart-recovery"]);
    expect(report.removed).toEqual(["lifering"]);
    expect(findProgram(db, "smart-recovery")?.summary.en).toBe("Something else entirely.");
    expect(findProgram(db, "lifering")).toBeNull();
    expect(listVersion(db, "programs")).not.toBe(versions[0]);
    expect([listVersion(db, "documents"), listVersion(db, "meetings")]).toEqual(versions.slice(1));
  });

  it("refuses a broken file by name, field and cure, keeps its last good listing, and takes all others", () => {
    db = withCatalog();
    edit("smart-recovery", (listing) => {
      listing["contacts"] = [];
    });
    edit("lifering", (listing) => {
      listing["summary"] = { en: "New." };
    });
    writeFileSync(file("broken"), "{ not json");
    const report = importCatalog(db, folder, at);
    expect(report.changed).toEqual(["lifering"]);
    expect(report.removed).toEqual([]);
    expect(findProgram(db, "smart-recovery")).not.toBeNull();
    const said = describeImport(report);
    expect(said).toContain("smart-recovery.json");
    expect(said).toContain("contacts: give at least one contact");
    expect(said).toContain("broken.json");
    expect(said).toContain("is not JSON");
  });

  it.each([
    ["a number that is none", (l: Record<string, unknown>) => (contact(l)["value"] = "555-CALL"), "write a number as +1 and ten digits"],
    [
      "an unknown facet value",
      (l: Record<string, unknown>) => (facets(l)["format"] = { telepathy: "They say so" }),
      '"telepathy" is not a format',
    ],
    [
      "a value without its fact",
      (l: Record<string, unknown>) => (facets(l)["format"] = { phone: "" }),
      "say which fact supports this value",
    ],
    ["a date in words", (l: Record<string, unknown>) => (contact(l)["asOf"] = "May 2025"), "write a date as 2025-05-08"],
    ["an id that is not its file's", (l: Record<string, unknown>) => (l["id"] = "other"), "name the file other.json"],
    ["a field nobody knows", (l: Record<string, unknown>) => (l["telefone"] = "1"), '"telefone" is not a field; fix the spelling'],
    ["a field left out", (l: Record<string, unknown>) => delete l["name"], "name: is missing; write words in quotes"],
    ["a bare text", (l: Record<string, unknown>) => (l["summary"] = "Call."), 'summary: write a text as { "en": "…" }'],
    [
      "a value that is none of a few",
      (l: Record<string, unknown>) => (l["status"] = "open"),
      'status: write one of "active", "unconfirmed"',
    ],
    ["a contact of no kind", (l: Record<string, unknown>) => (contact(l)["kind"] = "fax"), 'contacts.0.kind: write one of "call", "tty"'],
    ["states in words", (l: Record<string, unknown>) => (l["states"] = "Montana"), 'write "nationwide" or a list of two-letter states'],
  ])("refuses %s", (_name, spoil, reason) => {
    edit("nc-peer-warmline", spoil);
    const { refused } = importCatalog(db, folder, at);
    expect(refused).toHaveLength(1);
    expect(describeImport({ ...none, refused })).toContain(reason);
  });

  it("goes by everything in its folder: the vocabulary, the synonyms and the pages too", () => {
    const vocabulary = JSON.parse(readFileSync(join(folder, "vocabulary.json"), "utf8"));
    const text = { en: "Around a campfire" };
    vocabulary.category.push({ id: "campfire", label: text, phrase: text, meaning: text });
    writeFileSync(join(folder, "vocabulary.json"), JSON.stringify(vocabulary));
    const synonyms = JSON.parse(readFileSync(join(folder, "synonyms.json"), "utf8"));
    writeFileSync(join(folder, "synonyms.json"), JSON.stringify([...synonyms, { typed: ["s'mores"], filter: { category: "campfire" } }]));
    edit("smart-recovery", (listing) => {
      listing["facets"] = { ...(listing["facets"] as object), category: { campfire: "Its page shows a campfire." } };
    });
    expect(importCatalog(db, folder, at).refused).toEqual([]);
    const { programs } = openSite(db, readCatalog(folder), settingsFor("https://porchlight.example"), loadAssets()).data;
    const answer = searchPrograms(programs, { ...emptyFilter, q: "smores" });
    expect(answer.take(0, 2).map(({ id }) => id)).toEqual(["smart-recovery"]);
  });

  it("leaves the last good data when the folder cannot be read", () => {
    db = withCatalog();
    expect(() => importCatalog(db, join(folder, "nowhere"), at)).toThrow();
    expect(programIds(db)).toContain("smart-recovery");
  });

  it("leaves the last good data when it is killed half-way", async () => {
    const path = join(folder, "test.sqlite");
    const before = openDatabase(path);
    importCatalog(before, folder, at);
    const version = listVersion(before, "programs");
    edit("smart-recovery", (listing) => {
      listing["summary"] = { en: "Never to be seen." };
    });
    const signal = await killedHalfWay(path);
    expect(signal).toBe("SIGKILL");
    expect(listVersion(before, "programs")).toBe(version);
    expect(findProgram(before, "smart-recovery")?.summary.en).not.toContain("Never");
    expect(before.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(importCatalog(before, folder, at).changed).toEqual(["smart-recovery"]);
    before.close();
  });
});

const contact = (listing: Record<string, unknown>) => (listing["contacts"] as Record<string, unknown>[])[0]!;
const facets = (listing: Record<string, unknown>) => listing["facets"] as Record<string, unknown>;

/** Runs an import in a process of its own that kills itself (as kill -9 would) just before the transaction ends. */
function killedHalfWay(path: string): Promise<NodeJS.Signals | null> {
  const code = `
    import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, "../../src/database/open.ts"))};
    import { importCatalog } from ${JSON.stringify(join(import.meta.dirname, "../../src/catalog/import.ts"))};
    const db = openDatabase(${JSON.stringify(path)});
    db.function("die", () => process.kill(process.pid, "SIGKILL"));
    db.exec("CREATE TEMP TRIGGER last AFTER INSERT ON changes BEGIN SELECT die(); END");
    importCatalog(db, ${JSON.stringify(folder)}, ${JSON.stringify(at)});
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: join(import.meta.dirname, "../.."),
    stdio: "ignore",
  });
  return new Promise((resolve) => child.on("exit", (_code, signal) => resolve(signal)));
}
