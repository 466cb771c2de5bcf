import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { fetchAllPages } from "../../../src/feeds/fetch/pages.ts";

const options = { userAgent: "Porchlight (https://porchlight.example.org)", etag: null, lastModified: null, allowPrivate: true };

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

/** Answers each path and query with what a page says; gives the address, and the paths asked for. */
async function serve(pages: (origin: string) => Record<string, unknown>): Promise<{ origin: string; asked: string[] }> {
  const asked: string[] = [];
  let origin = "";
  server = createServer((request, response) => {
    asked.push(request.url!);
    const page = pages(origin)[request.url!];
    if (page === undefined) response.statusCode = 500;
    response.setHeader("ETag", '"7"').end(typeof page === "string" ? page : JSON.stringify(page ?? null));
  });
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, asked };
}

const record = (id: number) => ({ id, note: "a long note ".repeat(900) });

describe("a feed of pages", () => {
  it.each<[string, (origin: string) => Record<string, unknown>]>([
    [
      "Airtable's offset",
      () => ({
        "/feed?view=x": { records: [record(1)], offset: "itr/1" },
        "/feed?view=x&offset=itr%2F1": { records: [record(2)], offset: "itr/2" },
        "/feed?view=x&offset=itr%2F2": { records: [record(3)] },
      }),
    ],
    [
      "next_rest_url",
      (origin) => ({
        "/feed?view=x": { events: [record(1)], total_pages: 3, next_rest_url: `${origin}/feed?page=2` },
        "/feed?page=2": { events: [record(2)], total_pages: 3, next_rest_url: `${origin}/feed?page=3` },
        "/feed?page=3": { events: [record(3)], total_pages: 3, next_rest_url: "" },
      }),
    ],
    [
      "links",
      () => ({
        "/feed?view=x": { data: [record(1)], links: { next: "/feed?page=2" } },
        "/feed?page=2": { data: [record(2), record(3)], links: { next: null } },
      }),
    ],
    [
      "BMLT's page_num",
      () => ({
        "/feed?view=x&page_size=1": [record(1)],
        "/feed?view=x&page_size=1&page_num=2": [record(2)],
        "/feed?view=x&page_size=1&page_num=3": [record(3)],
        "/feed?view=x&page_size=1&page_num=4": [],
      }),
    ],
  ])("is read to its end, as one: %s", async (_, pages) => {
    const { origin, asked } = await serve(pages);
    const [path] = Object.keys(pages(origin));
    const fetched = await fetchAllPages(`${origin}${path}`, options);
    expect(fetched).toMatchObject({ kind: "fetched", etag: null });
    const [list] = Object.values(JSON.parse(fetched.kind === "fetched" ? fetched.text : "{}")) as { id: number }[][];
    expect(list!.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(asked).toEqual(Object.keys(pages(origin)));
  });

  it("keeps the meanings of all its codes: BMLT sends those of each page with it", async () => {
    const page = (id: number) => ({ meetings: [record(id)], formats: [{ id }] });
    const { origin } = await serve(() => ({
      "/feed?page_size=1": page(1),
      "/feed?page_size=1&page_num=2": page(2),
      "/feed?page_size=1&page_num=3": [],
    }));
    const fetched = await fetchAllPages(`${origin}/feed?page_size=1`, options);
    expect(JSON.parse(fetched.kind === "fetched" ? fetched.text : "")).toMatchObject({
      meetings: [{ id: 1 }, { id: 2 }],
      formats: [{ id: 1 }, { id: 2 }],
    });
  });

  it("is whole where a server knows nothing of pages and sends all at once", async () => {
    const { origin, asked } = await serve(() => ({ "/feed?page_size=1": [record(1), record(2)] }));
    expect(await fetchAllPages(`${origin}/feed?page_size=1`, options)).toMatchObject({ kind: "fetched", etag: '"7"' });
    expect(asked).toHaveLength(1);
  });

  it("is handed over as it came where it is whole", async () => {
    const { origin } = await serve(() => ({ "/feed": '[ {"name": "Wick"} ]' }));
    expect(await fetchAllPages(`${origin}/feed`, options)).toEqual({
      kind: "fetched",
      text: '[ {"name": "Wick"} ]',
      etag: '"7"',
      lastModified: null,
    });
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ["one page fails", { "/feed": { data: [1], next: "/missing" } }, /Page 2 of the feed did not come: .+/],
    ["one is no page", { "/feed": { data: [1], next: "/b" }, "/b": "sorry" }, /Page 2 .* no page like the first/],
    ["it leads in a circle", { "/feed": { data: [1], next: "/b" }, "/b": { data: [2], next: "/b" } }, /goes on after 2 pages/],
    ["its pages are of two kinds", { "/feed": { data: [1], next: "/b" }, "/b": { results: [2] } }, /no list of one name/],
  ])("has failed as a whole where %s", async (_, pages, reason) => {
    const { origin } = await serve(() => pages);
    expect(await fetchAllPages(`${origin}/feed`, options)).toEqual({ kind: "failed", reason: expect.stringMatching(reason) });
  });

  it("does not lead to another server", async () => {
    const { origin, asked } = await serve(() => ({ "/feed": { data: [1], next: "http://other.example.org/feed" } }));
    expect(await fetchAllPages(`${origin}/feed`, options)).toMatchObject({ kind: "fetched" });
    expect(asked).toEqual(["/feed"]);
  });
});
