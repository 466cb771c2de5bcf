import type { RequestHandler } from "express";
import { searchDocuments } from "../../library/search.ts";
import { facetValue } from "../../listing/vocabulary.ts";
import { zoneOfState } from "../../places/states.ts";
import type { ProgramCard } from "../../programs/card.ts";
import { searchPrograms } from "../../programs/search.ts";
import type { Answer } from "../../search/answer.ts";
import { emptyFilter, type Filter, parseFilter } from "../../search/filter.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { filterUrl } from "../../site/urls.ts";
import { inLanguage } from "../../words/languages.ts";
import { type Head, page } from "../frame.ts";
import type { Link } from "../meetings/nearby.ts";
import { type DangerNotice, dangerNotices } from "../results/danger-notices.ts";
import { resultsHead } from "../results/head.ts";
import { type ListPage, pageSize, pageStart } from "../results/list-page.ts";
import { type ResultsView, resultsView } from "../results/results.ts";
import { anyUncalled } from "./exception.ts";
import { type PlaceHint, placeHint } from "./place-hint.ts";
import { type ProgramRow, programRows } from "./row.ts";

interface ProgramsView {
  results: ResultsView;
  rows: ProgramRow[];
  /** What is true of the numbers on this page, said once; null where a person of ours has called each. */
  notCalled: readonly [string, string] | null;
  /** What the library has about it; null where that is nothing. */
  guides: Link | null;
  note: string;
  noTravel: Link[];
  dangers: DangerNotice[];
  place: PlaceHint | null;
}

/** Programs that fit a filter. */
export function programsPage(site: Site, edition: Edition): RequestHandler {
  return page<ProgramsView>(site, edition, "programs/results", (context, req) => {
    const filter = parseFilter(context.programs, req.query);
    return { head: programsHead(context, filter), show: () => programsView(context, searchPrograms(context.programs, filter)) };
  });
}

/** What the lists of programs are made with, in HTML and in every other format. */
export function programsList({ programs, words, urls }: Context): ListPage {
  return { url: urls.programs, schema: programs, words, count: words.programs.count, legends: words.facets, open: "format" };
}

/** The zone of the state that a filter asks for; null where it asks for none, or for one that keeps several. */
export function zoneAsked({ chosen }: Filter): string | null {
  return zoneOfState(chosen["state"]?.[0] ?? "");
}

/** What the page says about itself, for screens. */
export function programsHead(context: Context, filter: Filter): Head {
  const { title, description } = context.words.programs;
  const head = resultsHead(programsList(context), filter, { title, description, section: "programs" });
  return {
    ...head,
    indexed: filter.q === "" && Object.keys(filter.chosen).length <= 1 && filter.sort === null,
    freshness: "until the data changes",
    // Only words lead to meetings: those near a place that they name.
    ...(filter.q === "" && { lists: ["programs", "documents"] }),
  };
}

function programsView(context: Context, answer: Answer<ProgramCard>): ProgramsView {
  const { filter } = answer;
  const cards = answer.take(pageStart(filter), pageSize);
  return {
    results: withoutCheckedOrder(resultsView(programsList(context), answer)),
    rows: programRows(context, cards, zoneAsked(filter)),
    notCalled: anyUncalled(cards) ? context.words.programs.notCalled : null,
    guides: guidesFor(context, filter),
    note: sortNote(context, filter),
    dangers: dangerNotices(context, answer),
    place: placeHint(context, answer),
    noTravel: answer.total === 0 ? noTravelPaths(context, filter) : [],
  };
}

/** Nothing has been checked yet, so the order by checks is not offered; an address may still ask for it. */
function withoutCheckedOrder(results: ResultsView): ResultsView {
  return { ...results, sorts: results.sorts.filter(({ value, chosen }) => value !== "touched" || chosen) };
}

/** The way to what the library has about the same kind of support, and how much that is. Words and places do not narrow it. */
function guidesFor({ documents, words, urls }: Context, filter: Filter): Link | null {
  const shared = ["category", "access", "format", "frequency"].filter((facet) => filter.chosen[facet]);
  if (shared.length === 0) return null;
  const about = { ...emptyFilter, chosen: Object.fromEntries(shared.map((facet) => [facet, filter.chosen[facet]!])) };
  const { total } = searchDocuments(documents, about);
  return total === 0 ? null : { label: words.programs.guides(total), href: filterUrl(urls.library, documents, about) };
}

function sortNote({ words, vocabulary }: Context, filter: Filter): string {
  const state = facetValue(vocabulary, "state", filter.chosen["state"]?.[0] ?? "");
  const local = state ? words.programs.localFirst(inLanguage(state.label, words.language)) : null;
  const rule = filter.q || filter.sort ? null : words.programs.sortRule;
  return [local, rule].filter(Boolean).join(" ");
}

/** What needs no travel, for the same need: offered when nothing fits. */
function noTravelPaths({ programs, words, urls }: Context, filter: Filter): ProgramsView["noTravel"] {
  const need = filter.chosen["help"] ? { help: filter.chosen["help"] } : {};
  const path = (label: string, access: string[]) => ({
    label,
    href: filterUrl(urls.programs, programs, { ...emptyFilter, chosen: { ...need, access } }),
  });
  const { phone, online, mail } = words.programs.noTravelPaths;
  return [path(phone, ["any-phone"]), path(online, ["online-from-home"]), path(mail, ["low-data", "by-mail"])];
}
