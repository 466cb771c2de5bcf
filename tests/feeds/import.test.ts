import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { since } from "../../src/changes/since.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { type ImportOptions, importFeed } from "../../src/feeds/import.ts";
import { printableJson } from "../../src/feeds/printable.ts";
import { describeFeedReport, feedReports } from "../../src/feeds/report.ts";
import { feedState, rememberAsked } from "../../src/feeds/state.ts";
import { updateFeed } from "../../src/feeds/update.ts";
import { findMeeting, meetingIdsOf } from "../../src/meetings/find.ts";
import { importOptions, importRecords, someFeed } from "../support/feeds.ts";
import { writeCatalog } from "../support/site.ts";
import { someMeetings } from "../support/some-meetings.ts";

let folder: string;
let db: Database;
const sync = (records: unknown, options: Partial<ImportOptions> = {}) => importRecords(db, {}, records, options);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "feeds-"));
  const file = join(folder, "test.sqlite");
  writeCatalog(file);
  db = openDatabase(file);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

describe("importing a feed", () => {
  it("takes every meeting, names what it repaired, and changes nothing the second time", () => {
    const first = sync(someMeetings);
    expect(first).toMatchObject({ added: 4, changed: 0, unchanged: 0, removed: 0, refused: [] });
    expect(first.repaired.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["time", "text", "state", "coordinates", "privacy"]));
    expect(first.repaired.every(({ count, examples }) => count > 0 && examples.length > 0)).toBe(true);
    expect(sync(someMeetings)).toMatchObject({ added: 0, changed: 0, unchanged: 4, removed: 0 });
  });

  it("writes nothing but the database, whatever names a feed gives", () => {
    const [meeting] = someMeetings;
    const named = { name: "../../run.sh", slug: "../../etc/cron.d/run", group: "/tmp/run.js", location: "C:\\run.exe" };
    expect(sync([{ ...meeting, ...named }]).added).toBe(1);
    expect(readdirSync(folder).filter((name) => !name.startsWith("test.sqlite"))).toEqual([]);
  });

  it("knows each meeting's zone and how, its times, its way to join and how often it meets", () => {
    sync(someMeetings);
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
      importRecords(db, { region }, records);
      const states = records.map(({ slug }) => findMeeting(db, `flathead-${slug}`)!.place.state);
      expect(states, region).toEqual(["MT", "ND", null, null, null]);
    }
    importRecords(db, { region: "the towns along the river" }, records);
    expect(findMeeting(db, "flathead-bare")!.place.state).toBeNull();
  });

  it("takes a town in the place of the street for the town, and no other word", () => {
    db.prepare(
      "INSERT INTO places (zip, city, folded, county, state, latitude, longitude) VALUES ('80014', 'Denver', 'denver', '', 'CO', 39.7, -105)",
    ).run();
    const at = (address: string) => ({
      slug: address.toLowerCase().replaceAll(" ", "-"),
      name: address,
      day: 1,
      time: "19:00",
      address,
      state: "CO",
    });
    sync([at("Denver"), at("Old Main Street"), at("Grange Hall")]);
    const place = (slug: string) => findMeeting(db, `flathead-${slug}`)?.place;
    expect(place("denver")).toMatchObject({ street: null, city: "Denver", approximate: true });
    expect(place("old-main-street")).toMatchObject({ street: "Old Main Street", city: null });
    expect(place("grange-hall")).toMatchObject({ street: "Grange Hall", city: null });
    expect(findMeeting(db, "flathead-denver")?.join).toBe("contact-first");
  });

  it("never stores whom to contact, who wrote it, or how insiders edit it", () => {
    sync(someMeetings);
    db.pragma("wal_checkpoint(TRUNCATE)");
    const file = readFileSync(join(folder, "test.sqlite"), "latin1");
    for (const secret of ["Garcia", "555-0123", "maria@", "webservant", "group@example", "hunter2", "wp-admin"])
      expect(file).not.toContain(secret);
    expect(file).toContain("Code 4711");
  });

  it("drops what is gone, but not when that is more than three in ten", () => {
    const many = Array.from({ length: 10 }, (_, number) => ({ slug: `m${number}`, name: `Group ${number}`, day: 1, time: "19:00" }));
    sync(many);
    expect(sync(many.slice(3))).toMatchObject({ removed: 3, unchanged: 7 });
    expect(() => sync(many.slice(7))).toThrow(/would remove 4 of the feed's 7 meetings/);
    expect(meetingIdsOf(db, "flathead")).toHaveLength(7);
    expect(sync(many.slice(7), { force: true })).toMatchObject({ removed: 4 });
  });

  it("changes nothing in a dry run, and says what it would have done", () => {
    expect(sync(someMeetings, { dryRun: true })).toMatchObject({ added: 4 });
    expect(meetingIdsOf(db, "flathead")).toEqual([]);
    expect(feedReports(db, "flathead")).toEqual([]);
  });

  it("refuses what is no feed, in a sentence, and keeps the last good data", () => {
    sync(someMeetings);
    for (const text of ["", "<!doctype html><title>Just a moment…</title>", '{"error":"no such action"}', "[1, 2", "null"]) {
      expect(() => importFeed(db, someFeed, text, importOptions), text).toThrow(/\w+ .*\w+/);
    }
    expect(() => importRecords(db, { program: "nobody" }, [])).toThrow(/no program "nobody"/);
    expect(meetingIdsOf(db, "flathead")).toHaveLength(4);
  });

  it("reads codes as the program's fellowship does", () => {
    const records = [{ slug: "elm", name: "Elm", day: 1, time: "19:00", types: ["A"] }];
    const read = (id: string, program: string) => {
      importRecords(db, { id, program }, records);
      const { types, otherTypes } = findMeeting(db, `${id}-elm`) ?? { types: null, otherTypes: null };
      return { types, otherTypes };
    };
    expect(read("aa", "alcoholics-anonymous")).toEqual({ types: ["secular"], otherTypes: [] });
    expect(read("afg", "al-anon")).toEqual({ types: ["secular"], otherTypes: ["Atheist / agnostic"] });
  });

  it("reads records in the dialect that the operator names, unless they plainly speak another", () => {
    const bmlt = [{ id_bigint: "6", weekday_tinyint: "4", start_time: "19:00:00", meeting_name: "Barn" }];
    expect(sync(bmlt)).toMatchObject({ added: 1 });
    expect(importRecords(db, { shape: "bmlt" }, bmlt)).toMatchObject({ unchanged: 1 });
    expect(() => importRecords(db, { shape: "meeting-guide" }, bmlt)).toThrow("set to meeting-guide, but its records are bmlt");
    expect(importRecords(db, { shape: "bmlt", id: "other" }, [{ a: 1 }], { force: true }).refused).toEqual([
      { record: "#1", reason: expect.stringMatching(/^no id/) },
    ]);
    const newer = [{ id: 7, name: "Owls", day: 6, startTime: "23:30", duration: "02:00", venueType: 1, published: true, formatIds: [4] }];
    expect(importRecords(db, { id: "newer" }, newer)).toMatchObject({ added: 1, repaired: [] });
    expect(findMeeting(db, "newer-7")?.occurrences).toEqual([{ day: 6, start: 1410, length: 120 }]);
  });

  it("costs no other meeting when one record is broken", () => {
    const report = sync([...someMeetings, 7, null, { name: "" }, { nonsense: true }]);
    expect(report.added).toBe(4);
    expect(report.refused).toHaveLength(4);
    expect(report.refused.every(({ reason }) => reason.length > 5)).toBe(true);
  });

  it("keeps the last twenty reports", () => {
    for (let number = 0; number < 23; number++) sync(someMeetings);
    expect(feedReports(db, "flathead")).toHaveLength(20);
  });

  it("tells why a feed could not be read, counts how often, and keeps what is there", async () => {
    sync(someMeetings);
    const feed = {
      ...someFeed,
      url: null,
      file: join(folder, "missing.json"),
      contact: null,
      licence: null,
      on: true,
    };
    const how = { ...importOptions, userAgent: "Porchlight (+https://porchlight.example)", backOff: true };
    expect(await updateFeed(db, feed, how)).toMatchObject({ kind: "failed", reason: expect.stringContaining("missing.json") });
    expect(feedState(db, "flathead")).toMatchObject({ failures: 1, fetched: importOptions.at });
    expect(await updateFeed(db, feed, how)).toMatchObject({ kind: "waiting" });
    const before = new Date(Date.parse(importOptions.at) - 86_400_000).toISOString();
    expect(await updateFeed(db, feed, { ...how, at: before }), "the clock was set back").toMatchObject({ kind: "failed" });
    expect(meetingIdsOf(db, "flathead")).toHaveLength(4);
  });
});

