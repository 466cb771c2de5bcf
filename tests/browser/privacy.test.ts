import { afterAll, beforeAll, expect, it } from "vitest";
import { pages } from "../support/addresses.ts";
import { openVisit, type Visit } from "../support/served.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await openVisit();
});
afterAll(() => visit.close());

it.each([true, false])("no page asks anything of another host or leaves anything behind, with JavaScript %s", async (javaScriptEnabled) => {
  const page = await visit.visitor({ javaScriptEnabled });
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  for (const address of pages) {
    requests.length = 0;
    const answer = await page.goto(address);
    expect(requests, address).toContain(visit.url + address);
    expect(
      requests.filter((url) => !url.startsWith(`${visit.url}/`)),
      address,
    ).toEqual([]);
    expect(await answer!.headerValue("set-cookie"), address).toBeNull();
    expect(await page.context().cookies(), address).toEqual([]);
  }
  // Nothing takes away again what one page has left.
  expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
});

it("a search keeps its words out of what another site is told", async () => {
  const page = await visit.visitor();
  const answer = await page.goto("/programs?q=drinking");
  expect(await answer!.headerValue("referrer-policy")).toBe("same-origin");
});
