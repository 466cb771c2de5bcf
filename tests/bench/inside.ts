import { openDatabase } from "../../src/database/open.ts";
import { framed } from "../../src/pages/frame.ts";
import { programRows } from "../../src/pages/programs/row.ts";
import { resultsView } from "../../src/pages/results/results.ts";
import { urls } from "../../src/pages/urls.ts";
import type { Program } from "../../src/programs/program.ts";
import { searchPrograms } from "../../src/programs/search.ts";
import type { Filter } from "../../src/search/filter.ts";
import { openSite, type Site } from "../../src/site/site.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { view } from "../../src/web/view.ts";
import { realPrograms } from "./generate.ts";
import { randomFilter, randomSearch } from "./questions.ts";
import { type Chance, chanceFrom } from "./random.ts";
import { atMost, type Line, median, milliseconds, percentile, step } from "./report.ts";

/** What the parts of an answer cost by themselves, without HTTP, one call at a time. */

const rounds = 5;

export interface Size {
  label: string;
  file: string;
  /** The target for the 99th percentile of facets and rows; null where there is none. */
  limit: number | null;
}

/** Facets, counts and twenty rows for random filters, then searches with words, at each size. */
export async function measureQuestions(sizes: readonly Size[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { label, file, limit } of sizes) {
    const site = openSiteOver(file);
    const from = searchable(site);
    const facets = await step(`facets and rows, ${label}`, () => timed(site, 2000, randomFilter));
    const search = await step(`search, ${label}`, () => timed(site, 300, (chance) => randomSearch(chance, from)));
    lines.push(...both(`facets and rows, ${label}`, facets, null, limit));
    lines.push(...both(`search with words, ${label}`, search, null, 5));
    site.db.close();
  }
  return lines;
}

/** The template of a results page with twenty rows, frame included: from a finished view to HTML. */
export async function measureTemplate(file: string): Promise<Line[]> {
  const site = openSiteOver(file);
  const render = resultsTemplate(site);
  const rows = render().split('<li class="row">').length - 1;
  if (rows !== 20) throw new Error(`The template shows ${rows} rows instead of 20: bring tests/bench/inside.ts in step with it.`);
  const times = await step("template", () => timeEach(3000, render));
  site.db.close();
  return both("template of a results page", times, 0.05, 0.15);
}

/** Renders what pages/programs.ts shows when nothing was asked. */
function resultsTemplate(site: Site): () => string {
  const { words, programs } = site;
  const filter: Filter = { q: "", chosen: {}, sort: null, page: 1, exact: false, free: {} };
  const found = searchPrograms(programs, filter);
  const { count, sortRule, title, description } = words.programs;
  const page = { base: urls.programs, questions: programs, words, count, legends: words.facets, open: "format" };
  const results = resultsView(page, filter, found);
  const shared = { words, icons: site.assets.url("icons.svg") };
  const locals = { results, rows: programRows(site, found.cards), guides: [], note: sortRule, noTravel: [], crisis: [], ...shared };
  const body = view<typeof locals>("programs/results");
  return () => framed(site, { title, description, path: urls.programs, section: "programs", lean: true }, body(locals));
}

function openSiteOver(file: string): Site {
  return openSite(openDatabase(file), { siteUrl: "http://localhost", contactEmail: null }, loadAssets());
}

/** Programs to take words from: some of those that are there. */
function searchable({ db }: Site): Program[] {
  const listings = db.prepare("SELECT listing FROM programs ORDER BY id LIMIT 2000").pluck().all() as string[];
  return [...realPrograms(), ...listings.map((listing) => JSON.parse(listing) as Program)];
}

/** How long each question takes. */
function timed(site: Site, count: number, question: (chance: Chance) => Filter): number[] {
  const chance = chanceFrom(3);
  const questions = Array.from({ length: count }, () => question(chance));
  return timeEach(count, (at) => searchPrograms(site.programs, questions[at]!));
}

/** The median over some rounds for each piece of work, after one to warm up: what else the machine did in between drops out. */
export function timeEach(count: number, work: (at: number) => unknown): number[] {
  const measured = Array.from({ length: rounds + 1 }, () => timeRound(count, work)).slice(1);
  return Array.from({ length: count }, (_, at) => median(measured.map((times) => times[at]!)));
}

function timeRound(count: number, work: (at: number) => unknown): number[] {
  return Array.from({ length: count }, (_, at) => {
    const start = performance.now();
    work(at);
    return performance.now() - start;
  });
}

/** Two lines: the median and the 99th percentile. */
function both(what: string, times: readonly number[], middle: number | null, far: number | null): Line[] {
  return [
    atMost(`${what}, p50`, percentile(times, 0.5), middle, milliseconds),
    atMost(`${what}, p99`, percentile(times, 0.99), far, milliseconds),
  ];
}
