// cspell:ignore Tagname Tmee Wegbeschreibung Raum Uhr

import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { importFeed } from "../../src/feeds/import.ts";
import { feedReports } from "../../src/feeds/report.ts";
import { findMeeting, meetingIdsOf } from "../../src/meetings/find.ts";
import { importOptions, importRecords, someFeed } from "../support/feeds.ts";
import { withCatalog } from "../support/site.ts";

let db: Database;
beforeEach(() => {
  db = withCatalog();
});

/** A sheet of eight meetings under a header. */
function sheet(header: string, change: (row: string[]) => string[] = (row) => row): string {
  const rows = Array.from({ length: 8 }, (_, at) => {
    const online = at % 2 === 0 ? `https://zoom.us/j/55512300${at}` : "";
    return change([`k${at}`, `Lamp ${at}`, "Tuesday", "6:15 PM", `${at + 3} Quarry Ln`, "Baker", "MT", "59313", online]).join(",");
  });
  return [header, ...rows].join("\n");
}
const header = "ID,Name,Day,Time,Address,City,State,Zip,Zoom Link";
const importSheet = (text: string, options = {}) => importFeed(db, someFeed, text, { ...importOptions, ...options });

describe("a feed that has silently lost something", () => {
  it.each([
    [
      "its day column",
      header.replace("Day", "Tagname"),
      /lost its days and times \(8 of 8 .* now 0 of 8\)\. No column is read as day .*“Tagname”/,
    ],
    ["its time column", header.replace("Time", "Tmee"), /days and times.*No column is read as time .*“Tmee”/],
    ["its streets", header.replace("Address", "Wegbeschreibung"), /lost its streets .*No column is read as address .*“Wegbeschreibung”/],
    ["its towns", header.replace("City", "Ort").replace("Zip", "PLZ"), /lost its towns .*“Ort”, “PLZ”/],
    ["the links of its few online meetings", header.replace("Zoom Link", "Raum"), /lost its links to join \(4 of 8 .*“Raum”/],
  ])("is held: %s", (_, renamed, reason) => {
    importSheet(sheet(header));
    const before = findMeeting(db, "flathead-k0");
    expect(() => importSheet(sheet(renamed))).toThrow(reason);
    expect(() => importSheet(sheet(renamed), { dryRun: true })).toThrow(reason);
    expect(findMeeting(db, "flathead-k0")).toEqual(before);
    expect(importSheet(sheet(renamed), { force: true }).changed).toBeGreaterThan(0);
  });

  it("is held where the column is there and its values are not readable", () => {
    importSheet(sheet(header));
    const blank = sheet(header, (row) => row.with(3, "see board"));
    expect(() => importSheet(blank)).toThrow(/days and times.*Their columns are there, but what they say cannot be read/);
  });

  it("comes in where only some of it has changed", () => {
    importSheet(sheet(header));
    const some = sheet(header, (row) => (/[05]$/.test(row[0]!) ? row.with(2, "").with(8, "") : row));
    expect(importSheet(some)).toMatchObject({ changed: 2, unchanged: 6 });
  });

  it("is held in BMLT too", () => {
    const records = Array.from({ length: 5 }, (_, at) => ({
      id_bigint: `${at + 1}`,
      meeting_name: `Lamp ${at}`,
      weekday_tinyint: "3",
      start_time: "18:15:00",
      location_street: "3 Quarry Ln",
      location_municipality: "Baker",
      location_province: "MT",
    }));
    importRecords(db, {}, records);
    const less = records.map(({ weekday_tinyint, start_time, ...rest }) => rest);
    expect(() => importRecords(db, {}, less)).toThrow(/days and times.*weekday_tinyint or start_time/);
    const noIds = records.map(({ id_bigint, ...rest }) => rest);
    expect(() => importRecords(db, { id: "other" }, noIds)).toThrow(/None of the feed's 5 records is a meeting.*ask for id_bigint/);
  });
});

describe("a first import", () => {
  it("is refused where no record has a day and a time, with the columns seen and looked for", () => {
    const text = sheet(header.replace("Day", "Tag").replace("Time", "Uhr"));
    expect(() => importSheet(text)).toThrow(
      /None of the feed's 8 records has a day and a time.*Columns seen: .*“Tag”, “Uhr”.*Looked for: day \(.*time \(/,
    );
    expect(meetingIdsOf(db, "flathead")).toEqual([]);
    expect(importSheet(text, { force: true })).toMatchObject({ added: 8 });
  });

  it.each([
    ["servers", [{ id: 9, name: "Plains Server", url: "https://bmlt.example.net/main/", statistics: { meetings: 7 } }]],
    ["houses", [{ name: "Quarry House", address: "3 Quarry Ln", city: "Baker", state: "MT", vacancies: 2 }]],
  ])("is refused where its records are %s", (_, records) => {
    expect(() => importRecords(db, {}, records)).toThrow(/may be no meetings/);
  });

  it("is refused where its list is empty, with the filter that an aggregator wants", () => {
    for (const shape of ["auto", "bmlt"] as const) expect(() => importRecords(db, { shape }, [])).toThrow(/list is empty.*filter/);
    expect(importRecords(db, {}, [], { force: true })).toMatchObject({ added: 0 });
  });
});

describe("one page of several", () => {
  const meeting = { id: "q1", name: "Lamp", day: 2, time: "18:15", city: "Baker", state: "MT" };
  it.each([
    ["offset", { records: [{ id: "rec9", fields: { Name: "Lamp", Day: "Tuesday", Time: "6:15 PM" } }], offset: "itr9/rec9" }],
    ["next_rest_url", { data: [meeting], next_rest_url: "https://lamp.example.org/events?page=2" }],
    ["isLastPage", { list: [meeting], pageInfo: { page: 1, isLastPage: false } }],
    ["next", { data: [meeting], links: { next: "https://lamp.example.org/meetings?page=2" } }],
    ["next_page_url", { data: [meeting], next_page_url: "https://lamp.example.org/meetings?page=2" }],
    ["has_more", { results: [meeting], has_more: true }],
    ["total_pages", { meetings: [meeting], meta: { page: 1, total_pages: 3 } }],
  ])("is held: %s", (field, page) => {
    expect(() => importRecords(db, {}, page)).toThrow(`one page of several: its “${field}”`);
    expect(importRecords(db, {}, page, { force: true })).toMatchObject({ added: 1 });
  });

  it.each([
    [{ records: [{ id: "rec9", fields: { Name: "Lamp", Day: "Tuesday", Time: "6:15 PM" } }] }],
    [{ data: [meeting], next_page_url: null, links: { next: null, prev: null } }],
    [{ list: [meeting], pageInfo: { totalRows: 1, page: 1, isFirstPage: true, isLastPage: true } }],
    [{ results: [meeting], offset: 0, has_more: false, total_pages: 1 }],
  ])("is not the last one, or the only one: %j", (page) => {
    expect(importRecords(db, {}, page)).toMatchObject({ added: 1 });
  });
});

describe("the report of an import", () => {
  it("counts the fields that nobody knows, with values that are nobody's name", () => {
    const records = [
      { slug: "a", name: "Lamp", day: 2, time: "18:15", city: "Baker", chair: "Jonas Quill", reach: "406-555-0123", weekend: "Saturday" },
      { slug: "b", name: "Wick", day: 3, time: "19:15", city: "Baker", chair: "Ada Thorn", weekend: "Sunday", contact_1_name: "Ada Thorn" },
    ];
    const { unread } = importRecords(db, {}, records);
    expect(unread).toEqual([
      { field: "chair", count: 2, examples: ["words"] },
      { field: "weekend", count: 2, examples: ["Saturday", "Sunday"] },
      { field: "reach", count: 1, examples: ["words and figures"] },
    ]);
    expect(feedReports(db, "flathead")[0]?.report.unread).toEqual(unread);
  });

  it("doubts a list of bare hours, and no other", () => {
    const list = (hours: readonly string[]) => hours.map((time, at) => ({ slug: `t${at}`, name: "Lamp", day: 2, time, city: "Baker" }));
    const doubts = (id: string, hours: readonly string[]) => importRecords(db, { id }, list(hours)).doubts;
    expect(doubts("bare", ["7:00", "12:00", "8:30", "6:00", "5:15"])).toEqual([expect.stringContaining("without “am” or “pm”")]);
    expect(doubts("evening", ["7:00", "12:00", "20:30", "6:00", "5:15"])).toEqual([]);
    expect(doubts("said", ["7:00", "12:00", "8:30 pm", "6:00", "5:15"])).toEqual([]);
  });
});
