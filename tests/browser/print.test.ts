import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openVisit, type Visit, wide } from "../support/served.ts";

let visit: Visit;
let page: Page;
beforeAll(async () => {
  visit = await openVisit();
  page = await visit.visitor({ viewport: wide });
  await page.emulateMedia({ media: "print" });
});
afterAll(() => visit.close());

const printed = [
  "/programs",
  "/programs?format=phone&category=secular",
  "/programs/montana-warm-line",
  "/programs/988-lifeline",
  "/help-now",
  "/guidance",
];

it.each(printed)("%s on paper has no navigation, form, chips or way out", async (address) => {
  await page.goto(address);
  const screenOnly = await page.locator("nav, form, button, .skip-link, .chips, .crisis-bar > a").all();
  expect(screenOnly.length).toBeGreaterThan(3);
  for (const one of screenOnly) expect(await one.isVisible(), await one.evaluate((element) => element.outerHTML.slice(0, 80))).toBe(false);
});

it.each(printed)("%s on paper shows the digits of every number it can dial", async (address) => {
  await page.goto(address);
  const numbers = await page.locator("main a[href^='tel:'], .crisis-bar a[href^='tel:']").all();
  expect(numbers.length).toBeGreaterThan(0);
  for (const number of numbers) {
    expect(await number.isVisible()).toBe(true);
    const digits = (await number.innerText()).replace(/\D/g, "");
    expect((await number.getAttribute("href"))!.replace(/\D/g, "")).toMatch(new RegExp(`^1?${digits.replace(/^1(?=\d{10}$)/, "")}$`));
  }
});

it.each(["/programs/smart-recovery", "/library/fvr-guide-mutual-aid"])("%s on paper writes out where its links lead", async (address) => {
  await page.goto(address);
  const link = page.locator("main a[href^='http']").first();
  const written = await link.evaluate((element) => element.ownerDocument.defaultView!.getComputedStyle(element, "::after").content);
  expect(written).toContain(await link.getAttribute("href"));
});

it.each(["/programs", "/programs/montana-warm-line"])("%s on paper is dark on white, whichever dress the screen wears", async (address) => {
  await page.goto(address);
  const inks = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { color, backgroundColor, borderTopColor } = element.ownerDocument.defaultView!.getComputedStyle(element);
        return { color, backgroundColor, borderTopColor };
      });
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  const light = { page: await inks("html"), provenance: await inks(".provenance") };
  expect(light.page).toMatchObject({ color: "rgb(0, 0, 0)", backgroundColor: "rgb(255, 255, 255)" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect({ page: await inks("html"), provenance: await inks(".provenance") }).toEqual(light);
});
