import type { RequestHandler } from "express";
import { searchPrograms } from "../programs/search.ts";
import { emptyFilter } from "../search/filter.ts";
import type { Edition } from "../site/edition.ts";
import type { Context, Site } from "../site/site.ts";
import { filterUrl } from "../site/urls.ts";
import { page } from "./frame.ts";
import { programsList } from "./programs/results.ts";
import { facetViews } from "./results/facets.ts";

interface HomeView {
  needs: NeedView[];
  action: string;
  namesUrl: string;
  script: string;
  categories: { label: string; count: number; href: string }[];
  planning: { label: string; href: string }[];
}

/** One of the ways in. With `near`, it is a form that asks for a place. */
interface NeedView {
  icon: string;
  label: string;
  note: string;
  href: string;
  /** Address to which the form leads; null for a plain link. */
  near: string | null;
}

/** Serves the front page: four needs, the search, and nothing else that somebody in need must get past. */
export function homePage(site: Site, edition: Edition): RequestHandler {
  return page<HomeView>(site, edition, "home", (context) => {
    const { title, lead } = context.words.home;
    return {
      head: { title, description: lead, path: context.urls.home, freshness: "until the data changes" },
      show: () => homeView(context),
    };
  });
}

function homeView(context: Context): HomeView {
  const { urls, assets } = context;
  return {
    needs: needs(context),
    action: urls.programs,
    namesUrl: urls.names,
    script: assets.url("suggest.js"),
    categories: categories(context),
    planning: planning(context),
  };
}

/** Returns the ways in, the most urgent first. */
function needs({ words, urls, programs }: Context): NeedView[] {
  const programsWith = (chosen: Record<string, string[]>) => filterUrl(urls.programs, programs, { ...emptyFilter, chosen });
  const { talk, meeting, family, list } = words.home.needs;
  const need = (icon: string, [label, note]: readonly [string, string], href: string, near: string | null = null) => {
    return { icon, label, note, href, near };
  };
  return [
    need("phone", talk, urls.talk),
    need("users", meeting, urls.meetings, urls.meetings),
    need("user", family, programsWith({ category: ["family-and-friends"] })),
    need("mail", list, programsWith({ access: ["any-phone", "by-mail"] })),
  ];
}

function categories(context: Context): HomeView["categories"] {
  const list = programsList(context);
  const { counts } = searchPrograms(context.programs, emptyFilter);
  const facet = facetViews(list, emptyFilter, counts).find(({ name }) => name === "category");
  return (facet?.options ?? []).filter(({ count }) => count > 0).map(({ label, count, href }) => ({ label, count, href }));
}

/** Returns links for those who start a group or plan for a county. */
function planning({ words, urls }: Context): HomeView["planning"] {
  const { start, research, library } = words.home.planningPaths;
  return [
    { label: start, href: urls.guidancePart("start-a-group") },
    { label: research, href: urls.guidancePart("what-research-says") },
    { label: library, href: urls.library },
  ];
}
