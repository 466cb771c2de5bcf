import { setTimeout } from "node:timers/promises";
import { brotliDecompressSync } from "node:zlib";
import { documentCollection } from "../../src/library/facets.ts";
import { programCollection } from "../../src/programs/facets.ts";
import { vocabulary } from "../support/vocabulary.ts";
import { ask } from "./ask.ts";
import type { Databases } from "./databases.ts";
import { startApp } from "./processes.ts";
import { atMost, kilobytes, type Line, step } from "./report.ts";

/** The bytes of a first visit: the page, its style sheets, icons and favicon, all as brotli, headers not counted. */

const brotli = { "Accept-Encoding": "br" };
/** What a page fetches by itself. The manifest only comes down when somebody installs the site. */
const fetched = /(?:href)="(\/assets\/[^"#]+|\/favicon\.svg)/g;

interface Weight {
  path: string;
  kilobytes: number;
  parts: string;
}

/** Two pages of results against their target, and the heaviest page of the site. */
export async function measureWeight(databases: Databases): Promise<Line[]> {
  const app = await startApp(await databases.programs(0));
  try {
    // The first page after a start is compressed quickly, because somebody waited for it.
    await ask(app.url, brotli);
    const plain = await weigh(app.url, "/programs");
    const narrowed = await weigh(app.url, "/programs?format=phone");
    const every = await step("weighing every page", () => weighAll(app.url));
    const heaviest = every.reduce((a, b) => (b.kilobytes > a.kilobytes ? b : a));
    const heaviestResults = every.filter(({ path }) => isResults(path)).reduce((a, b) => (b.kilobytes > a.kilobytes ? b : a));
    return [
      line("first load of /programs", plain, 8),
      line("first load of /programs?format=phone", narrowed, 8),
      line(`heaviest page of results, ${heaviestResults.path}`, heaviestResults, 10),
      line(`heaviest of ${every.length} pages, ${heaviest.path}`, heaviest, 14),
    ];
  } finally {
    await app.stop();
  }
}

function line(what: string, { kilobytes: weight, parts }: Weight, limit: number): Line {
  return atMost(what, weight, limit, kilobytes, `(${parts})`);
}

function isResults(path: string): boolean {
  return path.startsWith("/programs?") || path.startsWith("/library?");
}

/** What the site map names, and both collections narrowed by each value there is. */
async function weighAll(base: string): Promise<Weight[]> {
  const map = (await ask(`${base}/sitemap.xml`)).body.toString();
  const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname);
  for (const [page, { facets }] of [
    ["/programs", programCollection(vocabulary)],
    ["/library", documentCollection(vocabulary)],
  ] as const) {
    for (const { name, values } of facets) paths.push(...values.map(({ id }) => `${page}?${name}=${id}`));
  }
  const weights: Weight[] = [];
  for (const path of paths) weights.push(await weigh(base, path));
  return weights;
}

/** Milliseconds in which the server gets nothing to do, so that it takes its time for the page, as it does for one visitor. */
const quiet = 25;

/** As a first visitor gets it in a quiet moment; in a busy one it is a tenth more. */
async function weigh(base: string, path: string): Promise<Weight> {
  await setTimeout(quiet);
  const page = (await ask(base + path, brotli)).body;
  const html = brotliDecompressSync(page).toString();
  const names = [...new Set([...html.matchAll(fetched)].map(([, name]) => name!))];
  const rest = await Promise.all(names.map(async (name) => (await ask(base + name, brotli)).body.length));
  const bytes = rest.reduce((sum, length) => sum + length, page.length);
  return { path, kilobytes: bytes / 1024, parts: `HTML ${page.length} + ${rest.join(" + ")} bytes` };
}
