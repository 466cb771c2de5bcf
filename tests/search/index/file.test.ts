import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { importCatalog } from "../../../src/catalog/import.ts";
import { catalogFolder } from "../../../src/catalog/read.ts";
import { openDatabase } from "../../../src/database/open.ts";
import { noFilter } from "../../../src/search/filter.ts";
import { openSite, prepareIndexes } from "../../../src/site/site.ts";
import { searchPrograms } from "../../../src/programs/search.ts";
import { loadAssets } from "../../../src/web/assets.ts";

const folder = mkdtempSync(join(tmpdir(), "porchlight-keep-"));
afterAll(() => rmSync(folder, { recursive: true }));

const assets = loadAssets();
const filled = (name: string) => {
  const db = openDatabase(join(folder, name));
  importCatalog(db, catalogFolder, "2026-11-24T12:00:00.000Z");
  return db;
};
const open = (db: ReturnType<typeof filled>) => openSite(db, { siteUrl: "https://porchlight.example", contactEmail: null }, assets);
const indexFiles = () => readdirSync(folder).filter((name) => name.endsWith(".index"));
const questions = [
  { ...noFilter, q: "smart recovery" },
  { ...noFilter, q: "my son drinks" },
  { ...noFilter, chosen: { state: ["MT"], format: ["phone"] } },
  { ...noFilter, sort: "name", page: 2 },
];

describe("an index kept from one process to the next", () => {
  it("answers as one that was just built", () => {
    const db = filled("same.sqlite");
    const built = open(db);
    prepareIndexes(db, assets);
    const kept = open(db);
    for (const question of questions) expect(searchPrograms(kept.programs, question)).toEqual(searchPrograms(built.programs, question));
    db.close();
  });

  it("is not taken for other data, and makes room for the next", () => {
    const db = filled("next.sqlite");
    prepareIndexes(db, assets);
    const before = indexFiles().filter((name) => name.startsWith("next"));
    db.exec("DELETE FROM programs WHERE id <> 'smart-recovery'");
    db.prepare("INSERT INTO imports (at, report) VALUES ('2026-11-25', '{}')").run();
    expect(searchPrograms(open(db).programs, noFilter).total).toBe(1);
    prepareIndexes(db, assets);
    expect(searchPrograms(open(db).programs, noFilter).total).toBe(1);
    const after = indexFiles().filter((name) => name.startsWith("next"));
    expect(after).toHaveLength(before.length);
    expect(after).not.toEqual(before);
    db.close();
  });

  it("is not taken for a database made anew in the same place", () => {
    const gone = filled("anew.sqlite");
    prepareIndexes(gone, assets);
    gone.close();
    for (const ending of ["", "-wal", "-shm"]) rmSync(join(folder, `anew.sqlite${ending}`), { force: true });
    const db = filled("anew.sqlite");
    db.exec("DELETE FROM programs WHERE id <> 'smart-recovery'");
    expect(searchPrograms(open(db).programs, noFilter).total).toBe(1);
    db.close();
  });

  it("is built anew where the file cannot be read", () => {
    const db = filled("broken.sqlite");
    prepareIndexes(db, assets);
    for (const name of indexFiles().filter((file) => file.startsWith("broken"))) writeFileSync(join(folder, name), "half");
    expect(searchPrograms(open(db).programs, noFilter).total).toBeGreaterThan(100);
    db.close();
  });
});
