import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openVisit, type Visit, wide } from "../support/served.ts";

let visit: Visit;
let page: Page;
beforeAll(async () => {
  visit = await openVisit();
  // With JavaScript a list for paper opens the dialog of the printer.
  page = await visit.visitor({ viewport: wide, javaScriptEnabled: false });
  await page.emulateMedia({ media: "print" });
});
afterAll(() => visit.close());

const letter = { format: "Letter", margin: { top: "0.5in", right: "0.5in", bottom: "0.5in", left: "0.5in" } } as const;

/** How many sheets a page takes. */
async function sheetsOf(page: Page): Promise<number> {
  return (await page.pdf(letter)).toString("latin1").match(/\/Type \/Page\b/g)!.length;
}

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
  const screenOnly = await page.locator("nav:not(.pager), .pager a, form, button, .skip-link, .chips, .crisis-bar > a").all();
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
  const light = { page: await inks("html"), muted: await inks("main .muted, main .sentence, main .fact-line") };
  expect(light.page).toMatchObject({ color: "rgb(0, 0, 0)", backgroundColor: "rgb(255, 255, 255)" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect({ page: await inks("html"), muted: await inks("main .muted, main .sentence, main .fact-line") }).toEqual(light);
});

it("a list takes at most two sheets for twenty programs, with every row, its number and its hours", async () => {
  await page.goto("/programs?category=peer-support-line");
  const names = await page.locator(".row h3").allInnerTexts();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "Print" }).click();
  await page.emulateMedia({ media: "print" });
  const entries = page.locator(".entry");
  expect(await entries.count()).toBeGreaterThan(20);
  expect((await entries.locator("h2").allInnerTexts()).slice(0, names.length)).toEqual(names);
  expect(await page.locator("main").innerText()).toContain("23 Nov 2026 · https://porchlight.example/programs?category=peer-support-line");
  expect(await entries.filter({ hasText: "Utah" }).count()).toBe(1);
  expect(await entries.filter({ hasText: "Montana Warm Line" }).innerText()).toMatch(
    /1-877-688-3377[\s\S]*Monday to Friday[\s\S]*Number last seen in 2020/,
  );
  expect(await sheetsOf(page)).toBeLessThanOrEqual(2 * Math.ceil((await entries.count()) / 20));
});

it("a meeting by phone is on paper with its number and its code in digits, by the reader's clock", async () => {
  await page.goto("/meetings?format=phone&tz=America/Chicago&print=1");
  const entry = (await page.locator(".entry").first().innerText()).replaceAll("\u00a0", " ");
  expect(entry).toContain("Call 406-555-0100 then 4711 #");
  expect(entry).toContain("(Wednesday, 12:30 am your time)");
});

it.each(["/programs/montana-warm-line", "/programs/smart-recovery"])("%s takes at most three sheets", async (address) => {
  await page.goto(address);
  await page.emulateMedia({ media: "print" });
  expect(await sheetsOf(page)).toBeLessThanOrEqual(3);
});

it("a list of meetings near a place says on paper which place", async () => {
  await page.goto("/meetings?near=59911&print=1");
  expect(await page.locator("main").innerText()).toContain("Near Bigfork, MT 59911");
});

it("a page of a longer list says on paper which page it is", async () => {
  await page.goto("/programs");
  expect(await page.locator(".pager").innerText()).toMatch(/^Page 1 of \d+$/);
});
