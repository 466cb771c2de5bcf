import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openVisit, phone, type Visit, wide } from "../support/served.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await openVisit();
});
afterAll(() => visit.close());

const top = async (place: Locator) => (await place.boundingBox())!.y;
const bottom = async (place: Locator) => {
  const box = (await place.boundingBox())!;
  return box.y + box.height;
};

describe("on a phone", () => {
  let page: Page;
  beforeAll(async () => {
    page = await visit.visitor({ viewport: phone, javaScriptEnabled: false });
  });

  it.each(["/programs", "/programs?format=phone", "/programs?q=drinking", "/meetings?near=59911", "/library?kind=review"])(
    "the first result of %s is at most 300 px from the top",
    async (address) => {
      await page.goto(address);
      expect(await top(page.locator(".row").first())).toBeLessThanOrEqual(300);
    },
  );

  it("two numbers are in sight among lines to call", async () => {
    await page.goto("/programs?category=peer-support-line");
    expect(await bottom(page.locator(".row .ways > a[href^='tel:']").nth(1))).toBeLessThanOrEqual(phone.height);
  });

  it("the search box says in sight what it is for", async () => {
    for (const address of ["/programs", "/meetings", "/library"]) {
      await page.goto(address);
      for (const label of await page.locator(".search-box label").all()) expect((await label.boundingBox())!.height).toBeGreaterThan(10);
    }
  });

  it("filters in words are not shown beside the chips", async () => {
    await page.goto("/programs?format=phone&category=secular");
    expect(await page.locator(".chips").isVisible()).toBe(true);
    expect((await page.locator(".sentence").boundingBox())!.width).toBeLessThan(2);
  });

  it.each([320, 360])("the bar of crisis lines is one line at %i px, and its links keep their full names", async (width) => {
    await page.setViewportSize({ width, height: 640 });
    await page.goto("/programs");
    expect((await page.locator(".crisis-bar").boundingBox())!.height).toBeLessThan(50);
    for (const name of ["Call 911", "Call 988", "Leave this site"])
      expect(await page.getByRole("link", { name }).first().isVisible()).toBe(true);
    await page.setViewportSize(phone);
  });
});

describe("on a wide screen", () => {
  let page: Page;
  beforeAll(async () => {
    page = await visit.visitor({ viewport: wide });
  });

  it("a row is as low as its words allow, with the number beside them as its largest text", async () => {
    await page.goto("/programs?category=peer-support-line");
    const heights = await page.locator(".row").evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(heights.toSorted((a, b) => a - b)[10]).toBeLessThanOrEqual(160);
    const [name, number] = [page.locator(".row h3").first(), page.locator(".row .ways > a[href^='tel:']").first()];
    expect((await number.boundingBox())!.x).toBeGreaterThan((await name.boundingBox())!.x + 500);
    expect((await number.boundingBox())!.width).toBe(279);
  });

  it("no fact is broken, and no dot hangs at the end of a line", async () => {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 640 });
      await page.goto("/programs?format=phone");
      const broken = await page.locator(".fact-line span").evaluateAll((facts) =>
        facts.flatMap((fact) => {
          const { width, height } = fact.getBoundingClientRect();
          const full = fact.parentElement!.getBoundingClientRect().width;
          return height > 30 && width < full - 40 ? [fact.textContent] : [];
        }),
      );
      expect(broken, `${width} px`).toEqual([]);
    }
    await page.setViewportSize(wide);
  });

  it.each(["/programs/alcoholics-anonymous", "/programs/988-lifeline", "/meetings/flathead-sunrise"])(
    "what to do on %s stays beside its text",
    async (address) => {
      await page.goto(address);
      const step = page.locator(".next-step a").first();
      const text = page.locator(".listing > section").first();
      expect((await step.boundingBox())!.x).toBeGreaterThan((await text.boundingBox())!.x + 600);
      await page.mouse.wheel(0, 500);
      await expect.poll(() => page.locator("html").evaluate((html) => html.scrollTop)).toBeGreaterThan(0);
      expect(await top(step)).toBeGreaterThan(0);
      expect(await bottom(step)).toBeLessThan(wide.height);
    },
  );

  it("lines of text have at most 75 letters in the widest font", async () => {
    for (const address of ["/programs/alcoholics-anonymous", "/guidance", "/about"]) {
      await page.goto(address);
      const widths = await page
        .locator("main p")
        .evaluateAll((all) =>
          all.map(
            (one) => one.getBoundingClientRect().width / Number.parseFloat(one.ownerDocument.defaultView!.getComputedStyle(one).fontSize),
          ),
        );
      expect(Math.max(...widths), address).toBeLessThanOrEqual(34.01);
    }
  });
});

describe("with text at twice its size", () => {
  let large: Visit;
  let page: Page;
  beforeAll(async () => {
    large = await openVisit({ textSize: 32 });
    page = await large.visitor({ viewport: phone });
  });
  afterAll(() => large.close());

  it.each(["/programs", "/programs?format=phone&category=secular", "/meetings", "/library", "/programs/montana-warm-line"])(
    "nothing of %s is cut, and its beginning is in the first screen",
    async (address) => {
      await page.goto(address);
      const [whole, seen] = await page.locator("html").evaluate((html) => [html.scrollWidth, html.clientWidth]);
      expect(whole).toBe(seen);
      expect(await top(page.locator("main"))).toBeLessThan(phone.height / 2);
    },
  );

  it.each(["/programs", "/meetings"])("the search box of %s is at least nine letters wide", async (address) => {
    await page.goto(address);
    const ems = await page
      .locator("#q")
      .evaluate(
        (box) => box.getBoundingClientRect().width / Number.parseFloat(box.ownerDocument.defaultView!.getComputedStyle(box).fontSize),
      );
    expect(ems).toBeGreaterThanOrEqual(9);
  });
});
