import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { append } from "../../src/changes/append.ts";
import { renewIdentity } from "../../src/changes/identity.ts";
import { backUp } from "../../src/database/backup.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { restoreDatabase } from "../../src/database/restore.ts";
import { listVersion } from "../../src/database/versions.ts";
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

function record(db: Database, why: string): void {
  const what = { kind: "imported", list: "programs", subject: "test", before: null, after: {}, isPublic: false } as const;
  append(db, { ...what, why, by: { role: "catalog", account: null }, at: "2026-11-30T09:00:00.000Z" }, null, () => undefined);
}

const restore = (path: string, file: string) => restoreDatabase(path, file, at, renewIdentity);

/** What was recorded last in a database. */
function last(file: string): unknown {
  const db = new Sqlite(file, { readonly: true });
  const what = db.prepare("SELECT why FROM changes ORDER BY seq DESC").pluck().get();
  db.close();
  return what;
}

const aside = () => `${database}-before-restore-2026-11-30T094710Z`;

describe("a backup that is restored", () => {
  it("takes the place of the database, which is kept aside with all that it had", () => {
    expect(restore(database, backup)).toBe(aside());
    expect(readdirSync(folder).sort()).toEqual(["backups", "porchlight.sqlite", "porchlight.sqlite-before-restore-2026-11-30T094710Z"]);
    expect(last(database)).toBe("before the backup");
    expect(last(aside())).toBe("after the backup");
  });

  it("is a history of its own, so that nothing remembered of the other is taken for it", () => {
    const copy = openDatabase(backup);
    const version = listVersion(copy, "programs");
    copy.close();
    restore(database, backup);
    const db = openDatabase(database);
    for (const list of ["programs", "documents", "meetings"] as const) expect(listVersion(db, list)).not.toBe(version);
    db.close();
  });

  it("keeps aside also what a process that is still there had committed into the -wal", () => {
    const writer = openDatabase(database);
    record(writer, "in the -wal");
    restore(database, backup);
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
    restore(database, join(folder, "copy"));
    expect(last(database)).toBe("in the -wal");
  });

  it("may be put where there is no database yet", () => {
    const fresh = join(folder, "new/machine.sqlite");
    expect(restore(fresh, backup)).toBeNull();
    expect(last(fresh)).toBe("before the backup");
  });

  it("takes the place of a damaged one, which is kept as it is", () => {
    truncateSync(database, 10_000);
    const damaged = readFileSync(database);
    restore(database, backup);
    expect(last(database)).toBe("before the backup");
    expect(readFileSync(aside()).equals(damaged)).toBe(true);
  });

  it("takes the place of one that a newer Porchlight has made", () => {
    const db = new Sqlite(database);
    db.pragma("user_version = 99");
    db.close();
    restore(database, backup);
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
    expect(() => restore(database, backup)).toThrow(sentence);
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
    expect(() => restore(other, backup)).toThrow(/Nothing is put in the place of .+notes\.sqlite: it belongs to another program/);
    expect(existsSync(`${other}-before-restore-2026-11-30T094710Z`)).toBe(false);
  });
});
