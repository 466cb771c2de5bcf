import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backUp } from "../../src/database/backup.ts";
import { chooseOld, lastBackup, nameOfBackup, removeOldBackups } from "../../src/database/backup-folder.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { recordChange } from "../support/record-change.ts";

const at = Date.parse("2026-11-30T09:47:10Z");
let folder: string;
let backups: string;
let db: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backup-"));
  backups = join(folder, "far/away");
  db = openDatabase(join(folder, "porchlight.sqlite"));
  recordChange(db, "programs");
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

function changesIn(file: string): unknown {
  const copy = new Sqlite(file, { readonly: true });
  const count = copy.prepare("SELECT count(*) FROM changes").pluck().get();
  copy.close();
  return count;
}

describe("a backup", () => {
  it("is one file that only its owner may read, with as many rows as the database had", async () => {
    const { file, rows } = await backUp(db, backups, at);
    expect(file).toBe(join(backups, "porchlight-2026-11-30T094710Z.sqlite"));
    expect(readdirSync(backups)).toEqual(["porchlight-2026-11-30T094710Z.sqlite"]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(rows).toMatchObject({ changes: 1, programs: 0, ledger: 1 });
    expect(changesIn(file)).toBe(1);
    expect(lastBackup(backups, at)).toBe(at);
  });

  it("holds what was committed when it began, whoever writes meanwhile", async () => {
    const writer = openDatabase(join(folder, "porchlight.sqlite"));
    const making = backUp(db, backups, at);
    recordChange(writer, "programs");
    writer.close();
    const { file } = await making;
    expect(changesIn(file)).toBe(1);
    expect(changesIn(db.name)).toBe(2);
  });

  it("that cannot be finished leaves those before it, and nothing half", async () => {
    await backUp(db, backups, at - 86_400_000);
    db.exec("CREATE TABLE parents (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE children (parent INTEGER REFERENCES parents (id)) STRICT");
    db.pragma("foreign_keys = OFF");
    db.exec("INSERT INTO children VALUES (7)");
    await expect(backUp(db, backups, at)).rejects.toThrow("a row of children points to nothing");
    expect(readdirSync(backups)).toEqual([nameOfBackup(at - 86_400_000)]);
    expect(db.inTransaction).toBe(false);
  });

  it("removes what an earlier one that was killed has left, but not one that is being made", async () => {
    mkdirSync(join(folder, "far"));
    mkdirSync(backups);
    const [killed, going] = [join(backups, `${nameOfBackup(at - 9e6)}-1.part`), join(backups, `${nameOfBackup(at)}-2.part-journal`)];
    writeFileSync(killed, "half");
    utimesSync(killed, at / 1000 - 7200, at / 1000 - 7200);
    writeFileSync(going, "half");
    utimesSync(going, at / 1000 - 60, at / 1000 - 60);
    await backUp(db, backups, at);
    expect([existsSync(killed), existsSync(going)]).toEqual([false, true]);
  });
});

describe("backups that grow old", () => {
  const day = 86_400_000;
  const nightly = Array.from({ length: 800 }, (_, nights) => at - nights * day);
  const days = (moments: readonly number[]) => moments.map((moment) => new Date(moment).toISOString().slice(0, 10));

  it("stay for seven days, four weeks and twelve months, the newest of each", () => {
    const old = chooseOld(nightly, { days: 7, weeks: 4, months: 12 });
    const kept = days(nightly.filter((moment) => !old.includes(moment)));
    expect(kept).toEqual([
      ...["2026-11-30", "2026-11-29", "2026-11-28", "2026-11-27", "2026-11-26", "2026-11-25", "2026-11-24"],
      ...["2026-11-22", "2026-11-15", "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30"],
      ...["2026-05-31", "2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31", "2025-12-31"],
    ]);
  });

  it("leave the same as when they are sorted out each night", () => {
    const keep = { days: 7, weeks: 4, months: 12 };
    let kept: number[] = [];
    for (const moment of nightly.toReversed()) {
      const all = [moment, ...kept];
      const old = new Set(chooseOld(all, keep));
      kept = all.filter((one) => !old.has(one));
    }
    const old = new Set(chooseOld(nightly, keep));
    expect(days(kept)).toEqual(days(nightly.filter((moment) => !old.has(moment))));
  });

  it("do not count while they are from the future, after a clock that was wrong, nor go", () => {
    mkdirSync(backups, { recursive: true });
    const future = nameOfBackup(at + 9 * 365 * day);
    for (const name of [future, nameOfBackup(at), nameOfBackup(at - day)]) writeFileSync(join(backups, name), "");
    expect(lastBackup(backups, at + 1000)).toBe(at);
    expect(removeOldBackups(backups, { days: 1, weeks: 0, months: 0 }, at + 1000)).toEqual([nameOfBackup(at - day)]);
    expect(readdirSync(backups)).toEqual([nameOfBackup(at), future]);
  });

  it("never go altogether, and nothing else goes with them", () => {
    mkdirSync(join(folder, "far"));
    mkdirSync(backups);
    for (const name of [nameOfBackup(at), nameOfBackup(at - day), "porchlight.sqlite", "mine-2026-11-29T094710Z.sqlite"])
      writeFileSync(join(backups, name), "");
    expect(removeOldBackups(backups, { days: 0, weeks: 0, months: 0 }, at)).toEqual([nameOfBackup(at - day)]);
    expect(readdirSync(backups)).toEqual(["mine-2026-11-29T094710Z.sqlite", nameOfBackup(at), "porchlight.sqlite"]);
  });
});
