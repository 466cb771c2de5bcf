import type { RequestHandler } from "express";
import { cardsById } from "../collection/cards.ts";
import type { Document } from "../library/document.ts";
import { findDocument } from "../library/find.ts";
import { inLanguage, type Text } from "../listing/text.ts";
import { NotFound } from "../web/errors.ts";
import type { Words } from "../words/en.ts";
import { hostOf, valueLabels } from "./contacts.ts";
import { page } from "./frame.ts";
import { type ProgramRow, programRows } from "./rows.ts";
import type { Site } from "./site.ts";
import { type SourceView, sourceViews } from "./sources.ts";
import { mailUrl, urls } from "./urls.ts";

interface DocumentView {
  title: string;
  kind: string;
  summary: string;
  links: { label: string; href: string; host: string; note: string | null }[];
  description: string[];
  finding: string | null;
  limits: string | null;
  facts: { term: string; detail: string }[];
  citation: string;
  doubts: string[];
  programs: ProgramRow[];
  sources: SourceView[];
  correctionUrl: string | null;
  contactEmail: string | null;
}

/** One guide or piece of research. */
export function documentPage(site: Site): RequestHandler<{ id: string }> {
  const show = page<DocumentView>(site, "pages/document");
  return (req, res) => {
    const document = findDocument(site.db, req.params.id);
    if (!document) throw new NotFound(req.params.id);
    const description = inLanguage(document.summary, site.words.language);
    show(
      req,
      res,
      { title: document.title, description, path: urls.document(document.id), section: "library", freshness: "until the data changes" },
      () => documentView(site, document),
    );
  };
}

function documentView(site: Site, document: Document): DocumentView {
  const { words, settings } = site;
  const say = (text: Text) => inLanguage(text, words.language);
  return {
    title: document.title,
    kind: valueLabels("kind", Object.keys(document.facets.kind), words).join(words.list.comma),
    summary: say(document.summary),
    links: document.links.map(({ kind, url, note }) => ({
      label: words.document.read[kind]!,
      href: url,
      host: hostOf(url),
      note: note && say(note),
    })),
    description: document.description.map(say),
    finding: document.keyFinding && say(document.keyFinding),
    limits: document.limits && say(document.limits),
    facts: factsOf(document, words),
    citation: document.citation,
    doubts: document.doubts.map(say),
    programs: programRows(site, cardsById(site.programs, document.programs)),
    sources: sourceViews(document.sources, words),
    correctionUrl: settings.contactEmail && mailUrl(settings.contactEmail, words.program.wrongSubject(document.title)),
    contactEmail: settings.contactEmail,
  };
}

function factsOf({ authors, publisher, year, cost, facets }: Document, words: Words): DocumentView["facts"] {
  const labels = words.document;
  const facts: [string, string | null][] = [
    [labels.authors, authors.join(words.list.comma)],
    [labels.publisher, publisher],
    [labels.year, year ?? labels.noYear],
    [labels.cost, cost && inLanguage(cost, words.language)],
    [labels.topics, valueLabels("topic", Object.keys(facets.topic), words).join(words.list.comma)],
  ];
  return facts.flatMap(([term, detail]) => (detail ? [{ term, detail }] : []));
}
