import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { importCatalog } from "../../../src/catalog/import.ts";
import { catalogFolder } from "../../../src/catalog/read.ts";
import { openDatabase } from "../../../src/database/open.ts";
import { recordImport } from "../../../src/database/versions.ts";
import { searchPrograms } from "../../../src/programs/search.ts";
import { emptyFilter } from "../../../src/search/filter.ts";
import { prepareIndexes } from "../../../src/site/indexes.ts";
import { openSite } from "../../../src/site/site.ts";
import { loadAssets } from "../../../src/web/assets.ts";

const folder = mkdtempSync(join(tmpdir(), "porchlight-keep-"));
afterAll(() => rmSync(folder, { recursive: true }));

const assets = loadAssets();
const filled = (name: string) => {
  const db = openDatabase(join(folder, name));
  importCatalog(db, catalogFolder, "2026-11-24T12:00:00.000Z");
  return db;
};
const open = (db: ReturnType<typeof filled>) =>
  openSite(db, catalogFolder, { siteUrl: "https://porchlight.example", contactEmail: null }, assets).data;
const indexFiles = () => readdirSync(folder).filter((name) => name.endsWith(".index"));
const questions = [
  { ...emptyFilter, q: "smart recovery" },
  { ...emptyFilter, q: "my son drinks" },
  { ...emptyFilter, chosen: { state: ["MT"], format: ["phone"] } },
  { ...emptyFilter, sort: "name", page: 2 },
];

describe("an index kept from one process to the next", () => {
  it("answers as one that was just built", () => {
    const db = filled("same.sqlite");
    const built = open(db);
    prepareIndexes(db, catalogFolder, assets.build);
    const kept = open(db);
    for (const question of questions) {
      const [before, after] = [searchPrograms(built.programs, question), searchPrograms(kept.programs, question)];
      expect(after.counts).toEqual(before.counts);
      expect([...after.all()]).toEqual([...before.all()]);
    }
    db.close();
  });

  it("is not taken for other data, and makes room for the next", () => {
    const db = filled("next.sqlite");
    prepareIndexes(db, catalogFolder, assets.build);
    const before = indexFiles().filter((name) => name.startsWith("next"));
    db.exec("DELETE FROM programs WHERE id <> 'smart-recovery'");
    recordImport(db, ["programs"], "2026-11-25T12:00:00.000Z", {});
    expect(searchPrograms(open(db).programs, emptyFilter).total).toBe(1);
    prepareIndexes(db, catalogFolder, assets.build);
    expect(searchPrograms(open(db).programs, emptyFilter).total).toBe(1);
    const after = indexFiles().filter((name) => name.startsWith("next"));
    expect(after).toHaveLength(before.length);
    expect(after).not.toEqual(before);
    db.close();
  });

  it("is not taken for a database made anew in the same place", () => {
    const gone = filled("anew.sqlite");
    prepareIndexes(gone, catalogFolder, assets.build);
    gone.close();
    for (const ending of ["", "-wal", "-shm"]) rmSync(join(folder, `anew.sqlite${ending}`), { force: true });
    const db = filled("anew.sqlite");
    db.exec("DELETE FROM programs WHERE id <> 'smart-recovery'");
    expect(searchPrograms(open(db).programs, emptyFilter).total).toBe(1);
    db.close();
  });

  it("is built anew where the file cannot be read", () => {
    const db = filled("broken.sqlite");
    prepareIndexes(db, catalogFolder, assets.build);
    for (const name of indexFiles().filter((file) => file.startsWith("broken"))) writeFileSync(join(folder, name), "half");
    expect(searchPrograms(open(db).programs, emptyFilter).total).toBeGreaterThan(100);
    db.close();
  });
});