describe("a report", () => {
  it("names the first two hundred that are refused, counts the others, and is kept once", () => {
    const report = sync([...someMeetings, ...Array(1000).fill("junk")]);
    expect([report.refused.length, report.refusedCount]).toEqual([200, 1000]);
    expect(describeFeedReport(report)).toMatch(/removed, 1000 refused\.\n[\s\S]*… and 980 more refused$/);
    expect(feedReports(db, "flathead")[0]?.report).toEqual(report);
    const kept = since(db, 0, 1000).at(-1);
    expect(kept).toMatchObject({ subject: "flathead", after: { added: 4, changed: 0, removed: 0 } });
  });

  it("of an older version has no count, and is read all the same", () => {
    const old = { added: 0, changed: 0, unchanged: 0, removed: 0, repaired: [], refused: [{ record: "#1", reason: "not a record" }] };
    db.prepare("INSERT INTO feed_reports (feed, at, report) VALUES ('old', '', ?)").run(JSON.stringify(old));
    expect(feedReports(db, "old")[0]?.report.refusedCount).toBe(1);
  });

  it("moves no cursor, begins no line and turns no writing round on the operator's terminal", () => {
    const report = sync([
      { ...someMeetings[0], slug: "a\nMeetings: 99 added", day: "\u001b[2J\u001b]0;pwned\u0007" },
      { id: "\u202egro\u009b" },
    ]);
    const text = describeFeedReport(report);
    expect(text).toContain("\\x1b[2J\\x1b]0;pwned\\x07");
    expect(text).not.toMatch(/^Meetings: 99/m);
    expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    expect(JSON.parse(printableJson({ was: "\u009b\u202e" }))).toEqual({ was: "\u009b\u202e" });
    expect(printableJson({ was: "\u009b\u202e" })).toBe('{"was":"\\u009b\\u202e"}');
  });
});

