import { readdirSync, readFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { since } from "../../src/changes/since.ts";
import { migrate } from "../../src/database/migrate.ts";
import { listVersion } from "../../src/database/versions.ts";
import { findMeeting } from "../../src/meetings/find.ts";
import { findProgram } from "../../src/programs/find.ts";
import { someMeeting } from "../support/some-meeting.ts";

const folder = new URL("../../migrations/", import.meta.url);

/** A database as an earlier program left it, with its migrations run up to this one. */
function databaseAt(version: number) {
  const db = new Sqlite(":memory:");
  db.pragma("foreign_keys = ON");
  for (const file of readdirSync(folder).sort().slice(0, version)) db.exec(readFileSync(new URL(file, folder), "utf8"));
  db.pragma(`user_version = ${version}`);
  return db;
}

describe("a database from before tables had plain names", () => {
  const db = databaseAt(9);
  const meeting = { ...someMeeting, id: "prairie-1", name: "Noon Group" };
  const paused = { ...someMeeting, id: "prairie-2", name: "Hall", join: "paused" };
  db.prepare("INSERT INTO imports (at, report) VALUES ('2026-11-24', '{}')").run();
  db.prepare(
    "INSERT INTO programs (id, name, names, touched, reach, weight, digest, facets, card, text, listing) VALUES ('a', 'A', 'a', '2026', 1, 1, '', ?, '{}', '', ?)",
  ).run("format phone\nstate MT", JSON.stringify({ id: "a" }));
  for (const one of [meeting, paused]) {
    const { lastInsertRowid } = db
      .prepare("INSERT INTO scheduled (id, feed, program, digest, meeting) VALUES (?, 'prairie', 'a', 'same', ?)")
      .run(one.id, JSON.stringify(one));
    db.prepare("INSERT INTO meetings (meeting, name, names, weight, minute, facets, text) VALUES (?, ?, '', 1, 600, 'day sunday', '')").run(
      lastInsertRowid,
      one.name,
    );
  }
  migrate(db);

  it("keeps every program and meeting, and writes none again", () => {
    expect(findProgram(db, "a")).toEqual({ id: "a" });
    expect(findMeeting(db, "prairie-1")).toEqual(meeting);
    expect(db.prepare("SELECT name, digest FROM meetings ORDER BY id").all()).toEqual([
      { name: "Noon Group", digest: "same" },
      { name: "Hall", digest: "same" },
    ]);
  });

  it("answers what a program can be found under in plain SQL", () => {
    expect(
      db.prepare("SELECT name FROM programs JOIN program_facets USING (row) WHERE facet = 'format' AND value = 'phone'").pluck().all(),
    ).toEqual(["A"]);
  });

  it("knows which meetings are sure to meet each week", () => {
    const sure = "SELECT name FROM meetings JOIN meeting_facets USING (row) WHERE facet = 'meets' AND value = 'every-week'";
    expect(db.prepare(sure).pluck().all()).toEqual(["Noon Group"]);
  });

  it("has all of it in the ledger: the meetings as one change, each listing as one", () => {
    expect(since(db, 0, 10)).toMatchObject([
      { seq: 1, at: "2026-11-24", kind: "imported", list: "meetings", after: { added: 2 }, isPublic: true },
      { seq: 2, kind: "added", list: "programs", subject: "a", after: { id: "a" }, isPublic: true },
    ]);
    expect(db.prepare("SELECT DISTINCT seq FROM meetings").pluck().all()).toEqual([1]);
    const versions = (["meetings", "programs", "documents"] as const).map((list) => listVersion(db, list));
    expect(versions.map((version) => version.split(".")[0])).toEqual(["1", "2", "0"]);
  });

  it("removes a meeting with its times", () => {
    db.prepare("DELETE FROM meetings WHERE id = 'prairie-2'").run();
    expect(db.prepare("SELECT count(*) FROM meeting_times").pluck().get()).toBe(1);
  });
});

it("keeps what readers have reported where a report can come to more", () => {
  const db = databaseAt(18);
  const columns = "reference, key, list, subject, field, same, at, outcome, settled_at";
  const report = `INSERT INTO reports (${columns}) VALUES (?, ?, 'meetings', 'm', 'other', ?, '2026', ?, ?)`;
  db.prepare(report).run("a-b-c", "a", "x", null, null);
  db.prepare(report).run("d-e-f", "d", "x", "declined", "2026");
  const before = db.prepare("SELECT * FROM reports").all();
  expect(() => db.prepare(report).run("g-h-i", "g", "y", "passed on", "2026")).toThrow(/CHECK/);
  migrate(db);
  expect(db.prepare("SELECT * FROM reports").all()).toEqual(before);
  expect(() => db.prepare(report).run("j-k-l", "j", "x", null, null)).toThrow(/UNIQUE/);
  db.prepare(report).run("g-h-i", "g", "y", "passed on", "2026");
  db.close();
});
