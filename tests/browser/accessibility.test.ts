import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { pages } from "../support/addresses.ts";
import { axeFaults } from "../support/axe.ts";
import { openVisit, type Visit } from "../support/served.ts";

let visit: Visit;
let page: Page;
beforeAll(async () => {
  visit = await openVisit();
  page = await visit.visitor();
});
afterAll(() => visit.close());

it.each(pages)("axe finds no fault with %s", async (address) => {
  await page.goto(address);
  expect(await axeFaults(page)).toEqual([]);
});

it.each(["/programs", "/library?kind=review"])("axe finds no fault with %s, every filter open", async (address) => {
  await page.goto(address);
  await page.locator("body").evaluate((body) => {
    for (const closed of body.querySelectorAll("details")) closed.open = true;
  });
  expect(await axeFaults(page)).toEqual([]);
});
