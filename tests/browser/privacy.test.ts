import type { Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pages } from "../support/addresses.ts";
import { openVisit, type Visit } from "../support/served.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await openVisit();
});
afterAll(() => visit.close());

describe.each([true, false])("with JavaScript %s", (javaScriptEnabled) => {
  let page: Page;
  const requests: Request[] = [];

  beforeAll(async () => {
    page = await visit.visitor({ javaScriptEnabled });
    page.on("request", (request) => requests.push(request));
  });

  it.each(pages)("%s asks nothing of another host and leaves nothing behind", async (address) => {
    requests.length = 0;
    const answer = await page.goto(address);
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.map((request) => request.url()).filter((url) => !url.startsWith(`${visit.url}/`))).toEqual([]);
    expect(await answer!.headerValue("set-cookie")).toBeNull();
    expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
  });
});

it("a search keeps its words out of what another site is told", async () => {
  const page = await visit.visitor();
  const answer = await page.goto("/programs?q=drinking");
  expect(await answer!.headerValue("referrer-policy")).toBe("same-origin");
});
