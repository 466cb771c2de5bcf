import { beforeEach, describe, expect, it } from "vitest";
import { lastSeq, versionOfSubject } from "../../src/changes/append.ts";
import { since } from "../../src/changes/since.ts";
import type { Database } from "../../src/database/open.ts";
import { removeFeedMeetings } from "../../src/meetings/save.ts";
import { importRecords } from "../support/feeds.ts";
import { withCatalog } from "../support/site.ts";

let db: Database;
beforeEach(() => {
  db = withCatalog();
});

const group = (slug: string, name = "Group") => ({ slug, name, day: 1, time: "12:00", city: "Bigfork", state: "MT" });
const bring = (records: readonly object[], at = "2026-11-30T12:00:00.000Z") => importRecords(db, {}, records, { at, force: true });
const gone = () => db.prepare("SELECT id, seq FROM gone_meetings ORDER BY id").all();

describe("an import of a feed", () => {
  it("is one change, which each meeting that it changed names as its version", () => {
    const before = lastSeq(db);
    bring([group("noon"), group("dawn")]);
    bring([group("noon"), group("dawn", "Other Group")]);
    bring([group("noon"), group("dawn", "Other Group")]);
    expect(since(db, before, 10)).toMatchObject([
      { kind: "imported", subject: "flathead", by: { role: "feed", account: null }, after: { added: 2, changed: 0, removed: 0 } },
      { kind: "imported", subject: "flathead", after: { added: 0, changed: 1, removed: 0 } },
    ]);
    expect(["noon", "dawn"].map((slug) => versionOfSubject(db, "meetings", `flathead-${slug}`))).toEqual([before + 1, before + 2]);
  });

  it("that fails or is only tried appends nothing", () => {
    const before = lastSeq(db);
    importRecords(db, {}, [group("noon")], { dryRun: true });
    expect(() => importRecords(db, {}, [], {})).toThrow();
    expect(lastSeq(db)).toBe(before);
  });

  it("marks what is gone for a year, unless it comes back", () => {
    bring([group("noon"), group("dawn"), group("dusk")]);
    bring([group("noon")], "2026-12-01T12:00:00.000Z");
    const seq = lastSeq(db);
    expect(gone()).toEqual([
      { id: "flathead-dawn", seq },
      { id: "flathead-dusk", seq },
    ]);
    bring([group("noon"), group("dawn")], "2027-11-30T12:00:00.000Z");
    expect(gone()).toEqual([{ id: "flathead-dusk", seq }]);
    bring([group("noon"), group("dawn")], "2027-12-02T12:00:00.000Z");
    expect(gone()).toEqual([]);
  });

  it("of a feed that is given up is one change too", () => {
    bring([group("noon"), group("dawn")]);
    const before = lastSeq(db);
    expect(removeFeedMeetings(db, "flathead", "2026-12-01T12:00:00.000Z")).toBe(2);
    expect(since(db, before, 10)).toMatchObject([{ subject: "flathead", after: { added: 0, changed: 0, removed: 2 } }]);
    expect(gone()).toHaveLength(2);
  });
});
