import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openVisit, type Visit } from "../support/served.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await openVisit();
});
afterAll(() => visit.close());

describe("names under the search box of the front page", () => {
  it("come once somebody types, and fill in what programs are called", async () => {
    const page = await visit.visitor();
    await page.goto("/");
    expect(await page.locator("datalist").count()).toBe(0);
    await page.locator("#q").pressSequentially("sm");
    await page.locator("datalist option").first().waitFor({ state: "attached" });
    const names = await page.locator("datalist option").evaluateAll((options) => options.map((option) => option.getAttribute("value")));
    expect(names).toEqual(expect.arrayContaining(["SMART Recovery", "Phone", "Montana"]));
    expect(names).not.toContain("Secular Organizations for Sobriety");
    expect(await page.locator("#q").getAttribute("list")).toBe("names");
  });

  it("cost nothing where nobody types, and less than 3 KB of script", async () => {
    const page = await visit.visitor();
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
    const script = page.waitForResponse((response) => response.url().endsWith(".js"));
    await page.goto("/");
    expect((await (await script).body()).length).toBeLessThan(3 * 1024);
    expect(asked).not.toContain("/names.json");
  });
});
