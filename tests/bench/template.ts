import { openDatabase } from "../../src/database/open.ts";
import { framed } from "../../src/pages/frame.ts";
import { programsList } from "../../src/pages/programs/results.ts";
import { programRows } from "../../src/pages/programs/row.ts";
import { pageSize } from "../../src/pages/results/list-page.ts";
import { resultsView } from "../../src/pages/results/results.ts";
import { searchPrograms } from "../../src/programs/search.ts";
import { emptyFilter } from "../../src/search/filter.ts";
import { builtCatalog } from "../../src/site/catalog.ts";
import { editions } from "../../src/site/edition.ts";
import { contextOf, openSite, type Site } from "../../src/site/site.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { view } from "../../src/web/view.ts";
import { settingsFor } from "../support/settings.ts";
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
  site.data.db.close();
  return callTimes("template of a results page", times, 0.05, 0.15);
}

/** Renders what pages/programs/results.ts shows when nothing was asked. */
function resultsTemplate(site: Site): () => string {
  const context = contextOf(site, editions[0]);
  const { words, urls, programs, assets } = context;
  const answer = searchPrograms(programs, emptyFilter);
  const { sortRule, title, description } = words.programs;
  const results = resultsView(programsList(context), answer);
  const rows = programRows(context, answer.take(0, pageSize));
  const shared = { words, icons: assets.url("icons.svg") };
  const locals = {
    results,
    rows,
    notCalled: words.programs.notCalled,
    guides: null,
    note: sortRule,
    noTravel: [],
    dangers: [],
    place: null,
    ...shared,
  };
  const body = view<typeof locals>("programs/results");
  return () => framed(context, { title, description, path: urls.programs, section: "programs", resultsOnlyCss: true }, body(locals));
}

function openSiteOver(file: string): Site {
  return openSite(openDatabase(file), builtCatalog(), settingsFor("http://localhost"), loadAssets());
}
