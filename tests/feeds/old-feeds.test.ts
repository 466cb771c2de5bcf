import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { type Feed, feedSchema } from "../../src/feeds/feed-list.ts";
import { nextVisit } from "../../src/feeds/next-visit.ts";
import { oldFeeds } from "../../src/feeds/old-feeds.ts";
import { describeFeed, emptyReport } from "../../src/feeds/report.ts";
import { feedState, rememberAsked, rememberFailed, rememberFetched } from "../../src/feeds/state.ts";

const hour = 3_600_000;
const now = Date.parse("2026-11-23T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now - hours * hour).toISOString();
const feed = (id: string, on = true): Feed => feedSchema.parse({ id, url: "https://a.example.org/", program: "oiaa", on });

let db: Database;
beforeEach(() => {
  db = openDatabase(":memory:");
});
afterEach(() => db.close());

function fetched(id: string, hours: number): void {
  rememberFetched(db, { id, name: null }, hoursAgo(hours));
}

describe("feeds that are too old", () => {
  it("are those that have not come for three periods, or have only failed; not those that are off or new", () => {
    fetched("fresh", 17);
    fetched("old", 19);
    fetched("off", 500);
    rememberAsked(db, "failing", hoursAgo(1));
    rememberFailed(db, "failing", "It does not answer.");
    const feeds = [feed("fresh"), feed("old"), feed("off", false), feed("failing"), feed("new")];
    expect(oldFeeds(db, feeds, 6 * hour, now)).toEqual([
      { id: "old", fetched: hoursAgo(19), failures: 0, problem: null },
      { id: "failing", fetched: null, failures: 1, problem: "It does not answer." },
    ]);
  });
});

describe("the next visit", () => {
  it("is a period after the last, and after a failure not before it may be asked again", () => {
    fetched("elm", 2);
    expect(nextVisit(feed("elm"), feedState(db, "elm"), 6 * hour)).toBe(hoursAgo(-4));
    for (let time = 0; time < 9; time++) rememberAsked(db, "elm", hoursAgo(1));
    expect(nextVisit(feed("elm"), feedState(db, "elm"), 6 * hour)! > hoursAgo(-5)).toBe(true);
  });

  it("is nothing for what is only fetched by hand, is off, or was never asked for", () => {
    fetched("elm", 2);
    expect(nextVisit(feed("elm"), feedState(db, "elm"), null)).toBeNull();
    expect(nextVisit(feed("elm", false), feedState(db, "elm"), hour)).toBeNull();
    expect(nextVisit(feed("oak"), feedState(db, "oak"), hour)).toBeNull();
  });
});

describe("a feed in the operator's list", () => {
  it("has its age, what its last import did, its failures and when it is asked next", () => {
    fetched("elm", 50);
    rememberAsked(db, "elm", hoursAgo(1));
    rememberFailed(db, "elm", "It does not\nanswer.");
    const state = feedState(db, "elm");
    const last = { at: hoursAgo(50), report: { ...emptyReport(), added: 3 } };
    const said = describeFeed({ ...feed("elm"), asked: "Ann, 3 Nov 2026" }, { state, meetings: 3, last, next: hoursAgo(-5), now });
    expect(said.split("\n")).toEqual([
      "elm (on): 3 meetings of oiaa",
      "  https://a.example.org/, no default time zone",
      "  asked: Ann, 3 Nov 2026",
      `  last fetched ${hoursAgo(50)}, 2 days ago`,
      `  last import ${hoursAgo(50)}: Meetings: 3 added, 0 changed, 0 unchanged, 0 removed, 0 refused.`,
      `  failed 1 times since, last ${hoursAgo(1)}: It does not\\x0aanswer.`,
      `  next: about ${hoursAgo(-5)}`,
    ]);
  });
});
