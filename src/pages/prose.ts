import type { RequestHandler } from "express";
import { type FacetValue, facetValues } from "../facets/vocabulary.ts";
import { inLanguage } from "../listing/text.ts";
import { page } from "./frame.ts";
import type { Site } from "./site.ts";
import { mailUrl, urls } from "./urls.ts";

interface ProseView {
  title: string;
  sections: readonly { heading: string; paragraphs: readonly string[] }[];
  /** What the words in the filters mean, for the page about the site. */
  glossary: { legend: string; values: { label: string; meaning: string }[] }[];
  contactUrl: string | null;
  contactEmail: string | null;
}

/** A page that only says something: about, privacy, accessibility. Its text is in the words. */
export function prosePage(site: Site, name: "about" | "privacy" | "accessibility"): RequestHandler {
  const show = page<ProseView>(site, "pages/prose");
  return (req, res) => {
    const { title, description, sections } = site.words[name];
    const { contactEmail } = site.settings;
    const glossary = name === "about" ? ["access", "category", "format", "frequency"].map((facet) => glossaryOf(site, facet)) : [];
    show(req, res, { title, description, path: urls[name], freshness: "until the data changes" }, () => ({
      title,
      sections,
      glossary,
      contactEmail,
      contactUrl: contactEmail && mailUrl(contactEmail),
    }));
  };
}

function glossaryOf({ words }: Site, facet: string) {
  const entry = ({ label, meaning }: FacetValue) => ({
    label: inLanguage(label, words.language),
    meaning: inLanguage(meaning, words.language),
  });
  return { legend: words.facets[facet]!, values: facetValues(facet).map(entry) };
}
