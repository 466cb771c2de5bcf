import type { RequestHandler } from "express";
import { noFilter, type Questions } from "../facets/filter.ts";
import type { Chosen } from "../facets/index.ts";
import { inLanguage } from "../listing/text.ts";
import { lateProgramCards } from "../programs/find.ts";
import { searchPrograms } from "../programs/search.ts";
import { page } from "./frame.ts";
import { type MeetingRow, meetingsNow } from "./meeting-rows.ts";
import { type ProgramRow, programRows } from "./rows.ts";
import type { Site } from "./site.ts";
import { filterUrl, urls } from "./urls.ts";

interface HomeView {
  action: string;
  namesUrl: string;
  script: string;
  paths: { label: string; note: string; href: string }[];
  categories: { label: string; count: number; href: string }[];
  late: ProgramRow[];
  now: MeetingRow[];
  meetingsUrl: string;
  aboutUrl: string;
}

/** The ways in: what somebody needs right now, each a question already asked. */
const paths: Record<string, Chosen> = {
  talk: { format: ["phone"], access: ["any-phone"], frequency: ["any-time", "daily"] },
  online: { format: ["video"], access: ["online-from-home"] },
  near: { format: ["in-person"] },
  family: { category: ["family-and-friends"] },
  worker: { access: ["any-phone", "by-mail"] },
};

/** The front page. */
export function homePage(site: Site): RequestHandler {
  const show = page<HomeView>(site, "pages/home");
  return (req, res) => {
    const { words } = site;
    const freshness = site.meetings.numbers.length > 0 ? "a minute" : "until the data changes";
    show(req, res, { title: words.home.title, description: words.home.lead, path: urls.home, freshness }, () => ({
      action: urls.programs,
      namesUrl: urls.names,
      script: site.assets.url("suggest.js"),
      paths: Object.entries(words.home.paths).map(([name, [label, note]]) => ({ label, note, href: pathUrl(site, name) })),
      categories: categories(site),
      late: programRows(site, lateProgramCards(site.db, 5)),
      now: meetingsNow(site, site.now()),
      meetingsUrl: urls.meetings,
      aboutUrl: urls.about,
    }));
  };
}

function pathUrl({ programs, documents }: Site, name: string): string {
  if (name === "planning") return asked(urls.library, documents, { kind: ["guide", "toolkit", "review"] });
  return asked(urls.programs, programs, paths[name]!);
}

function categories({ programs, words }: Site): HomeView["categories"] {
  const { counts } = searchPrograms(programs, noFilter);
  const { values } = programs.facets.find(({ name }) => name === "category")!;
  return values
    .map((value, at) => ({
      label: inLanguage(value.label, words.language),
      count: counts["category"]![at]!,
      href: asked(urls.programs, programs, { category: [value.id] }),
    }))
    .filter(({ count }) => count > 0);
}

function asked(base: string, questions: Questions, chosen: Chosen): string {
  return filterUrl(base, questions, { ...noFilter, chosen });
}
