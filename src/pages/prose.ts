import type { RequestHandler } from "express";
import { facetValues } from "../listing/vocabulary.ts";
import type { Edition } from "../site/edition.ts";
import type { Context, Site } from "../site/site.ts";
import { mailUrl } from "../site/urls.ts";
import { inLanguage } from "../words/languages.ts";
import { page } from "./frame.ts";

type ProseName = "about" | "privacy" | "accessibility";

interface ProseView {
  title: string;
  sections: readonly { heading: string; paragraphs: readonly string[] }[];
  /** What the words in the filters mean, for the page about the site. */
  glossary: { legend: string; values: { label: string; meaning: string }[] }[];
  contactUrl: string | null;
  contactEmail: string | null;
}

/** A page that only says something: about, privacy, accessibility. */
export function prosePage(site: Site, edition: Edition, name: ProseName): RequestHandler {
  return page<ProseView>(site, edition, "prose", (context) => {
    const { title, description } = context.words[name];
    const head = { title, description, path: context.urls[name], freshness: "until the data changes", lists: [] } as const;
    return { head, show: () => proseView(context, name) };
  });
}

function proseView(context: Context, name: ProseName): ProseView {
  const { words, settings } = context;
  const { title, sections } = words[name];
  const glossary = name === "about" ? ["access", "category", "format", "frequency"].map((facet) => glossaryOf(context, facet)) : [];
  const { contactEmail } = settings;
  return { title, sections, glossary, contactEmail, contactUrl: contactEmail && mailUrl(contactEmail) };
}

function glossaryOf({ vocabulary, words }: Context, facet: string): ProseView["glossary"][number] {
  const values = facetValues(vocabulary, facet).map(({ label, meaning }) => ({
    label: inLanguage(label, words.language),
    meaning: inLanguage(meaning, words.language),
  }));
  return { legend: words.facets[facet]!, values };
}
