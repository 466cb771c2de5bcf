import request from "supertest";
import { expect, it } from "vitest";
import { lastSeq } from "../../src/changes/append.ts";
import { closePlace } from "../../src/meetings/close-place.ts";
import { reopenPlacesByDay } from "../../src/site/reopen-places.ts";
import { showChanges } from "../../src/site/show-changes.ts";
import { withChurch } from "../support/closed-church.ts";
import { openSiteOver, openTestApp } from "../support/site.ts";

let now = Date.parse("2026-12-30T15:00Z");
const site = openSiteOver(withChurch(), () => now);
const app = openTestApp(site);
const { db } = site.data;
const before = lastSeq(db);

function closeHall(until: string, at: string, zone = "America/Denver"): void {
  const hall = { place: "1 hall rd bigfork MT", feed: null, group: null, label: "The Hall", words: "x", why: null };
  closePlace(db, { ...hall, zone, until, at }, { role: "editor", account: "account-of-ann" });
}

async function told(path: string): Promise<string> {
  await showChanges(site);
  return (await request(app).get(path).expect(200)).text;
}

/** The days that tell of it, once this time has come. */
async function daysAt(time: string): Promise<string[]> {
  now = Date.parse(time);
  await reopenPlacesByDay(site);
  await reopenPlacesByDay(site);
  const days = (await told("/changes")).split("<h2>").filter((day) => day.includes("<li>1 place or group opened again: The Hall</li>"));
  return days.map((day) => day.split("<")[0]!);
}

it("tells once of a place whose day has come, and only where nothing keeps it closed for longer", async () => {
  closeHall("2027-01-10", "2027-01-02T15:00:00.000Z");
  closeHall("2027-01-15", "2027-01-03T15:00:00.000Z");
  await showChanges(site);
  expect(await daysAt("2027-01-10T12:00:00Z")).toEqual([]);
  expect(await daysAt("2027-01-15T06:59:00Z")).toEqual([]);
  expect(await daysAt("2027-01-15T07:00:00Z")).toEqual(["15 Jan 2027"]);
});

it("tells of the day itself: not the evening before in the east, nor the day on which a server comes back", async () => {
  closeHall("2027-02-01", "2027-01-20T15:00:00.000Z", "America/New_York");
  await showChanges(site);
  expect(await daysAt("2027-02-01T05:30:00Z")).toEqual(["15 Jan 2027"]);
  expect(await daysAt("2027-02-05T12:00:00Z")).toEqual(["1 Feb 2027", "15 Jan 2027"]);
  const lines = (await told(`/ledger?after=${before}`)).split("\n").filter((line) => line.includes('"role":"calendar"'));
  expect(lines.map((line) => JSON.parse(line).at)).toEqual(["2027-01-15T07:00:00.000Z", "2027-02-01T06:00:00.000Z"]);
  expect(await told("/changes.atom")).toContain("1 place or group opened again: The Hall");
});
