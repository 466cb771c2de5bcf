import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { feedState } from "../../src/feeds/state.ts";
import { updateFeed } from "../../src/feeds/update.ts";
import { findMeeting } from "../../src/meetings/find.ts";
import { importOptions, importRecords, someFeed } from "../support/feeds.ts";
import { withCatalog } from "../support/site.ts";

let db: Database;
let server: Server | null = null;
beforeEach(() => {
  db = withCatalog();
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
  db.close();
});

const church = { day: 3, time: "19:00", location: "First Church", formatted_address: "12 Main St, Bigfork, MT 59911, USA" };
const records = [
  { ...church, slug: "noon", name: "Noon Group", notes: "The church is closed until January 15." },
  { ...church, slug: "zoom", name: "Zoom Group", notes: "Closed until March 1, 2027.", conference_url: "https://zoom.us/j/1112223333" },
  { ...church, slug: "gone", name: "Gone Group", notes: "This group has disbanded." },
];
const joins = () => ["noon", "zoom", "gone"].map((slug) => findMeeting(db, `flathead-${slug}`)?.join);

describe("a group that is closed until a day", () => {
  it("is paused or online till then, and back by itself", () => {
    importRecords(db, {}, records, { at: "2026-11-23T12:00:00.000Z" });
    expect(joins()).toEqual(["paused", "online-for-now", "paused"]);
    expect(feedState(db, someFeed.id).reopens).toBe("2027-01-15");
    // Not while it is still the day before at the place.
    importRecords(db, {}, records, { at: "2027-01-15T02:00:00.000Z" });
    expect(joins()).toEqual(["paused", "online-for-now", "paused"]);
    importRecords(db, {}, records, { at: "2027-01-15T13:00:00.000Z" });
    expect(joins()).toEqual(["in-person", "online-for-now", "paused"]);
    expect(feedState(db, someFeed.id).reopens).toBe("2027-03-01");
    importRecords(db, {}, records, { at: "2027-03-02T13:00:00.000Z" });
    expect(joins()).toEqual(["in-person", "hybrid", "paused"]);
    expect(feedState(db, someFeed.id).reopens).toBeNull();
  });

  it("is closed on the days that its words name, and not sure where they may come back", () => {
    const closing = { ...church, slug: "noon", name: "Noon Group" };
    const on = (day: string, notes: string) => {
      importRecords(db, {}, [{ ...closing, notes }], { at: `${day}T18:00:00.000Z` });
      const { join, frequency } = findMeeting(db, "flathead-noon")!;
      return `${join} ${frequency.sure} ${feedState(db, someFeed.id).reopens}`;
    };
    const dated = "Closed December 24, 2026 – January 2, 2027.";
    expect(on("2026-11-20", dated)).toBe("in-person true 2026-11-23");
    expect(on("2026-12-01", dated)).toBe("in-person false 2026-12-24");
    expect(on("2026-12-24", dated)).toBe("paused true 2027-01-03");
    expect(on("2027-01-03", dated)).toBe("in-person true null");
    expect(on("2027-07-05", "Dark in July.")).toBe("paused false 2027-08-01");
    expect(on("2027-08-05", "Dark in July.")).toBe("in-person false null");
    expect(on("2027-08-06", "Cancelled this week only.")).toBe("in-person false null");
  });

  it("is back even where its list has not changed since", async () => {
    const asked: (string | undefined)[] = [];
    server = createServer((request, response) => {
      asked.push(request.headers["if-none-match"]);
      response.setHeader("ETag", '"7"');
      if (request.headers["if-none-match"] === '"7"') response.writeHead(304).end();
      else response.end(JSON.stringify(records));
    });
    await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
    const feed = { ...someFeed, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, file: null };
    const update = (at: string) =>
      updateFeed(db, feed, { ...importOptions, at, userAgent: "Porchlight", backOff: false, fetch: { allowPrivate: true } });
    await update("2026-11-23T12:00:00.000Z");
    expect(await update("2026-12-23T12:00:00.000Z")).toEqual({ kind: "unchanged" });
    expect(await update("2027-01-15T18:00:00.000Z")).toMatchObject({ kind: "imported", report: { changed: 1 } });
    expect(await update("2027-01-16T18:00:00.000Z")).toEqual({ kind: "unchanged" });
    expect(asked).toEqual([undefined, '"7"', undefined, '"7"']);
    expect(joins()).toEqual(["in-person", "online-for-now", "paused"]);
  });
});
