import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importCatalog } from "../../src/catalog/import.ts";
import { catalogFolder } from "../../src/catalog/read.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { feedReports, importFeed } from "../../src/feeds/import.ts";
import { feedState } from "../../src/feeds/state.ts";
import { sourceOf, updateFeed } from "../../src/feeds/update.ts";
import { findMeeting, meetingIdsOf } from "../../src/meetings/find.ts";
import { someMeetings } from "../support/some-meetings.ts";
import { vocabulary } from "../support/vocabulary.ts";

const at = "2026-11-24T12:00:00.000Z";
const source = sourceOf({ id: "flathead", program: "alcoholics-anonymous", zone: null, region: null }, vocabulary);
const options = { shape: "auto" as const, force: false, dryRun: false, at };
let folder: string;
let db: Database;
const bring = (records: unknown, more = {}) => importFeed(db, source, JSON.stringify(records), { ...options, ...more });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "feeds-"));
  db = openDatabase(join(folder, "test.sqlite"));
  importCatalog(db, catalogFolder, at);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

describe("importing a feed", () => {
  it("takes every meeting, names what it repaired, and changes nothing the second time", () => {
    const first = bring(someMeetings);
    expect(first).toMatchObject({ added: 4, changed: 0, unchanged: 0, removed: 0, refused: [] });
    expect(first.repaired.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["time", "text", "state", "coordinates", "privacy"]));
    expect(first.repaired.every(({ count, examples }) => count > 0 && examples.length > 0)).toBe(true);
    expect(bring(someMeetings)).toMatchObject({ added: 0, changed: 0, unchanged: 4, removed: 0 });
  });

  it("knows each meeting's zone and how, its times, its way to join and how often it meets", () => {
    bring(someMeetings);
    expect(findMeeting(db, "flathead-sunrise")).toMatchObject({
      zone: { name: "America/Denver", from: "state" },
      join: "in-person",
      occurrences: [{ day: 1, start: 420, length: 60 }],
      frequency: { value: "weekly", weeks: [] },
      types: expect.arrayContaining(["open", "women"]),
      updated: "2024-05-31",
    });
    expect(findMeeting(db, "flathead-late-night")).toMatchObject({
      zone: { name: "America/Denver", from: "record" },
      join: "phone",
      occurrences: [
        { day: 2, start: 1410, length: 60 },
        { day: 4, start: 1410, length: 60 },
      ],
      phone: { notes: "Code 4711" },
    });
    expect(findMeeting(db, "flathead-first-saturday")).toMatchObject({
      name: "First Saturday Speaker & Supper",
      frequency: { value: "monthly", weeks: ["first"], words: "First Saturday" },
      place: { state: "MT" },
    });
    expect(findMeeting(db, "flathead-closed-hall")).toMatchObject({ join: "paused", place: { point: null } });
  });

  it("settles a missing state by the feed's region, but not against the place's own words or point", () => {
    const town = { name: "Ranch", day: 1, time: "19:00", city: "Circle" };
    const records = [
      { ...town, slug: "bare" },
      { ...town, slug: "stated", state: "ND" },
      { ...town, slug: "far", latitude: 40.7, longitude: -74 },
      { ...town, slug: "abroad", country: "Canada" },
      { ...town, slug: "nowhere", city: "" },
    ];
    for (const region of ["US-MT", "Montana", "mt"]) {
      importFeed(db, { ...source, region }, JSON.stringify(records), options);
      const states = records.map(({ slug }) => findMeeting(db, `flathead-${slug}`)!.place.state);
      expect(states, region).toEqual(["MT", "ND", null, null, null]);
    }
    importFeed(db, { ...source, region: "the towns along the river" }, JSON.stringify(records), options);
    expect(findMeeting(db, "flathead-bare")!.place.state).toBeNull();
  });

  it("never stores whom to contact, who wrote it, or how insiders edit it", () => {
    bring(someMeetings);
    db.pragma("wal_checkpoint(TRUNCATE)");
    const file = readFileSync(join(folder, "test.sqlite"), "latin1");
    for (const secret of ["Garcia", "555-0123", "maria@", "webservant", "group@example", "hunter2", "wp-admin"])
      expect(file).not.toContain(secret);
    expect(file).toContain("Code 4711");
  });

  it("drops what is gone, but not when that is more than three in ten", () => {
    const many = Array.from({ length: 10 }, (_, number) => ({ slug: `m${number}`, name: `Group ${number}`, day: 1, time: "19:00" }));
    bring(many);
    expect(bring(many.slice(3))).toMatchObject({ removed: 3, unchanged: 7 });
    expect(() => bring(many.slice(7))).toThrow(/would remove 4 of the feed's 7 meetings/);
    expect(meetingIdsOf(db, "flathead")).toHaveLength(7);
    expect(bring(many.slice(7), { force: true })).toMatchObject({ removed: 4 });
  });

  it("changes nothing in a dry run, and says what it would have done", () => {
    expect(bring(someMeetings, { dryRun: true })).toMatchObject({ added: 4 });
    expect(meetingIdsOf(db, "flathead")).toEqual([]);
    expect(feedReports(db, "flathead")).toEqual([]);
  });

  it("refuses what is no feed, in a sentence, and keeps the last good data", () => {
    bring(someMeetings);
    for (const text of ["", "<!doctype html><title>Just a moment…</title>", '{"error":"no such action"}', "[1, 2", "null"]) {
      expect(() => importFeed(db, source, text, options), text).toThrow(/\w+ .*\w+/);
    }
    expect(() => importFeed(db, { ...source, program: "nobody" }, "[]", options)).toThrow(/no program "nobody"/);
    expect(meetingIdsOf(db, "flathead")).toHaveLength(4);
  });

  it("costs no other meeting when one record is broken", () => {
    const report = bring([...someMeetings, 7, null, { name: "" }, { nonsense: true }]);
    expect(report.added).toBe(4);
    expect(report.refused).toHaveLength(4);
    expect(report.refused.every(({ reason }) => reason.length > 5)).toBe(true);
  });

  it("keeps the last twenty reports", () => {
    for (let number = 0; number < 23; number++) bring(someMeetings);
    expect(feedReports(db, "flathead")).toHaveLength(20);
  });

  it("tells why a feed could not be read, counts how often, and keeps what is there", async () => {
    bring(someMeetings);
    const feed = {
      ...source,
      url: null,
      file: join(folder, "missing.json"),
      shape: "auto" as const,
      contact: null,
      licence: null,
      on: true,
    };
    const how = { ...options, vocabulary, userAgent: "Porchlight (+https://porchlight.example)", patient: true };
    expect(await updateFeed(db, feed, how)).toMatchObject({ kind: "failed", reason: expect.stringContaining("missing.json") });
    expect(feedState(db, "flathead")).toMatchObject({ failures: 1, fetched: at });
    expect(await updateFeed(db, feed, how)).toMatchObject({ kind: "waiting" });
    expect(meetingIdsOf(db, "flathead")).toHaveLength(4);
  });
});
