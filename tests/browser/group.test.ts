import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importRecords } from "../support/feeds.ts";
import { openSiteWithMeetings } from "../support/meetings.ts";
import { openVisit, phone, type Visit } from "../support/served.ts";
import { reopen } from "../support/site.ts";

let visit: Visit;
let page: Page;
beforeAll(async () => {
  const site = openSiteWithMeetings();
  const hall = { location: "Grange Hall", formatted_address: "9 Elm St, Ronan, MT 59864, USA", latitude: 47.53, longitude: -114.1 };
  const times = ["07:00", "12:00", "18:30"].flatMap((time) => [1, 3, 5].map((day) => ({ name: "Bellwether", day, time, ...hall })));
  importRecords(
    site.data.db,
    { id: "mission", zone: "America/Denver" },
    times.map((time, at) => ({ ...time, slug: `bell-${at}`, types: ["O"] })),
  );
  reopen(site);
  visit = await openVisit({ site });
  page = await visit.visitor({ viewport: phone, javaScriptEnabled: false });
});
afterAll(() => visit.close());

describe("the page of a group, without JavaScript", () => {
  it("is led to by one row for all its times, and tells them all", async () => {
    await page.goto("/meetings?q=bellwether");
    expect(await page.locator("#results").innerText()).toMatch(/^1 group/);
    expect(await page.locator(".row").count()).toBe(1);
    await page.getByRole("link", { name: "Bellwether" }).click();
    expect(await page.locator("h1").innerText()).toBe("Bellwether");
    const lead = await page.locator(".lead").innerText();
    expect(lead.match(/Monday, Wednesday and Friday/g)).toHaveLength(3);
    expect((await page.locator("main").boundingBox())!.width).toBeLessThanOrEqual(phone.width);
  });

  it("opens to the calendar of each time, and is the same at the id of any of them", async () => {
    const each = page.locator("main details", { hasText: "Mon 7 am" });
    expect(await each.getByRole("link", { name: "Mon 7 am" }).isVisible()).toBe(false);
    await each.locator("summary").click();
    const calendar = await page.request.get((await each.getByRole("link", { name: "Fri 6:30 pm" }).getAttribute("href"))!);
    expect((await calendar.text()).match(/BYDAY=FR/g)).toHaveLength(1);
    const times = await page.locator(".lead").innerText();
    await page.goto("/meetings/mission-bell-8");
    expect(await page.locator(".lead").innerText()).toBe(times);
  });
});
