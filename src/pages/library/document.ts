import type { RequestHandler } from "express";
import type { Document } from "../../library/document.ts";
import { findDocument } from "../../library/find.ts";
import { openFirst } from "../../programs/card.ts";
import { cardsById } from "../../search/cards.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { hostOf } from "../../words/addresses.ts";
import { inLanguage, type Text } from "../../words/languages.ts";
import { documentElsewhere } from "../elsewhere.ts";
import { type Fact, knownFacts } from "../facts.ts";
import { type Head, page } from "../frame.ts";
import { sayLastCheck } from "../last-check.ts";
import { linkNotes } from "../link-notes.ts";
import { valueLabels } from "../programs/contacts.ts";
import { type ProgramRow, programRows } from "../programs/row.ts";
import { type SourceView, sourceViews } from "./sources.ts";

interface DocumentView {
  title: string;
  kind: string;
  summary: string;
  links: { label: string; href: string; host: string; note: string | null; trouble: string | null }[];
  description: string[];
  finding: string | null;
  limits: string | null;
  facts: Fact[];
  citation: string;
  doubts: string[];
  programs: ProgramRow[];
  sources: SourceView[];
  /** When one of our people last read it, and whether that is long ago; null if nobody has. */
  lastCheck: string | null;
  reportUrl: string;
}

/** Serves one guide or piece of research. */
export function documentPage(site: Site, edition: Edition): RequestHandler<{ id: string }> {
  return page<DocumentView, { id: string }>(site, edition, "library/document", (context, req) => {
    const document = findDocument(context.db, req.params.id);
    if (!document) throw documentElsewhere(context, req);
    return { head: documentHead(context, document), show: () => documentView(context, document) };
  });
}

function documentHead({ words, urls }: Context, { id, title, summary }: Document): Head {
  return {
    title,
    description: inLanguage(summary, words.language),
    path: urls.document(id),
    section: "library",
    freshness: "until the data changes",
    lists: ["programs", "documents"],
  };
}

/** Builds the view of a document's page; the desk also shows a draft with it before it is saved. */
export function documentView(context: Context, document: Document): DocumentView {
  const { words, urls, programs } = context;
  const say = (text: Text) => inLanguage(text, words.language);
  const notes = linkNotes(
    context,
    document.links.map(({ url }) => url),
  );
  return {
    title: document.title,
    kind: words.list.comma(valueLabels(context, "kind", Object.keys(document.facets.kind))),
    summary: say(document.summary),
    links: document.links.map(({ kind, url, note }) => ({
      label: words.document.read[kind],
      href: url,
      host: hostOf(url),
      note: note && say(note),
      trouble: notes.get(url) ?? null,
    })),
    description: document.description.map(say),
    finding: document.keyFinding && say(document.keyFinding),
    limits: document.limits && say(document.limits),
    facts: factsOf(context, document),
    citation: document.citation,
    doubts: document.doubts.map(say),
    programs: programRows(context, openFirst(cardsById(programs, document.programs))),
    sources: sourceViews(context, document.sources),
    lastCheck: sayLastCheck(context, document),
    reportUrl: urls.reportAbout(`library/${document.id}`),
  };
}

function factsOf(context: Context, { authors, publisher, year, cost, facets }: Document): Fact[] {
  const { words } = context;
  const labels = words.document;
  return knownFacts([
    [labels.authors, words.list.comma(authors)],
    [labels.publisher, publisher],
    [labels.year, year ?? labels.noYear],
    [labels.cost, cost && inLanguage(cost, words.language)],
    [labels.topics, words.list.comma(valueLabels(context, "topic", Object.keys(facets.topic)))],
  ]);
}
