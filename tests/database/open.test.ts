import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, openDatabase } from "../../src/database/open.ts";
import { describeOpenError } from "../../src/database/open-error.ts";
import { run } from "../support/process.ts";
import { recordChange } from "../support/record-change.ts";

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "open-"));
  openDatabase(at("good.sqlite")).close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A good database to which something was done. */
function spoiled(name: string, spoil: (path: string) => void): string {
  copyFileSync(at("good.sqlite"), at(name));
  spoil(at(name));
  return at(name);
}

function change(path: string, sql: string): void {
  const db = new Sqlite(path);
  db.exec(sql);
  db.close();
}

describe("opening the database", () => {
  it("makes the file and the folders it is in", () => {
    openDatabase(at("one/two/porchlight.sqlite")).close();
    expect(existsSync(at("one/two/porchlight.sqlite"))).toBe(true);
  });

  it.each(["/dev/null/place.sqlite", tmpdir()])("says which file cannot be one: %s", (path) => {
    expect(() => openDatabase(path)).toThrow(
      new RegExp(`^the database ${path} cannot be opened \\(.+\\)\\. Set DATABASE to a file that this account may write\\.$`),
    );
  });

  it("says so too where no file can be made at all", async () => {
    const catalog = run("dist/cli.js", ["catalog", "index"], { DATABASE: "/proc/x/y/place.sqlite" });
    expect(await catalog.ended).toBe(1);
    expect(catalog.said()).toMatch(/\/proc\/x\/y\/place\.sqlite cannot be opened \(ENOENT.+\)\. Set DATABASE to a file/);
  });

  it("opens again what it made, and what it made before files said whose they are", () => {
    openDatabase(at("good.sqlite")).close();
    const older = new Sqlite(at("older.sqlite"));
    older.exec(readFileSync(new URL("../../migrations/001_catalog.sql", import.meta.url), "utf8"));
    older.pragma("user_version = 1");
    older.close();
    const db = openDatabase(at("older.sqlite"));
    expect(db.pragma("application_id", { simple: true })).toBe(Buffer.from("Plgt").readUInt32BE());
    db.close();
  });

  it.each([
    ["of a newer Porchlight", "PRAGMA user_version = 99", /a newer Porchlight made it.+version 99.+Update Porchlight/],
    [
      "of another program that says so",
      "PRAGMA application_id = 7",
      /belongs to another program\. Set DATABASE to a file that is not there/,
    ],
  ])("refuses a file %s, and changes nothing in it", (name, sql, sentence) => {
    const path = spoiled(`${name}.sqlite`, (file) => change(file, sql));
    const before = readFileSync(path);
    expect(() => openDatabase(path)).toThrow(sentence);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("refuses a file of another program that says nothing, whatever its version", () => {
    for (const version of [0, 3, 12]) {
      change(at(`foreign-${version}.sqlite`), `CREATE TABLE notes (text TEXT); PRAGMA user_version = ${version}`);
      const before = readFileSync(at(`foreign-${version}.sqlite`));
      expect(() => openDatabase(at(`foreign-${version}.sqlite`))).toThrow(/belongs to another program/);
      expect(readFileSync(at(`foreign-${version}.sqlite`)).equals(before)).toBe(true);
    }
  });

  it.each([
    ["text", (path: string) => writeFileSync(path, "Dear reader, ".repeat(1000))],
    ["a file cut short", (path: string) => truncateSync(path, statSync(path).size / 2)],
    ["a file whose first pages are lost", (path: string) => writeFileSync(path, Buffer.alloc(8192), { flag: "r+" })],
  ])("says of %s that it is damaged, and how to go on", (name, spoil) => {
    expect(() => openDatabase(spoiled(`${name}.sqlite`, spoil))).toThrow(/is damaged, or never was a database\. Put a backup in its place/);
  });

  it.each([
    ["ERR_DLOPEN_FAILED", "The module was compiled against a different Node.js version\nusing NODE_MODULE_VERSION 115", /Run npm ci again/],
    ["SQLITE_FULL", "database or disk is full", /Make room on its disk/],
    ["ENOSPC", "no space left on device", /Make room on its disk/],
    ["SQLITE_BUSY", "database is locked", /Another process is writing to it/],
    ["SQLITE_IOERR_READ", "disk I/O error", /is damaged/],
    ["SQLITE_READONLY", "attempt to write a readonly database", /that this account may write/],
  ])("says what cures %s, in one line", (code, message, cure) => {
    const sentence = describeOpenError("/srv/p.sqlite", Object.assign(new Error(message), { code }));
    expect(sentence).toMatch(cure);
    expect(sentence).not.toContain("\n");
  });
});

describe("closing the database", () => {
  it("leaves one file that is whole by itself, also while a server has it open", () => {
    const [server, importer] = [openDatabase(at("live.sqlite")), openDatabase(at("live.sqlite"))];
    recordChange(importer, "programs");
    closeDatabase(importer);
    copyFileSync(at("live.sqlite"), at("copy.sqlite"));
    const copy = openDatabase(at("copy.sqlite"));
    expect(copy.prepare("SELECT count(*) FROM changes").pluck().get()).toBe(1);
    copy.close();
    server.close();
  });
});
