import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import { afterAll, describe, expect, it } from "vitest";
import { importCatalog } from "../../../src/catalog/import.ts";
import { catalogFolder } from "../../../src/catalog/read.ts";
import { openDatabase } from "../../../src/database/open.ts";
import { searchPrograms } from "../../../src/programs/search.ts";
import { emptyFilter } from "../../../src/search/filter.ts";
import { readIndex, readIndexInBackground, writeIndex } from "../../../src/search/index/file.ts";
import { builtCatalog } from "../../../src/site/catalog.ts";
import { prepareIndexes } from "../../../src/site/indexes.ts";
import { openSite } from "../../../src/site/site.ts";
import { loadAssets } from "../../../src/web/assets.ts";
import { recordChange } from "../../support/record-change.ts";
import { settingsFor } from "../../support/settings.ts";
import { writeCatalog } from "../../support/site.ts";

const folder = mkdtempSync(join(tmpdir(), "porchlight-keep-"));
afterAll(() => rmSync(folder, { recursive: true }));

const assets = loadAssets();
const filled = (name: string) => {
  writeCatalog(join(folder, name));
  return openDatabase(join(folder, name));
};
const settings = settingsFor("https://porchlight.example");
const open = (db: ReturnType<typeof filled>, say: (sentence: string) => void = console.error) =>
  openSite(db, builtCatalog(), settings, assets, Date.now, say).data;
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
    prepareIndexes(db, builtCatalog, assets.build, console.error);
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
    prepareIndexes(db, builtCatalog, assets.build, console.error);
    const before = indexFiles().filter((name) => name.startsWith("next"));
    db.exec("DELETE FROM programs WHERE id <> 'smart-recovery'");
    recordChange(db, "programs");
    expect(searchPrograms(open(db).programs, emptyFilter).total).toBe(1);
    prepareIndexes(db, builtCatalog, assets.build, console.error);
    expect(searchPrograms(open(db).programs, emptyFilter).total).toBe(1);
    const after = indexFiles().filter((name) => name.startsWith("next"));
    expect(after).toHaveLength(before.length);
    expect(after).not.toEqual(before);
    db.close();
  });

  it("is not taken for a database made anew in the same place", () => {
    const gone = filled("anew.sqlite");
    prepareIndexes(gone, builtCatalog, assets.build, console.error);
    gone.close();
    for (const ending of ["", "-wal", "-shm"]) rmSync(join(folder, `anew.sqlite${ending}`), { force: true });
    const db = openDatabase(join(folder, "anew.sqlite"));
    importCatalog(db, catalogFolder, "2026-11-24T12:00:00.000Z");
    db.exec("DELETE FROM programs WHERE id <> 'smart-recovery'");
    expect(searchPrograms(open(db).programs, emptyFilter).total).toBe(1);
    db.close();
  });

  it.each<[string, (file: string) => void]>([
    ["is empty", (file) => truncateSync(file, 0)],
    ["is cut short", (file) => truncateSync(file, 1000)],
    ["has a page of zeros", (file) => writeFileSync(file, Buffer.alloc(4096), { flag: "r+" })],
    ["holds other data", (file) => writeFileSync(file, serialize({ of: "programs", index: {} }))],
    ["is a folder", (file) => [rmSync(file), mkdirSync(join(file, "within"), { recursive: true })]],
    ["cannot be read", (file) => [rmSync(file), symlinkSync(file, file)]],
  ])("that %s is built again and replaced, and the operator is told once", (what, spoil) => {
    const db = filled(`${what}.sqlite`);
    const [before, said] = [open(db), [] as string[]];
    const files = indexFiles().filter((name) => name.startsWith(what));
    expect(files).toHaveLength(3);
    for (const name of files) spoil(join(folder, name));
    for (let times = 0; times < 2; times++) {
      const { programs } = open(db, (sentence) => said.push(sentence));
      for (const question of questions)
        expect(searchPrograms(programs, question).counts).toEqual(searchPrograms(before.programs, question).counts);
    }
    expect(said).toHaveLength(3);
    for (const sentence of said)
      expect(sentence).toMatch(/^The search index of \w+ beside the database cannot be used \(.+\); it is built again\.$/);
    expect(indexFiles().filter((name) => name.startsWith(what))).toEqual(files);
    db.close();
  });

  it("is also replaced by the command that prepares it", () => {
    const db = filled("prepared.sqlite");
    prepareIndexes(db, builtCatalog, assets.build, console.error);
    for (const name of indexFiles().filter((file) => file.startsWith("prepared"))) truncateSync(join(folder, name), 1000);
    const said: string[] = [];
    prepareIndexes(db, builtCatalog, assets.build, (sentence) => said.push(sentence));
    expect(said).toHaveLength(3);
    open(db, (sentence) => said.push(sentence));
    expect(said).toHaveLength(3);
    db.close();
  });
});

describe("an index file", () => {
  const index = { terms: ["a", "b"], scores: Float32Array.from({ length: 50 }, (_, at) => at / 7) };

  it("is found out when any one bit of it is another, and under any other name", async () => {
    const db = openDatabase(join(folder, "bits.sqlite"));
    writeIndex(db, "terms", "v1", index);
    const file = join(folder, "bits.sqlite-terms-v1.index");
    const good = readFileSync(file);
    expect(readIndex(db, "terms", "v1")).toEqual(index);
    expect(await readIndexInBackground(db, "terms", "v1")).toEqual(index);
    for (let at = 0; at < good.length; at++) {
      const flipped = Buffer.from(good);
      flipped[at]! ^= 1 << (at % 8);
      writeFileSync(file, flipped);
      expect(() => readIndex(db, "terms", "v1")).toThrow(/cannot be used/);
      await expect(readIndexInBackground(db, "terms", "v1")).rejects.toThrow(/cannot be used/);
    }
    writeFileSync(join(folder, "bits.sqlite-terms-v2.index"), good);
    expect(() => readIndex(db, "terms", "v2")).toThrow(/it is the index of terms v1/);
    expect(readIndex(db, "terms", "v3")).toBeNull();
    db.close();
  });
});
