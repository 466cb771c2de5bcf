import type { RequestHandler } from "express";
import { latestProgramCards } from "../programs/find.ts";
import { searchPrograms } from "../programs/search.ts";
import type { Chosen } from "../search/facets/counts.ts";
import { emptyFilter } from "../search/filter.ts";
import type { Edition } from "../site/edition.ts";
import type { Context, Site } from "../site/site.ts";
import { filterUrl } from "../site/urls.ts";
import { page } from "./frame.ts";
import { type MeetingRow, meetingsNow } from "./meetings/row.ts";
import { programsList } from "./programs/results.ts";
import { type ProgramRow, programRows } from "./programs/row.ts";
import { facetViews } from "./results/facets.ts";

interface HomeView {
  action: string;
  namesUrl: string;
  script: string;
  paths: { label: string; note: string; href: string }[];
  categories: { label: string; count: number; href: string }[];
  latest: ProgramRow[];
  now: MeetingRow[];
  meetingsUrl: string;
  aboutUrl: string;
}

/** The front page. */
export function homePage(site: Site, edition: Edition): RequestHandler {
  return page<HomeView>(site, edition, "home", (context) => {
    const { words, urls, meetings } = context;
    const freshness = meetings.rows.length > 0 ? "a minute" : "until the data changes";
    return {
      head: { title: words.home.title, description: words.home.lead, path: urls.home, freshness },
      show: () => homeView(context),
    };
  });
}

function homeView(context: Context): HomeView {
  const { db, urls, assets } = context;
  return {
    action: urls.programs,
    namesUrl: urls.names,
    script: assets.url("suggest.js"),
    paths: needs(context),
    categories: categories(context),
    latest: programRows(context, latestProgramCards(db, 5)),
    now: meetingsNow(context),
    meetingsUrl: urls.meetings,
    aboutUrl: urls.about,
  };
}

/** The ways in: what somebody needs right now, each a filter that is already chosen. */
function needs({ words, urls, programs, documents }: Context): HomeView["paths"] {
  const supportWith = (chosen: Chosen) => filterUrl(urls.programs, programs, { ...emptyFilter, chosen });
  const guides = filterUrl(urls.library, documents, { ...emptyFilter, chosen: { kind: ["guide", "toolkit", "review"] } });
  const { talk, online, near, family, worker, planning } = words.home.paths;
  const ways: [readonly [label: string, note: string], string][] = [
    [talk, supportWith({ format: ["phone"], access: ["any-phone"], frequency: ["any-time", "daily"] })],
    [online, supportWith({ format: ["video"], access: ["online-from-home"] })],
    [near, supportWith({ format: ["in-person"] })],
    [family, supportWith({ category: ["family-and-friends"] })],
    [worker, supportWith({ access: ["any-phone", "by-mail"] })],
    [planning, guides],
  ];
  return ways.map(([[label, note], href]) => ({ label, note, href }));
}

function categories(context: Context): HomeView["categories"] {
  const list = programsList(context);
  const { counts } = searchPrograms(context.programs, emptyFilter);
  const facet = facetViews(list, emptyFilter, counts).find(({ name }) => name === "category");
  return (facet?.options ?? []).filter(({ count }) => count > 0).map(({ label, count, href }) => ({ label, count, href }));
}
