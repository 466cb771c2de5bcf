import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pages } from "../support/addresses.ts";
import { openVisit, phone, type Visit, wide } from "../support/served.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await openVisit();
});
afterAll(() => visit.close());

/** What reaches past the right edge of the screen; empty when nothing scrolls sideways. */
function sideways(page: Page): Promise<string[]> {
  return page.locator("html").evaluate((html) => {
    if (html.scrollWidth <= html.clientWidth) return [];
    const beyond = [...html.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > html.clientWidth);
    return [`${html.scrollWidth} px on ${html.clientWidth}`, ...beyond.map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** The words that begin below their icon. */
function partedFromTheirIcons(page: Page): Promise<string[]> {
  return page.locator(".icon:visible").evaluateAll((icons) =>
    icons.flatMap((icon) => {
      const word = icon.nextSibling!;
      const range = icon.ownerDocument.createRange();
      range.setStart(word, 0);
      range.setEnd(word, 1);
      return range.getBoundingClientRect().top > icon.getBoundingClientRect().bottom ? [word.textContent!] : [];
    }),
  );
}

/** Forced colors give buttons an edge, so the narrowest screen is tried in them too. */
const narrowest = { width: 320, forcedColors: "active" } as const;
const screens = [320, 360, 768, 1280].map((width) => ({ width, forcedColors: "none" as const }));

const ways = [
  { name: "with JavaScript", options: {}, tried: [...screens, narrowest] },
  { name: "without JavaScript", options: { javaScriptEnabled: false }, tried: screens },
  // 1280 px at 400% are 320, each drawn with four.
  { name: "at 400% zoom", options: { deviceScaleFactor: 4 }, tried: screens.slice(0, 1) },
];

describe.each(ways)("$name, nothing scrolls sideways", ({ options, tried }) => {
  let page: Page;
  beforeAll(async () => {
    page = await visit.visitor(options);
  });

  async function expectNothingSideways(): Promise<void> {
    for (const { width, forcedColors } of tried) {
      await page.emulateMedia({ forcedColors });
      await page.setViewportSize({ width, height: 200 });
      expect(await sideways(page), `${width} px, forced colors ${forcedColors}`).toEqual([]);
    }
  }

  it.each(pages)("on %s", async (address) => {
    await page.goto(address);
    await expectNothingSideways();
  });

  it.each(["/programs", "/library"])("on %s with every filter open", async (address) => {
    await page.goto(address);
    await page.locator("body").evaluate((body) => {
      for (const closed of body.querySelectorAll("details")) closed.open = true;
    });
    await expectNothingSideways();
  });
});

describe("on a phone", () => {
  let page: Page;
  beforeAll(async () => {
    page = await visit.visitor({ viewport: phone });
  });

  it("/programs shows two results before any scrolling", async () => {
    await page.goto("/programs");
    const name = await page.locator(".row h3 a").nth(1).boundingBox();
    expect(name!.y + name!.height).toBeLessThanOrEqual(phone.height);
  });

  it("the navigation is one line", async () => {
    await page.goto("/programs");
    const tops = await page.locator("header nav a").evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThan(3);
    expect(new Set(tops).size).toBe(1);
  });

  it.each(["/programs", "/programs/montana-warm-line", "/talk"])("each icon of %s stands in one line with its word", async (address) => {
    await page.goto(address);
    expect(await page.locator(".icon:visible").count()).toBeGreaterThan(0);
    expect(await partedFromTheirIcons(page)).toEqual([]);
  });

  it.each(["/programs", "/programs?format=phone", "/library"])("the filters of %s stand closed, one press away", async (address) => {
    await page.goto(address);
    const apply = page.getByRole("button", { name: "Apply" });
    expect(await apply.isVisible()).toBe(false);
    await page.locator("#filters > summary").click();
    expect(await apply.isVisible()).toBe(true);
  });

  it("the closed filters say how many are chosen", async () => {
    await page.goto("/programs?format=phone&category=secular");
    expect(await page.locator("#filters > summary").innerText()).toContain("(2)");
  });
});

it.each(["/programs", "/library"])("the filters of %s stand open beside the results on a wide screen", async (address) => {
  const page = await visit.visitor({ viewport: wide });
  await page.goto(address);
  const apply = page.getByRole("button", { name: "Apply" });
  expect(await apply.isVisible()).toBe(true);
  const [left, right] = await Promise.all([apply.boundingBox(), page.locator("#results").boundingBox()]);
  expect(left!.x + left!.width).toBeLessThan(right!.x);
});
