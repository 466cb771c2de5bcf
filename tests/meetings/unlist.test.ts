import { beforeEach, describe, expect, it } from "vitest";
import { lastSeq } from "../../src/changes/append.ts";
import { historyOf, since } from "../../src/changes/since.ts";
import { findUnlisted } from "../../src/changes/unlisted.ts";
import type { Database } from "../../src/database/open.ts";
import { findMeeting, meetingIdsOf } from "../../src/meetings/find.ts";
import { saidKey } from "../../src/meetings/match-keys.ts";
import { findUnlistedMeeting, relistMeetings, unlistMeetings, versionOfMeetings } from "../../src/meetings/unlist.ts";
import { Conflict, NotFound } from "../../src/web/errors.ts";
import { importRecords } from "../support/feeds.ts";
import { withCatalog } from "../support/site.ts";
import { vocabulary } from "../support/vocabulary.ts";

const noon = { slug: "noon", name: "Noon Group", day: 1, time: "12:00", formatted_address: "12 Main St, Bigfork, MT 59911, USA" };
const dawn = { ...noon, slug: "dawn", name: "Dawn Group", time: "06:00" };
const dusk = { ...noon, slug: "dusk", name: "Dusk Group", time: "18:00" };
const by = { role: "editor", account: "account-of-ann" } as const;
const at = "2026-11-30T15:00:00.000Z";
const id = "flathead-noon";

let db: Database;
beforeEach(() => {
  db = withCatalog();
  bring([noon, dawn, dusk]);
});

const bring = (records: readonly object[]) => importRecords(db, {}, records, { force: true });
const ids = () => meetingIdsOf(db, "flathead");
const version = (...some: string[]) => versionOfMeetings(db, some);
const unlist = (some: string[], expected = version(...some)) =>
  unlistMeetings(db, some, some, { by, at, why: "Nobody meets there", expected });
const relist = (some: string) => {
  const relisted = [{ meeting: findUnlistedMeeting(db, some)!, categories: ["drinking"] }];
  relistMeetings(db, vocabulary, relisted, { by, at, expected: version(some) });
};

describe("a meeting that must not be listed", () => {
  it("goes with a change that holds it whole, and says why to editors alone", () => {
    const before = lastSeq(db);
    const meeting = findMeeting(db, id);
    unlist([id]);
    expect(ids()).toEqual(["flathead-dawn", "flathead-dusk"]);
    const change = { kind: "unlisted", list: "meetings", subject: id, by, why: "Nobody meets there", isPublic: true };
    expect(since(db, before, 10)).toMatchObject([{ ...change, before: meeting, after: null }]);
    expect(findUnlisted(db)).toEqual([{ list: "meetings", subject: id, why: "Nobody meets there", at }]);
    expect(db.prepare("SELECT count(*) FROM meeting_times WHERE name = 'Noon Group'").pluck().get()).toBe(0);
  });

  it.each<[string, object]>([
    ["as it was", {}],
    ["at another time", { time: "13:00" }],
    ["under another name and in another house", { name: "High Noon", formatted_address: "9 Oak St, Libby, MT 59923, USA" }],
    ["under another id", { slug: "noon-group-2" }],
    ["under another id and spelled in another way", { slug: "n2", name: "NOON  group", time: "12:00 PM", day: "Monday" }],
  ])("stays away when its feed brings it %s", (_how, changed) => {
    unlist([id]);
    const report = bring([{ ...noon, ...changed }, dawn, dusk]);
    expect(report).toMatchObject({ added: 0, unchanged: 2, removed: 0 });
    expect(ids()).toEqual(["flathead-dawn", "flathead-dusk"]);
  });

  it("keeps nobody else away: neither another group of that hour nor that group at another hour with an id of its own", () => {
    unlist([id]);
    bring([noon, dawn, dusk, { ...noon, slug: "other", name: "Other Group" }, { ...noon, slug: "evening", time: "19:00" }]);
    expect(ids()).toEqual(["flathead-dawn", "flathead-dusk", "flathead-evening", "flathead-other"]);
  });

  it("stays away after it went from the feed and came back, and after the feed was taken away and added again", () => {
    unlist([id]);
    bring([dawn, dusk]);
    bring([noon, dawn, dusk]);
    expect(ids()).not.toContain(id);
  });

  it("is listed again as it was, and from then on is the feed's again", () => {
    const meeting = findMeeting(db, id);
    unlist([id]);
    relist(id);
    expect(findMeeting(db, id)).toEqual(meeting);
    expect(findUnlisted(db)).toEqual([]);
    expect(historyOf(db, "meetings", id)[0]).toMatchObject({ kind: "relisted", before: null, after: meeting });
    bring([{ ...noon, time: "13:00" }, dawn, dusk]);
    expect(findMeeting(db, id)!.occurrences[0]!.start).toBe(13 * 60);
    expect(() => relist(id)).toThrow(NotFound);
  });

  it("goes with others or not at all, and not where one of what was shown has changed", () => {
    const both = [id, "flathead-dawn"];
    const expected = version(...both);
    bring([noon, { ...dawn, time: "06:30" }, dusk]);
    const before = lastSeq(db);
    expect(() => unlistMeetings(db, [id], both, { by, at, why: "x", expected })).toThrow(Conflict);
    expect(() => unlist([id, "flathead-nowhere"])).toThrow(Conflict);
    expect([lastSeq(db), ids().length, findUnlisted(db)]).toEqual([before, 3, []]);
    unlist(both);
    expect(ids()).toEqual(["flathead-dusk"]);
  });
});

describe("what a list says of a meeting", () => {
  it("is one key however it is spelled, and another one for another hour, house or list", () => {
    const meeting = findMeeting(db, id)!;
    const same = { ...meeting, id: "x", name: "noon GROUP", place: { ...meeting.place, street: "12 Main Street" } };
    expect(saidKey(same)).toBe(saidKey(meeting));
    const others = [
      { ...meeting, feed: "other" },
      { ...meeting, occurrences: [{ day: 2, start: 720, length: null }] },
      { ...meeting, place: { ...meeting.place, street: "14 Main St" } },
    ];
    for (const other of others) expect(saidKey(other)).not.toBe(saidKey(meeting));
  });
});