describe("an import beside others that write", () => {
  let other: Database;
  beforeEach(() => {
    other = openDatabase(join(folder, "test.sqlite"));
    other.pragma("busy_timeout = 0");
  });
  afterEach(() => other.close());

  it("locks nobody out while it parses", () => {
    let written = 0;
    const feed = {
      ...someFeed,
      /** Asked for with each meeting that is finished. */
      get region() {
        rememberAsked(other, `other-${written++}`, importOptions.at);
        return null;
      },
    };
    expect(importFeed(db, feed, JSON.stringify(someMeetings), importOptions).added).toBe(4);
    expect(written).toBe(4);
  });

  it("waits for one that is writing, and says so", () => {
    let waits = 0;
    other.exec("BEGIN IMMEDIATE");
    const onWait = () => {
      waits++;
      other.exec("COMMIT");
    };
    expect(sync(someMeetings, { onWait }).added).toBe(4);
    expect(waits).toBe(1);
    expect(db.pragma("busy_timeout", { simple: true })).toBe(5000);
  });

  it("tells of a database that stays locked, for this feed alone", async () => {
    db.pragma("busy_timeout = 0");
    other.exec("BEGIN IMMEDIATE");
    const feed = { ...someFeed, url: null, file: join(folder, "meetings.json"), contact: null, licence: null, on: true };
    const how = { ...importOptions, userAgent: "Porchlight", backOff: false };
    expect(await updateFeed(db, feed, how)).toEqual({ kind: "failed", reason: expect.stringMatching(/^database is locked/) });
  });
});
