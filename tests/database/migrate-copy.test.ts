import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { latestMigration } from "../../src/database/migrate.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { run } from "../support/process.ts";

const migrations = new URL("../../migrations/", import.meta.url);
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "migrate-"));
  file = join(folder, "porchlight.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

/** A file as a Porchlight of the eleventh migration left it, with forty feeds in it, and whatever else is done to it. */
function makeOld(more = ""): void {
  const db = new Sqlite(file);
  for (const name of readdirSync(migrations).sort().slice(0, 11)) db.exec(readFileSync(new URL(name, migrations), "utf8"));
  db.pragma("user_version = 11");
  db.pragma("journal_mode = WAL");
  for (let at = 0; at < 40; at++) db.prepare("INSERT INTO feeds (id) VALUES (?)").run(`feed-${at}`);
  db.exec(more);
  db.close();
}

const feeds = (db: Database) => db.prepare("SELECT count(*) FROM feeds").pluck().get();
const version = (db: Database) => db.pragma("user_version", { simple: true });

describe("a database of an older Porchlight", () => {
  it("is brought up to date with all that is in it, and nothing is left beside it", () => {
    makeOld();
    const db = openDatabase(file);
    expect(version(db)).toBe(latestMigration());
    expect(feeds(db)).toBe(40);
    expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
    db.close();
    expect(readdirSync(folder)).toEqual(["porchlight.sqlite"]);
  });

  it("keeps what an importer that was killed had committed into the -wal", () => {
    makeOld();
    const writer = new Sqlite(file);
    writer.exec("INSERT INTO feeds (id) VALUES ('late')");
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    const db = openDatabase(file);
    expect(feeds(db)).toBe(41);
    // Whoever still has the old file open takes nothing from the new one, now or when it ends.
    writer.close();
    db.exec("INSERT INTO feeds (id) VALUES ('new')");
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    db.close();
    const again = openDatabase(file);
    expect(feeds(again)).toBe(42);
    again.close();
  });

  it("stays as it was where a migration fails, with a sentence", () => {
    makeOld("CREATE TABLE counties (mine TEXT)");
    const before = readFileSync(file);
    expect(() => openDatabase(file)).toThrow(
      /porchlight\.sqlite cannot be opened: its tables could not be changed from version 11 to \d+ \(.*counties.*\)\. Nothing was changed/,
    );
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(["porchlight.sqlite"]);
  });

  it("is opened although migrations were cut off at any step before", () => {
    makeOld();
    const old = readFileSync(file);
    writeFileSync(`${file}-migrating`, old.subarray(0, 9000));
    writeFileSync(`${file}-migrating-journal`, old.subarray(0, 100));
    writeFileSync(`${file}-before-migration`, old);
    const db = openDatabase(file);
    expect(feeds(db)).toBe(40);
    db.close();
    expect(readdirSync(folder)).toEqual(["porchlight.sqlite"]);
  });

  it("stays where a link of another name leads to", () => {
    makeOld();
    const link = join(folder, "link.sqlite");
    symlinkSync(file, link);
    const db = openDatabase(link);
    expect(version(db)).toBe(latestMigration());
    db.close();
    expect(realpathSync(link)).toBe(realpathSync(file));
    expect(existsSync(`${file}-before-migration`)).toBe(false);
  });
});

describe("several processes that open a database at once", { timeout: 60_000 }, () => {
  it.each(["new", "old"])("do not clash over one that is %s, and none loses what it wrote", async (kind) => {
    if (kind === "old") makeOld();
    const started = Array.from({ length: 6 }, () => run("tests/support/open-database.ts", [file], {}));
    const endings = await Promise.all(started.map(({ ended }) => ended));
    expect(started.map(({ said }) => said()).join("")).toBe("");
    expect(endings).toEqual([0, 0, 0, 0, 0, 0]);
    const db = openDatabase(file);
    expect(feeds(db)).toBe(kind === "old" ? 40 : 0);
    expect(db.prepare("SELECT count(*) FROM changes WHERE subject = 'test'").pluck().get()).toBe(6);
    expect(version(db)).toBe(latestMigration());
    db.close();
    expect(readdirSync(folder)).toEqual(["porchlight.sqlite"]);
  });
});
