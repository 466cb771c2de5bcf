import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { append, lastSeq, versionOfSubject } from "../../src/changes/append.ts";
import type { NewChange } from "../../src/changes/change.ts";
import { ledgerIdentity, renewIdentity } from "../../src/changes/identity.ts";
import { historyOf, since } from "../../src/changes/since.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { listNames, listVersion } from "../../src/database/versions.ts";
import { Conflict } from "../../src/web/errors.ts";

let db: Database;
beforeEach(() => {
  db = openDatabase(":memory:");
  db.exec("CREATE TABLE rows (text TEXT)");
});

const at = "2026-11-30T12:00:00.000Z";
const editor = { role: "editor", account: "7" } as const;
const catalog = { role: "catalog", account: null } as const;
const change = (subject: string, more: Partial<NewChange> = {}): NewChange => ({
  at,
  by: catalog,
  kind: "changed",
  list: "programs",
  subject,
  before: { name: "Old" },
  after: { name: "New" },
  why: null,
  isPublic: true,
  ...more,
});
const nothing = () => undefined;
const write = (text: string) => () => void db.prepare("INSERT INTO rows VALUES (?)").run(text);
const rows = () => db.prepare("SELECT text FROM rows").pluck().all();

describe("appending a change", () => {
  it("numbers it, and gives it back as it was", () => {
    const sent = change("lifering", { by: editor, why: "They phoned.", isPublic: false, id: "mine" });
    expect(append(db, sent, 0, nothing)).toBe(1);
    expect(since(db, 0, 10)).toEqual([{ ...sent, seq: 1 }]);
    expect(append(db, change("smart-recovery"), null, nothing)).toBe(2);
    expect(since(db, 1, 10).map(({ subject }) => subject)).toEqual(["smart-recovery"]);
    expect(historyOf(db, "programs", "lifering")).toEqual([{ ...sent, seq: 1 }]);
  });

  it("hands its number to what writes the rows, in one transaction: when the second half fails, neither is there", () => {
    append(db, change("lifering"), null, (seq) => write(String(seq))());
    expect(rows()).toEqual(["1"]);
    const failing = () => {
      write("half")();
      throw new Error("no room");
    };
    expect(() => append(db, change("lifering"), null, failing)).toThrow("no room");
    expect(rows()).toEqual(["1"]);
    expect([lastSeq(db), since(db, 0, 10).length]).toEqual([1, 1]);
    expect(append(db, change("lifering"), null, nothing)).toBe(2);
  });

  it("is undone with the transaction around it", () => {
    const around = db.transaction(() => {
      append(db, change("lifering"), null, write("row"));
      throw new Error("later");
    });
    expect(around).toThrow("later");
    expect([rows(), lastSeq(db)]).toEqual([[], 0]);
  });

  it("refuses one that was made from another version, and writes nothing", () => {
    const seq = append(db, change("lifering", { by: editor }), 0, nothing);
    expect(() => append(db, change("lifering", { by: editor }), 0, write("row"))).toThrow(Conflict);
    expect([rows(), lastSeq(db)]).toEqual([[], seq]);
    append(db, change("smart-recovery"), null, nothing);
    expect(append(db, change("lifering", { by: editor }), seq, write("row"))).toBe(3);
    expect(versionOfSubject(db, "programs", "lifering")).toBe(3);
    expect(versionOfSubject(db, "documents", "lifering")).toBe(0);
  });

  it("takes none from a person who does not say from which version", () => {
    expect(() => append(db, change("lifering", { by: editor }), null, nothing)).toThrow("from");
    expect(lastSeq(db)).toBe(0);
  });

  it("writes one that is sent twice once, and answers the second as the first", () => {
    const sent = change("lifering", { by: editor, id: "mine" });
    expect(append(db, sent, 0, write("once"))).toBe(1);
    append(db, change("lifering"), null, nothing);
    expect(append(db, sent, 0, write("twice"))).toBe(1);
    expect([rows(), lastSeq(db)]).toEqual([["once"], 2]);
  });
});

describe("the ledger", () => {
  it.each([
    ["edited", "UPDATE changes SET subject = 'x'"],
    ["shortened", "DELETE FROM changes WHERE seq = 1"],
    [
      "replaced by number",
      "REPLACE INTO changes SELECT 1, 'new', at, role, account, kind, list, subject, before, after, why, public FROM changes",
    ],
    [
      "replaced by id",
      "REPLACE INTO changes SELECT 9, id, at, role, account, kind, list, subject, before, after, why, public FROM changes",
    ],
    [
      "given a change in between",
      "INSERT INTO changes SELECT 0, 'new', at, role, account, kind, list, subject, before, after, why, public FROM changes",
    ],
  ])("cannot be %s", (_what, sql) => {
    append(db, change("lifering"), null, nothing);
    const before = since(db, 0, 10);
    expect(() => db.exec(sql)).toThrow("the ledger is never edited");
    expect(since(db, 0, 10)).toEqual(before);
  });

  it("raises the version of the list that a change is about, and of no other", () => {
    const versions = () => listNames.map((list) => listVersion(db, list));
    const before = versions();
    append(db, change("lifering", { list: "documents" }), null, nothing);
    expect(versions()).toEqual([before[0], expect.not.stringMatching(before[1]!), before[2]]);
  });

  it("shares no version with a copy that went another way, nor with itself under another identity", () => {
    append(db, change("lifering"), null, nothing);
    const copy = new Sqlite(db.serialize());
    expect(listVersion(copy, "programs")).toBe(listVersion(db, "programs"));
    append(db, change("lifering"), null, nothing);
    append(copy, change("lifering"), null, nothing);
    expect(listVersion(copy, "programs")).not.toBe(listVersion(db, "programs"));
    const [version, identity] = [listVersion(db, "programs"), ledgerIdentity(db)];
    expect(renewIdentity(db)).toBe(ledgerIdentity(db));
    expect(ledgerIdentity(db)).not.toBe(identity);
    expect(listVersion(db, "programs")).not.toBe(version);
  });
});
