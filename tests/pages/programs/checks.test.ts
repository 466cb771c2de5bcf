import request from "supertest";
import { describe, expect, it } from "vitest";
import { openCheckedSite } from "../../support/checked.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";

/** Called on 1 June 2026: due after 90 days, on 30 August; it sinks after 135, on 14 October, and lapses after 180, on 28 November. */
const id = "farm-aid";
let now = Date.parse("2026-06-10T15:00Z");
const app = openTestApp(openCheckedSite({ [id]: { date: "2026-06-01" } }, () => now));
const at = async (day: string, path: string) => {
  now = Date.parse(`${day}T15:00Z`);
  return request(app).get(path);
};
const rowOf = (html: string) =>
  html
    .split('<li class="row">')
    .find((part) => part.includes(`href="/programs/${id}"`))!
    .split("</li>")[0]!;
const row = async (day: string) => rowOf((await at(day, "/programs?q=farm+aid")).text);
const page = async (day: string) => (await at(day, `/programs/${id}`)).text;

describe("what a check says as the days go by, without anybody writing", () => {
  it("replaces the line that says when a number was last seen", async () => {
    expect(await row("2026-06-10")).toContain("Checked 1 June 2026 by phone");
    expect(await row("2026-08-29")).toContain("Checked 1 June 2026 by phone");
    expect(await page("2026-08-29")).toContain("Checked 1 June 2026 by phone, by our editor.");
  });

  it("says that the next one is overdue, and keeps the lamp", async () => {
    expect(await row("2026-08-30")).toContain('<p class="in-doubt">Check overdue: last checked 1 June 2026</p>');
    expect(await page("2026-08-31")).toContain("The next check is overdue.");
    expect(await row("2026-08-31")).toContain('class="button" href="tel:');
  });

  it("says twice overdue that we could not confirm it, and lights no lamp on it", async () => {
    expect(await row("2026-11-27")).toContain("Check overdue");
    const lapsed = await row("2026-11-30");
    expect(lapsed).toContain('<p class="in-doubt">We could not confirm this. Last checked 1 June 2026</p>');
    expect(lapsed.split("Answers now:")[0]).not.toContain('class="button"');
    const own = await page("2026-11-30");
    expect(own).toContain("We could not confirm this. Last checked 1 June 2026 by phone.");
    expect(own).toContain("Nobody has confirmed this for a while. It may have changed.");
  });

  it("says the same in JSON", async () => {
    const itemOn = async (day: string) =>
      (await at(day, "/programs.json?q=farm+aid")).body.items.find((item: { id: string }) => item.id === id);
    expect(await itemOn("2026-08-29")).toMatchObject({ check: "checked", status: "active", lastCheck: { date: "2026-06-01" } });
    expect(await itemOn("2026-11-01")).toMatchObject({ check: "sunk", status: "active" });
    expect(await itemOn("2026-12-01")).toMatchObject({ check: "lapsed", status: "unconfirmed" });
  });

  it("gives a page another tag on the day that changes it, and the same until then", async () => {
    const tagOn = async (day: string) => (await at(day, "/programs?q=farm+aid")).headers["etag"];
    const before = await tagOn("2026-08-10");
    expect(await tagOn("2026-08-28")).toBe(before);
    expect(await tagOn("2026-08-31")).not.toBe(before);
  });
});

describe("easiest to reach", () => {
  const first = "988-lifeline";
  const others = { "crisis-text-line": { date: "2026-10-01" } };
  const site = openCheckedSite({ [first]: { date: "2026-06-01" }, ...others }, () => now);
  const listed = openTestApp(site);
  const namesOn = async (day: string, query = "") => {
    now = Date.parse(`${day}T15:00Z`);
    const { body } = await request(listed).get(`/programs.json?category=crisis-line${query}`);
    return body.items.map((item: { id: string }) => item.id) as string[];
  };

  it("lets what is long overdue sink below the rest of its kind, on the day and not before", async () => {
    const before = await namesOn("2026-10-13");
    const after = await namesOn("2026-10-14");
    expect(after.indexOf(first)).toBeGreaterThan(before.indexOf(first));
    expect(after.toSorted()).toEqual(before.toSorted());
    expect(after.filter((id) => id !== first)).toEqual(before.filter((id) => id !== first));
  });

  it("leaves the alphabet and the best match alone", async () => {
    expect(await namesOn("2026-10-14", "&sort=name")).toEqual(await namesOn("2026-10-13", "&sort=name"));
    expect(await namesOn("2026-10-14", "&q=988+lifeline")).toEqual(await namesOn("2026-10-13", "&q=988+lifeline"));
  });

  it("does not touch a listing that nobody has ever checked", async () => {
    const never = openTestApp(openTestSite(undefined, () => now));
    const on = async (day: string) => {
      now = Date.parse(`${day}T15:00Z`);
      return (await request(never).get("/programs?help=drugs")).text;
    };
    expect(await on("2036-06-01")).toBe(await on("2026-06-01"));
    expect(await on("2036-06-01")).not.toMatch(/overdue|could not confirm/i);
  });
});
