import type { Request, RequestHandler, Response } from "express";
import type { OpenCollection } from "../collection/collection.ts";
import { explain } from "../collection/explain.ts";
import type { Found } from "../collection/find.ts";
import { type Filter, parseFilter, toggle } from "../facets/filter.ts";
import type { DocumentCard } from "../library/card.ts";
import { searchDocuments } from "../library/search.ts";
import { inLanguage } from "../listing/text.ts";
import type { ProgramCard } from "../programs/card.ts";
import { programNames } from "../programs/find.ts";
import { searchPrograms } from "../programs/search.ts";
import type { Page } from "../web/page-cache.ts";
import type { Words } from "../words/en.ts";
import type { Site } from "./site.ts";
import { filterUrl, urls, withQuery } from "./urls.ts";

/** The results pages' twins for machines: the same address with .json answers the same question. */

/** `/programs.json?…`; with `&explain=1` it also tells what the words were taken to mean, and each hit's fields and score. */
export function programsJson(site: Site): RequestHandler {
  return (req, res) => {
    const filter = parseFilter(site.programs, req.query);
    const explained = req.query["explain"] === "1";
    const address = withQuery(filterUrl(`${urls.programs}.json`, site.programs, filter), { explain: explained ? "1" : "" });
    sendJson(site, req, res, { address, freshness: "until the data changes" }, () => {
      const found = searchPrograms(site.programs, filter);
      const body = answer(
        site.programs,
        urls.programs,
        filter,
        found,
        found.cards.map((card) => programItem(card, site)),
        site.words,
      );
      const shown = found.cards.map(({ id }) => id);
      return explained && found.understood ? { ...body, explain: explain(site.programs, found, shown) } : body;
    });
  };
}

/** What the search box offers while somebody types: what programs are called, and the words they are filed under. */
export function namesJson(site: Site): RequestHandler {
  return (req, res) => {
    sendJson(site, req, res, { address: urls.names, freshness: "until the data changes" }, () => {
      const labels = site.programs.facets.flatMap(({ values }) => values.map(({ label }) => inLanguage(label, site.words.language)));
      return [...new Set([...programNames(site.db), ...labels])];
    });
  };
}

/** `/library.json?…` */
export function libraryJson(site: Site): RequestHandler {
  return (req, res) => {
    const filter = parseFilter(site.documents, req.query);
    const address = filterUrl(`${urls.library}.json`, site.documents, filter);
    sendJson(site, req, res, { address, freshness: "until the data changes" }, () => {
      const found = searchDocuments(site.documents, filter);
      return answer(
        site.documents,
        urls.library,
        filter,
        found,
        found.cards.map((card) => documentItem(card, site)),
        site.words,
      );
    });
  };
}

/** Sends what `make` makes as JSON, under what the page says of itself. */
export function sendJson({ cache }: Site, req: Request, res: Response, page: Omit<Page, "contentType">, make: () => object): void {
  cache.send(req, res, { ...page, contentType: "application/json; charset=utf-8" }, () => JSON.stringify(make()));
}

/** The shape of every answer: how many, which page, the items, and the facets with their counts and next questions. */
export function answer(
  collection: OpenCollection,
  base: string,
  filter: Filter,
  { total, pages, counts }: Found<unknown>,
  items: object[],
  words: Words,
) {
  const facets = collection.facets.map((facet) => [
    facet.name,
    facet.values.map((value, at) => ({
      value: value.id,
      label: inLanguage(value.label, words.language),
      count: counts[facet.name]![at]!,
      chosen: filter.chosen[facet.name]?.includes(value.id) ?? false,
      url: filterUrl(`${base}.json`, collection, toggle(collection, filter, facet.name, value.id)),
    })),
  ]);
  return { total, page: filter.page, pages, items, facets: Object.fromEntries(facets) };
}

function programItem(
  { id, name, summary, status, states, place, contacts, facets, lastCheck, added }: ProgramCard,
  { settings, words }: Site,
) {
  return {
    id,
    name,
    url: settings.siteUrl + urls.program(id),
    summary: inLanguage(summary, words.language),
    status,
    states,
    place,
    ...facets,
    contacts: contacts.map(({ kind, value, source, asOf, confirmed }) => ({ kind, value, source, asOf, confirmed })),
    lastCheck,
    added,
  };
}

function documentItem({ id, title, authors, year, publisher, summary, facets }: DocumentCard, { settings, words }: Site) {
  return {
    id,
    name: title,
    url: settings.siteUrl + urls.document(id),
    summary: inLanguage(summary, words.language),
    authors,
    year,
    publisher,
    ...facets,
  };
}
