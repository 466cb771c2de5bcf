import { openDatabase } from "../../src/database/open.ts";
import type { Filter } from "../../src/facets/filter.ts";
import { framed } from "../../src/pages/frame.ts";
import { resultsView } from "../../src/pages/results.ts";
import { programRows } from "../../src/pages/rows.ts";
import { openSite, type Site } from "../../src/pages/site.ts";
import { urls } from "../../src/pages/urls.ts";
import { searchPrograms } from "../../src/programs/search.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { view } from "../../src/web/view.ts";
import { callTimes, timeEach } from "./call-times.ts";
import type { Databases } from "./databases.ts";
import { type Line, step } from "./report.ts";

/** The template of a results page with twenty rows, frame included: from a finished view to HTML. */
export async function measureTemplate(databases: Databases): Promise<Line[]> {
  const site = openSiteOver(await databases.programs(0));
  const render = resultsTemplate(site);
  const rows = render().split('<li class="row">').length - 1;
  if (rows !== 20) throw new Error(`The template shows ${rows} rows instead of 20: bring tests/bench/template.ts in step with it.`);
  const times = await step("template", () => timeEach(3000, render));
  site.db.close();
  return callTimes("template of a results page", times, 0.05, 0.15);
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
  const body = view<typeof locals>("pages/programs");
  return () => framed(site, { title, description, path: urls.programs, section: "programs", lean: true }, body(locals));
}

function openSiteOver(file: string): Site {
  return openSite(openDatabase(file), { siteUrl: "http://localhost", contactEmail: null }, loadAssets());
}
