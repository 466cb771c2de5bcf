import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { writeUnlessBusy, writeWhenFree } from "../../src/database/write-when-free.ts";

let folder: string;
let db: Database;
let other: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "free-"));
  const path = join(folder, "porchlight.sqlite");
  db = openDatabase(path);
  other = openDatabase(path);
  db.exec("CREATE TABLE written (what TEXT)");
});

afterEach(() => {
  db.close();
  other.close();
  rmSync(folder, { recursive: true });
});

const write = (what: string) => () => db.prepare("INSERT INTO written VALUES (?)").run(what).changes;
const written = () => db.prepare("SELECT what FROM written").pluck().all();

describe("writing when nobody else does", () => {
  it("lets others be answered while another process writes, and then writes", async () => {
    other.exec("BEGIN IMMEDIATE");
    const writing = writeWhenFree(db, write("mine"));
    // What comes after this has its turn before the write is done: it is not the thread that waits.
    await new Promise((resolve) => setImmediate(resolve));
    expect(written()).toEqual([]);
    other.exec("INSERT INTO written VALUES ('theirs'); COMMIT");
    expect(await writing).toBe(1);
    expect(written()).toEqual(["theirs", "mine"]);
  });

  it("leaves out what can be left out, at once", () => {
    other.exec("BEGIN IMMEDIATE");
    expect(writeUnlessBusy(db, write("mine"))).toBe(false);
    other.exec("COMMIT");
    expect(writeUnlessBusy(db, write("mine"))).toBe(true);
    expect(written()).toEqual(["mine"]);
  });

  it("throws what the work throws, with nothing written, and does it once", async () => {
    let times = 0;
    const fails = () => {
      times += 1;
      write("half")();
      throw new Error("broken");
    };
    await expect(writeWhenFree(db, fails)).rejects.toThrow("broken");
    expect(times).toBe(1);
    expect(written()).toEqual([]);
  });

  it("leaves SQLite's own patience as it was", async () => {
    await writeWhenFree(db, write("mine"));
    expect(db.pragma("busy_timeout", { simple: true })).toBe(5000);
  });
});
