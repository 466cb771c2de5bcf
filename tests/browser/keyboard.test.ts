import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { en } from "../../src/words/en.ts";
import { openVisit, phone, type Visit, wide } from "../support/served.ts";
import { allStops, type Stop, tab } from "../support/tab.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await openVisit();
});
afterAll(() => visit.close());

const screens = [
  { name: "a phone", viewport: phone },
  { name: "a wide screen", viewport: wide },
];

/** Goes on until the focus is on a place. Every stop on the way must be seen. */
async function tabTo(page: Page, place: Locator, mostStops: number): Promise<void> {
  const passed: Stop[] = [];
  for (let stops = 0; stops < mostStops; stops++) {
    const stop = await tab(page);
    if (stop) passed.push(stop);
    if (await hasFocus(place)) return expect(passed.filter(({ hidden }) => hidden.length > 0)).toEqual([]);
  }
  throw new Error(`Not reached in ${mostStops} stops: ${passed.map(({ element }) => element).join("\n")}`);
}

function hasFocus(place: Locator): Promise<boolean> {
  return place.evaluate((element) => element === element.ownerDocument.activeElement);
}

describe.each(screens)("by keyboard alone on $name", ({ viewport }) => {
  let page: Page;
  const link = (name: string) => page.getByRole("link", { name, exact: true });

  beforeAll(async () => {
    page = await visit.visitor({ viewport });
  });
  beforeEach(() => page.goto("/programs"));

  it("the first stop skips to the results, and the next stops are theirs", async () => {
    await tabTo(page, link(en.skip.results), 1);
    await page.keyboard.press("Enter");
    expect(await hasFocus(page.locator("#results"))).toBe(true);
    await tabTo(page, page.locator(".row h3 a").first(), 1);
  });

  it("the second stop skips to the filters", async () => {
    await tabTo(page, link(en.skip.filters), 2);
    await page.keyboard.press("Enter");
    await tab(page);
    expect(await page.locator("#filters :focus").count()).toBe(1);
  });

  it("filters are ticked and applied, a result is opened, and its next step is reached", async () => {
    await tabTo(page, link(en.skip.filters), 2);
    await page.keyboard.press("Enter");
    if (viewport === phone) {
      await tabTo(page, page.locator("#filters > summary"), 1);
      await page.keyboard.press("Enter");
    }
    const box = page.locator("input[name='format'][value='phone']");
    await tabTo(page, box, 8);
    await page.keyboard.press("Space");
    expect(await box.isChecked()).toBe(true);
    await tabTo(page, page.getByRole("button", { name: en.results.apply }), 30);
    await Promise.all([page.waitForURL("**/programs?*format=phone*"), page.keyboard.press("Enter")]);

    await tabTo(page, link(en.skip.results), 1);
    await page.keyboard.press("Enter");
    const result = page.locator(".row h3 a").first();
    const name = await result.innerText();
    await tabTo(page, result, 8);
    await Promise.all([page.waitForURL("**/programs/*"), page.keyboard.press("Enter")]);

    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(name);
    await tabTo(page, link(en.skip.content), 1);
    await page.keyboard.press("Enter");
    await tabTo(page, page.locator(".next-step a").first(), 2);
  });

  it.each(["/", "/programs?format=phone", "/programs/montana-warm-line", "/library", "/guidance"])(
    "every stop of %s is seen, and nothing that can be pressed is passed over",
    async (address) => {
      await page.goto(address);
      const pressable = page.locator("a[href]:visible, button:visible, input:visible:enabled, select:visible, summary:visible");
      const expected = await pressable.count();
      const stops = await allStops(page, expected);
      expect(stops.filter(({ hidden }) => hidden.length > 0)).toEqual([]);
      expect(stops.length).toBe(expected);
    },
  );
});
