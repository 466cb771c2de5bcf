import type { RequestHandler } from "express";
import type { Guidance } from "../catalog/guidance.ts";
import { cardsById } from "../search/cards.ts";
import type { Chosen } from "../search/facets/counts.ts";
import { emptyFilter } from "../search/filter.ts";
import type { Edition } from "../site/edition.ts";
import type { Context, Site } from "../site/site.ts";
import { filterUrl } from "../site/urls.ts";
import { hostOf } from "../words/addresses.ts";
import { sayDate } from "../words/dates.ts";
import { inLanguage, type Text } from "../words/languages.ts";
import { page } from "./frame.ts";
import { linkNotes } from "./link-notes.ts";

interface GuidanceView {
  sections: SectionView[];
}

interface SectionView {
  id: string;
  heading: string;
  paragraphs: string[];
  steps: { text: string; links: StepLink[] }[];
  figures: FigureView[];
  programs: { label: string; href: string }[];
  library: { label: string; href: string }[];
}

interface StepLink {
  label: string;
  href: string;
  host: string;
  /** Note about a link that does not work, otherwise null. */
  trouble: string | null;
}

interface FigureView {
  text: string;
  href: string;
  label: string;
  trouble: string | null;
  /** Where we read it, if not in the study itself: named but not linked, since nobody should cite it. */
  readAt: string | null;
}

/** Serves the page on mutual support in a rural place: what to weigh, with figures, and where to go on. */
export function guidancePage(site: Site, edition: Edition): RequestHandler {
  return page<GuidanceView>(site, edition, "guidance", (context) => {
    const { title, description } = context.words.guidance;
    return {
      head: {
        title,
        description,
        path: context.urls.guidance,
        section: "guidance",
        freshness: "until the data changes",
        lists: ["programs", "documents"],
      },
      show: () => ({ sections: context.guidance.map((section) => sectionView(context, section)) }),
    };
  });
}

function sectionView(context: Context, section: Guidance[number]): SectionView {
  const { programs, documents, words, urls } = context;
  const links = [...section.steps.flatMap((step) => step.links.map(({ url }) => url)), ...section.figures.map(({ source }) => source)];
  const notes = linkNotes(context, links);
  const say = (text: Text) => inLanguage(text, words.language);
  const asked = (chosen: Chosen) => filterUrl(urls.programs, programs, { ...emptyFilter, chosen });
  return {
    id: section.id,
    heading: say(section.heading),
    paragraphs: section.paragraphs.map(say),
    steps: section.steps.map(({ text, links }) => ({
      text: say(text),
      links: links.map(({ label, url }) => ({ label: say(label), href: url, host: hostOf(url), trouble: notes.get(url) ?? null })),
    })),
    figures: section.figures.map(({ text, source, date, readAt }) => ({
      text: say(text),
      href: source,
      label: words.program.source(hostOf(source), sayDate(date, words)),
      trouble: notes.get(source) ?? null,
      readAt: readAt && words.guidance.readAt(hostOf(readAt)),
    })),
    programs: section.programs.map(({ label, filter }) => ({ label: say(label), href: asked(chosenIn(filter)) })),
    library: cardsById(documents, section.library).map(({ id, title }) => ({ label: title, href: urls.document(id) })),
  };
}

/** Returns the facets of a filter that an editor wrote, without undefined ones. */
function chosenIn(filter: Guidance[number]["programs"][number]["filter"]): Chosen {
  return Object.fromEntries(Object.entries(filter).flatMap(([facet, values]) => (values ? [[facet, values]] : [])));
}
