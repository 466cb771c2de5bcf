import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDatabase } from "../../src/database/open.ts";
import { rememberFetched } from "../../src/feeds/state.ts";
import { type Running, run } from "../support/process.ts";
import { openProduct, type Product } from "../support/product.ts";

let product: Product;
let server: Running | null;

beforeEach(() => {
  product = openProduct();
  server = null;
});

afterEach(async () => {
  server?.child.kill("SIGKILL");
  await server?.ended;
  product.remove();
});

async function health(settings: Record<string, string>): Promise<Record<string, unknown>> {
  const file = relative(join(import.meta.dirname, "../.."), join(product.folder, "dist/server.js"));
  server = run(file, [], { DATABASE: join(product.folder, "test.sqlite"), PORT: "0", ...settings });
  const address = await server.until(/open at (http:\S+)/);
  const answer = await fetch(`${address}/healthz`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Record<string, unknown>;
}

/** A feed that last came so many hours before now. */
function writeFeed(hours: number): void {
  const feed = { id: "elm", url: "https://elm.example.org/meetings.json", program: "oiaa", on: true };
  writeFileSync(product.feedsFile, JSON.stringify([feed]));
  const db = openDatabase(join(product.folder, "test.sqlite"));
  rememberFetched(db, { id: "elm", name: null }, new Date(Date.now() - hours * 3_600_000).toISOString());
  db.close();
}

it("/healthz names a feed that has not come for three of its periods", async () => {
  writeFeed(20);
  expect(await health({ FEEDS_REFRESH: "6h" })).toMatchObject({
    status: "ok",
    problem: "Not fetched for three times FEEDS_REFRESH: elm. See npm run feeds -- list.",
    oldFeeds: [{ id: "elm", failures: 0, problem: null }],
  });
});

it.each([
  [20, {}],
  [2, { FEEDS_REFRESH: "6h" }],
])("/healthz has nothing to say of a feed of %i hours with %o", async (hours, settings) => {
  writeFeed(hours);
  expect(await health(settings)).toMatchObject({ problem: null, oldFeeds: [] });
});

it("/healthz says that the list of feeds cannot be read", async () => {
  writeFileSync(product.feedsFile, "{");
  expect(await health({ FEEDS_REFRESH: "6h" })).toMatchObject({
    status: "ok",
    problem: expect.stringContaining("feeds.json is not valid JSON"),
  });
});
