import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backUp } from "../../src/database/backup.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { restoreDatabase } from "../../src/database/restore.ts";
import { listVersion, recordImport } from "../../src/database/versions.ts";
import { writeTransaction } from "../../src/database/write-transaction.ts";
import { withCatalog } from "../support/site.ts";

const at = Date.parse("2026-11-30T09:47:10Z");
let folder: string;
let database: string;
let backup: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "restore-"));
  database = join(folder, "porchlight.sqlite");
  const memory = withCatalog();
  writeFileSync(database, memory.serialize());
  memory.close();
  const db = openDatabase(database);
  record(db, "before the backup");
  backup = (await backUp(db, join(folder, "backups"), at)).file;
  record(db, "after the backup");
  db.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

function record(db: Database, what: string): void {
  recordImport(db, ["programs"], "2026-11-30T09:00:00.000Z", { what });
}

/** What was recorded last in a database. */
function last(file: string): unknown {
  const db = new Sqlite(file, { readonly: true });
  const what = db.prepare("SELECT report ->> '$.what' FROM imports ORDER BY id DESC").pluck().get();
  db.close();
  return what;
}

const aside = () => `${database}-before-restore-2026-11-30T094710Z`;

describe("a backup that is restored", () => {
  it("takes the place of the database, which is kept aside with all that it had", () => {
    expect(restoreDatabase(database, backup, at)).toBe(aside());
    expect(readdirSync(folder).sort()).toEqual(["backups", "porchlight.sqlite", "porchlight.sqlite-before-restore-2026-11-30T094710Z"]);
    expect(last(database)).toBe("before the backup");
    expect(last(aside())).toBe("after the backup");
  });

  it("is a history of its own, so that nothing remembered of the other is taken for it", () => {
    const copy = openDatabase(backup);
    const version = listVersion(copy, "programs");
    copy.close();
    restoreDatabase(database, backup, at);
    const db = openDatabase(database);
    for (const list of ["programs", "documents", "meetings"] as const) expect(listVersion(db, list)).not.toBe(version);
    db.close();
  });

  it("keeps aside also what a process that is still there had committed into the -wal", () => {
    const writer = openDatabase(database);
    record(writer, "in the -wal");
    restoreDatabase(database, backup, at);
    expect(last(aside())).toBe("in the -wal");
    expect(last(database)).toBe("before the backup");
    // Whoever would write into the old one hears of it, and closing it harms the new one in no way.
    const write = () =>
      writeTransaction(
        writer,
        () => undefined,
        () => record(writer, "too late"),
      );
    expect(write).toThrow(/has just been replaced by another\. Try again\./);
    const db = openDatabase(database);
    record(db, "in the new one");
    writer.close();
    expect(last(database)).toBe("in the new one");
    db.close();
  });

  it("may be one whose last changes are in a -wal beside it, as a copy of two files is", () => {
    const db = openDatabase(database);
    record(db, "in the -wal");
    for (const ending of ["", "-wal"]) writeFileSync(join(folder, `copy${ending}`), readFileSync(database + ending));
    db.close();
    restoreDatabase(database, join(folder, "copy"), at);
    expect(last(database)).toBe("in the -wal");
  });

  it("may be put where there is no database yet", () => {
    const fresh = join(folder, "new/machine.sqlite");
    expect(restoreDatabase(fresh, backup, at)).toBeNull();
    expect(last(fresh)).toBe("before the backup");
  });

  it("takes the place of a damaged one, which is kept as it is", () => {
    truncateSync(database, 10_000);
    const damaged = readFileSync(database);
    restoreDatabase(database, backup, at);
    expect(last(database)).toBe("before the backup");
    expect(readFileSync(aside()).equals(damaged)).toBe(true);
  });

  it("takes the place of one that a newer Porchlight has made", () => {
    const db = new Sqlite(database);
    db.pragma("user_version = 99");
    db.close();
    restoreDatabase(database, backup, at);
    expect(last(database)).toBe("before the backup");
  });
});

describe("nothing is restored", () => {
  const spoiled = (sql: string) => () => {
    const db = new Sqlite(backup);
    db.pragma("foreign_keys = OFF");
    db.exec(sql);
    db.close();
  };

  it.each([
    ["that is not there", () => rmSync(backup), /There is no file .+Z\.sqlite\./],
    [
      "that is text",
      () => writeFileSync(backup, "Dear reader, ".repeat(1000)),
      /is damaged, or never was a database .+ Take another backup\./,
    ],
    ["that is empty", () => writeFileSync(backup, ""), /holds no programs/],
    ["that was cut short", () => truncateSync(backup, 40_000), /is damaged, or never was a database/],
    ["with a page that is damaged", () => damage(), /is damaged, or never was a database/],
    ["of another program", spoiled("PRAGMA application_id = 7"), /cannot be restored: it belongs to another program/],
    ["of a newer Porchlight", spoiled("PRAGMA user_version = 99"), /cannot be restored: a newer Porchlight made it: .+ Update Porchlight/],
    ["without programs", spoiled("DELETE FROM programs"), /holds no programs/],
  ])("of a file %s, and the database stays", (_, spoil, sentence) => {
    spoil();
    const before = readFileSync(database);
    expect(() => restoreDatabase(database, backup, at)).toThrow(sentence);
    expect(readFileSync(database).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["backups", "porchlight.sqlite"]);
  });

  function damage(): void {
    const bytes = readFileSync(backup);
    bytes.fill(0xff, 8192, 12_288);
    writeFileSync(backup, bytes);
  }

  it("over a database of another program", () => {
    const other = join(folder, "notes.sqlite");
    const db = new Sqlite(other);
    db.exec("CREATE TABLE notes (text TEXT)");
    db.close();
    expect(() => restoreDatabase(other, backup, at)).toThrow(
      /Nothing is put in the place of .+notes\.sqlite: it belongs to another program/,
    );
    expect(existsSync(`${other}-before-restore-2026-11-30T094710Z`)).toBe(false);
  });
});
