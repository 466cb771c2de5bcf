import type { RequestHandler } from "express";
import type { Prose, ProseName } from "../catalog/prose.ts";
import { facetValues } from "../listing/vocabulary.ts";
import type { Edition } from "../site/edition.ts";
import type { Context, Site } from "../site/site.ts";
import type { WayOn } from "../web/errors.ts";
import type { FacetName } from "../words/filter-phrases.ts";
import { inLanguage, type Text } from "../words/languages.ts";
import { page } from "./frame.ts";

interface ProseView {
  title: string;
  sections: { heading: string; paragraphs: string[] }[];
  /** Meanings of the words in the filters. */
  glossary: { legend: string; values: { label: string; meaning: string }[] }[];
  /** How to report what is wrong or missing; on the page about the site, also how accurate it is and what has changed. */
  ways: WayOn[];
}

/** Serves a page that is only text: about, privacy, accessibility. */
export function prosePage(site: Site, edition: Edition, name: ProseName): RequestHandler {
  return page<ProseView>(site, edition, "prose", (context) => {
    const { prose, urls, words } = context;
    const { title, description } = prose[name];
    return {
      head: {
        title: inLanguage(title, words.language),
        description: inLanguage(description, words.language),
        path: urls[name],
        freshness: "until the data changes",
        lists: [],
      },
      show: () => proseView(context, prose[name], name === "about" ? waysAbout(context) : []),
    };
  });
}

/** Returns links that show how the directory is kept accurate. */
function waysAbout({ words, urls }: Context): WayOn[] {
  return [
    { label: words.deskWork.accuracy.more, href: urls.accuracy },
    { label: words.changes.title, href: urls.changes },
  ];
}

function proseView(context: Context, { title, sections, glossary }: Prose, more: readonly WayOn[]): ProseView {
  const { words, urls } = context;
  const say = (text: Text) => inLanguage(text, words.language);
  return {
    title: say(title),
    sections: sections.map(({ heading, paragraphs }) => ({ heading: say(heading), paragraphs: paragraphs.map(say) })),
    glossary: glossary.map((facet) => glossaryOf(context, facet)),
    ways: [...more, { label: words.reports.link, href: urls.report }, { label: words.reports.suggest.link, href: urls.suggest }],
  };
}

function glossaryOf({ vocabulary, words }: Context, facet: FacetName): ProseView["glossary"][number] {
  const values = facetValues(vocabulary, facet).map(({ label, meaning }) => ({
    label: inLanguage(label, words.language),
    meaning: inLanguage(meaning, words.language),
  }));
  return { legend: words.facets[facet], values };
}
