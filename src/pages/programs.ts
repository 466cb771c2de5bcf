import type { RequestHandler } from "express";
import { cardsById } from "../collection/cards.ts";
import type { Found } from "../collection/find.ts";
import { type Filter, noFilter, parseFilter } from "../facets/filter.ts";
import { facetValue } from "../facets/vocabulary.ts";
import { searchDocuments } from "../library/search.ts";
import { inLanguage } from "../listing/text.ts";
import type { ProgramCard } from "../programs/card.ts";
import { searchPrograms } from "../programs/search.ts";
import { type Head, page } from "./frame.ts";
import { type PlaceMeant, placeMeant } from "./place-meant.ts";
import { type ResultsPage, type ResultsView, resultsView } from "./results.ts";
import { resultsHead } from "./results-head.ts";
import { type DocumentRow, documentRows, type ProgramRow, programRows } from "./rows.ts";
import type { Site } from "./site.ts";
import { filterUrl, urls } from "./urls.ts";

interface ProgramsView {
  results: ResultsView;
  rows: ProgramRow[];
  guides: DocumentRow[];
  note: string;
  noTravel: { label: string; href: string }[];
  /** Lines to call at once, where the words speak of danger. */
  crisis: ProgramRow[];
  place: PlaceMeant | null;
}

/** Programs that fit a filter. */
export function programsPage(site: Site): RequestHandler {
  const show = page<ProgramsView>(site, "pages/programs");
  return (req, res) => {
    const filter = parseFilter(site.programs, req.query);
    show(req, res, programsHead(site, filter), () => programsView(site, filter, searchPrograms(site.programs, filter)));
  };
}

/** What the results page of programs is made from; the same answer feeds `/programs.json`. */
function programsResults({ programs, words }: Site): ResultsPage {
  return { base: urls.programs, questions: programs, words, count: words.programs.count, legends: words.facets, open: "format" };
}

function programsHead(site: Site, filter: Filter): Head {
  const { title, description } = site.words.programs;
  const head = resultsHead(programsResults(site), filter, { title, description, section: "programs" });
  return { ...head, indexed: filter.q === "" && Object.keys(filter.chosen).length <= 1 && filter.sort === null };
}

function programsView(site: Site, filter: Filter, found: Found<ProgramCard>): ProgramsView {
  const { words } = site;
  return {
    results: resultsView(programsResults(site), filter, found),
    rows: programRows(site, found.cards),
    guides: documentRows(guidesFor(site, filter), words),
    note: sortNote(site, filter),
    crisis: programRows(site, cardsById(site.programs, [...new Set(found.understood?.crisis ?? [])])),
    place: placeMeant(site, filter, found),
    noTravel: found.total === 0 ? noTravelPaths(site, filter) : [],
  };
}

/** Up to three library entries that speak to the same kind of support. Words and places do not narrow them. */
function guidesFor({ documents }: Site, filter: Filter) {
  const shared = ["category", "access", "format", "frequency"].filter((facet) => filter.chosen[facet]);
  if (shared.length === 0) return [];
  const chosen = Object.fromEntries(shared.map((facet) => [facet, filter.chosen[facet]!]));
  return searchDocuments(documents, { ...noFilter, chosen }).cards.slice(0, 3);
}

function sortNote({ words }: Site, filter: Filter): string {
  const state = facetValue("state", filter.chosen["state"]?.[0] ?? "");
  const local = state ? words.programs.localFirst(inLanguage(state.label, words.language)) : null;
  const rule = filter.q || filter.sort ? null : words.programs.sortRule;
  return [local, rule].filter(Boolean).join(" ");
}

/** What needs no travel, for the same need: offered when nothing fits. */
function noTravelPaths({ programs, words }: Site, filter: Filter) {
  const need = filter.chosen["help"] ? { help: filter.chosen["help"] } : {};
  const path = (label: string, access: string[]) => ({
    label,
    href: filterUrl(urls.programs, programs, { ...noFilter, chosen: { ...need, access } }),
  });
  const { phone, online, mail } = words.programs.noTravelPaths;
  return [path(phone, ["any-phone"]), path(online, ["online-from-home"]), path(mail, ["low-data", "by-mail"])];
}
