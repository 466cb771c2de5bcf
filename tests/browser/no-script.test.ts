import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openVisit, phone, type Visit, wide } from "../support/served.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await openVisit();
});
afterAll(() => visit.close());

describe.each([
  { name: "a phone", viewport: phone },
  { name: "a wide screen", viewport: wide },
])("without JavaScript, on $name", ({ viewport }) => {
  let page: Page;
  const count = async () => Number.parseInt(await page.locator("#results").innerText(), 10);
  const chips = () => page.getByRole("link", { name: /^Remove filter: / });
  const openFilters = () => (viewport === phone ? page.locator("#filters > summary").click() : Promise.resolve());

  beforeAll(async () => {
    page = await visit.visitor({ viewport, javaScriptEnabled: false });
  });
  beforeEach(() => page.goto("/programs"));

  it("filters chosen and applied narrow the page, and each shows as a chip", async () => {
    const all = await count();
    await openFilters();
    await page.getByRole("checkbox", { name: "Phone" }).check();
    await page.locator("details.facet > summary", { hasText: "Kind of support" }).click();
    await page.getByRole("checkbox", { name: "Family and friends" }).check();
    await page.getByRole("button", { name: "Apply" }).click();
    expect(new URL(page.url()).searchParams.getAll("format")).toEqual(["phone"]);
    expect(new URL(page.url()).searchParams.getAll("category")).toEqual(["family-and-friends"]);
    expect(await chips().count()).toBe(2);
    expect(await count()).toBeGreaterThan(0);
    expect(await count()).toBeLessThan(all);
  });

  it("a state is chosen from the list", async () => {
    await openFilters();
    await page.getByLabel("Where you are").selectOption("MT");
    await page.getByRole("button", { name: "Apply" }).click();
    expect(new URL(page.url()).searchParams.get("state")).toBe("MT");
    expect(await chips().allInnerTexts()).toEqual([expect.stringContaining("Montana")]);
  });

  it("a chip takes its filter away and leaves the others", async () => {
    await page.goto("/programs?format=phone&category=family-and-friends");
    const both = await count();
    await page.getByRole("link", { name: "Remove filter: Family and friends" }).click();
    await page.waitForURL("**/programs?format=phone");
    expect(new URL(page.url()).search).toBe("?format=phone");
    expect(await chips().count()).toBe(1);
    expect(await count()).toBeGreaterThan(both);
    await page.goBack();
    await page.getByRole("link", { name: "Clear all" }).click();
    expect(new URL(page.url()).search).toBe("");
    expect(await chips().count()).toBe(0);
  });

  it("words are searched for, and chosen filters stay", async () => {
    await page.goto("/programs?format=phone");
    await page.getByRole("searchbox").fill("gambling");
    await page.getByRole("button", { name: "Search" }).click();
    expect(new URL(page.url()).searchParams.get("q")).toBe("gambling");
    expect(new URL(page.url()).searchParams.get("format")).toBe("phone");
    expect(await page.locator(".row").first().innerText()).toMatch(/gambling/i);
  });

  it("what was ticked before is gone with the page that it was applied from", async () => {
    await openFilters();
    await page.getByRole("checkbox", { name: /^App\b/ }).check();
    await page.getByRole("button", { name: "Apply" }).click();
    await page.waitForURL(/format=app/);
    await page.goBack();
    expect(await page.locator("input:checked").count()).toBe(0);
    await page.getByRole("searchbox").fill("women");
    await page.getByRole("searchbox").press("Enter");
    await page.waitForURL(/q=women/);
    expect(new URL(page.url()).searchParams.getAll("format")).toEqual([]);
  });

  it("a result opens its listing, which leads to a next step", async () => {
    const result = page.locator(".row h3 a").first();
    const name = await result.innerText();
    await result.click();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(name);
    expect(await page.locator("a.button").first().isVisible()).toBe(true);
  });

  it("the next page of results has others", async () => {
    const names = () => page.locator(".row h3").allInnerTexts();
    const first = await names();
    await page.getByRole("link", { name: "Next page" }).click();
    const second = await names();
    expect(second.length).toBeGreaterThan(0);
    expect(second.filter((name) => first.includes(name))).toEqual([]);
  });
});
