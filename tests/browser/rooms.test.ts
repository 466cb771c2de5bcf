import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pages } from "../support/addresses.ts";
import { openVisit, phone, type Visit } from "../support/served.ts";

/** The front page, /talk, /help-now and /places as a phone shows them. */

let visit: Visit;
let page: Page;
beforeAll(async () => {
  visit = await openVisit();
  page = await visit.visitor({ viewport: phone, javaScriptEnabled: false });
});
afterAll(() => visit.close());

/** Where something ends, from the top of the page. */
async function endOf(selector: string): Promise<number> {
  const box = await page.locator(selector).last().boundingBox();
  return box!.y + box!.height;
}

/** How many lines of text the parts of something begin on. */
async function linesOf(selector: string): Promise<number> {
  const middles = await page.locator(selector).evaluateAll((parts) =>
    parts.map((part) => {
      const { top, height } = part.getBoundingClientRect();
      return Math.round((top + height / 2) / 10);
    }),
  );
  return new Set(middles).size;
}

describe("on a phone of 360 by 640", () => {
  it("the front page shows its four needs in the first screen, with the place to fill in", async () => {
    await page.goto("/");
    expect(await page.locator(".needs > li").count()).toBe(4);
    expect(await page.locator(".needs input[name=near]").count()).toBe(1);
    expect(await endOf(".needs > li")).toBeLessThanOrEqual(phone.height);
  });

  it("one tap from the front page leads to a number that answers now, in the first screen", async () => {
    await page.goto("/");
    await page.locator(".needs a").first().click();
    const first = page.locator("main a.button").first();
    expect(await first.getAttribute("href")).toBe("tel:988");
    const box = await first.boundingBox();
    expect(box!.y + box!.height).toBeLessThanOrEqual(phone.height);
  });

  it("/help-now is three screens, and the three first calls are in the first", async () => {
    await page.goto("/help-now");
    expect(await endOf("main")).toBeLessThanOrEqual(3 * phone.height);
    expect(await endOf(".first-calls a")).toBeLessThanOrEqual(phone.height / 2);
    expect(await linesOf(".first-calls a")).toBe(1);
  });

  it("two taps lead to a state's lines", async () => {
    await page.goto("/");
    await page.getByRole("link", { name: "Help", exact: true }).click();
    await page.getByRole("link", { name: "Montana", exact: true }).click();
    expect(await page.locator("h3 a", { hasText: "Montana Warm Line" }).count()).toBe(1);
  });

  it("no name of a state breaks, and there is no map of small squares", async () => {
    await page.goto("/places");
    const heights = await page.locator(".places a").evaluateAll((links) => links.map((link) => link.getClientRects().length));
    expect(heights.length).toBe(51);
    expect(Math.max(...heights)).toBe(1);
    expect(await page.locator(".tile-map").isVisible()).toBe(false);
  });
});

describe("the bar", () => {
  it.each(["/", "/programs", "/help-now"])("is one line on %s at 320 px, and its links keep their names", async (address) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(address);
    expect(await linesOf(".crisis-bar > *")).toBe(1);
    for (const name of ["Call 911", "Call 988", "text 988", "Leave this site"]) {
      expect(await page.locator(".crisis-bar").getByRole("link", { name, exact: true }).count(), name).toBe(1);
    }
    await page.setViewportSize(phone);
  });
});

describe("with text at twice its size", () => {
  const rooms = pages.filter((address) => /^\/($|talk|help-now|places|guidance|about|privacy|accessibility)/.test(address));
  let large: Visit;
  beforeAll(async () => {
    large = await openVisit({ textSize: 32 });
    page = await large.visitor({ viewport: phone });
  });
  afterAll(() => large.close());

  it.each(rooms)("nothing on %s is cut, and it begins in the first screen", async (address) => {
    await page.goto(address);
    const { scrollWidth, clientWidth } = await page
      .locator("html")
      .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    expect(scrollWidth).toBe(clientWidth);
    const heading = await page.locator("h1").boundingBox();
    expect(heading!.y).toBeLessThan(phone.height / 2);
  });

  it("the fields of the front page are at least nine letters wide", async () => {
    await page.goto("/");
    const ems = await page
      .locator("main input")
      .evaluateAll((fields) =>
        fields.map(
          (field) =>
            field.getBoundingClientRect().width / Number.parseFloat(field.ownerDocument.defaultView!.getComputedStyle(field).fontSize),
        ),
      );
    expect(ems).toHaveLength(2);
    for (const em of ems) expect(em).toBeGreaterThanOrEqual(9);
  });
});
