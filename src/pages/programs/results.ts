import type { RequestHandler } from "express";
import { searchDocuments } from "../../library/search.ts";
import { zoneOfState } from "../../places/states.ts";
import type { ProgramCard } from "../../programs/card.ts";
import { searchPrograms } from "../../programs/search.ts";
import type { Answer } from "../../search/answer.ts";
import { emptyFilter, type Filter, parseFilter } from "../../search/filter.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { filterUrl } from "../../site/urls.ts";
import type { WayOn } from "../../web/errors.ts";
import { type Head, page } from "../frame.ts";
import { betterLists } from "../results/better-lists.ts";
import { type DangerNotice, dangerNotices } from "../results/danger-notices.ts";
import { resultsHead } from "../results/head.ts";
import { type ListPage, pageSize, pageStart } from "../results/list-page.ts";
import { noneThere, statesAsked, withNone } from "../results/none-there.ts";
import { type PlaceNotice, placeNotices } from "../results/place-notice.ts";
import { hasRows, type ResultsView, resultsView } from "../results/results.ts";
import { stateName } from "../results/state-name.ts";
import { anyUncalled } from "./exception.ts";
import { answeringFirst } from "./lit-first.ts";
import { type Asker, type ProgramRow, programRows } from "./row.ts";

interface ProgramsView {
  results: ResultsView;
  rows: ProgramRow[];
  /** Note about the numbers on this page; null if one of our people has called each. */
  notCalled: readonly [string, string] | null;
  /** What the library has about it; null if nothing. */
  guides: WayOn | null;
  note: string;
  noTravel: WayOn[];
  dangers: DangerNotice[];
  places: PlaceNotice[];
  better: WayOn[];
}

/** Serves the programs that fit a filter. */
export function programsPage(site: Site, edition: Edition): RequestHandler {
  return page<ProgramsView>(site, edition, "programs/results", (context, req) => {
    const filter = parseFilter(context.programs, req.query);
    return {
      head: programsHead(context, filter),
      show: () => programsView(context, searchPrograms(context.programs, filter)),
      isWorthFinding: hasRows,
    };
  });
}

/** Returns what the lists of programs are built with, in HTML and in every other format. */
export function programsList({ programs, words, urls }: Context): ListPage {
  return {
    url: urls.programs,
    suggestUrl: urls.suggest,
    schema: programs,
    words,
    count: words.programs.count,
    legends: words.facets,
    open: "format",
  };
}

/** Returns what a search says about who asks. */
export function askerOf({ programs }: Pick<Context, "programs">, answer: Pick<Answer<unknown>, "filter" | "understood">): Asker {
  const asked = (facet: string) => [
    ...(answer.filter.chosen[facet] ?? []),
    ...(answer.understood?.impliedFilters ?? []).filter((implied) => implied.facet === facet).map(({ value }) => value),
  ];
  const language = asked("language").find((id) => id !== "en") ?? null;
  const offline = programs.facets.some(({ name, values }) => values.some((value) => value.offline && asked(name).includes(value.id)));
  return { callerZone: zoneAsked(answer), language, offline };
}

/** Whether the words ask for somebody to talk to and the best match is not the state's own, which stays first, open or not. */
function wantsAnswer({ filter, understood, own }: Answer<ProgramCard>, [best]: readonly ProgramCard[]): boolean {
  return understood?.wantsPerson === true && filter.sort === null && (own === 0 || best?.states === "nationwide");
}

/** Returns the time zone of the state asked for; null if none or several were, or if the state has several zones. */
function zoneAsked(asked: Pick<Answer<unknown>, "filter" | "understood">): string | null {
  const [state = "", another] = statesAsked(asked);
  return another === undefined ? zoneOfState(state) : null;
}

/** Returns the head of the page for screens. */
export function programsHead(context: Context, filter: Filter): Head {
  const { title, description } = context.words.programs;
  const head = resultsHead(programsList(context), filter, { title, description, section: "programs" });
  return {
    ...head,
    freshness: "until the data changes",
    // Only words lead to meetings: those near a place that they name.
    ...(filter.q === "" && { lists: ["programs", "documents"] }),
  };
}

function programsView(context: Context, answer: Answer<ProgramCard>): ProgramsView {
  const { filter } = answer;
  const list = programsList(context);
  const asker = askerOf(context, answer);
  const found = answer.take(pageStart(filter), pageSize);
  const cards = wantsAnswer(answer, found) ? answeringFirst(context, found, asker.callerZone, answer.own > 0) : found;
  const none = isOnlyState(answer) ? null : noneThere(context, list, answer, answer.own);
  return {
    results: withSomeOrders(context, resultsView(list, answer)),
    rows: programRows(context, cards, asker),
    notCalled: anyUncalled(cards) ? context.words.programs.notCalled : null,
    guides: guidesFor(context, filter),
    note: sortNote(context, answer),
    dangers: dangerNotices(context, answer),
    places: withNone(placeNotices(context, list, answer), none),
    better: betterLists(context, answer, context.programs),
    noTravel: answer.total === 0 ? noTravelPaths(context, filter) : [],
  };
}

/** Leaves out the order by checks while nothing has been checked, unless the address asks for it. */
function withSomeOrders({ programs }: Context, results: ResultsView): ResultsView {
  if (programs.turns.instants.length > 0) return results;
  return { ...results, sorts: results.sorts.filter(({ value, chosen }) => value !== "touched" || chosen) };
}

/**
 * Returns a link to what the library has about the same kind of support, with its number; null if nothing. Words and places do not narrow it.
 */
function guidesFor({ documents, words, urls }: Context, filter: Filter): WayOn | null {
  const shared = ["category", "access", "format", "frequency"].filter((facet) => filter.chosen[facet]);
  if (shared.length === 0) return null;
  const about = { ...emptyFilter, chosen: Object.fromEntries(shared.map((facet) => [facet, filter.chosen[facet]!])) };
  const { total } = searchDocuments(documents, about);
  return total === 0 ? null : { label: words.programs.guides(total), href: filterUrl(urls.library, documents, about) };
}

/** Whether only a state was asked for: its own page then says what it has. */
function isOnlyState({ filter, understood }: Answer<ProgramCard>): boolean {
  const hasWords = understood !== null && understood.terms.length + understood.dropped.length > 0;
  return !hasWords && Object.keys(filter.chosen).every((facet) => facet === "state");
}

function sortNote(context: Context, answer: Answer<ProgramCard>): string {
  const { words } = context;
  const { filter } = answer;
  const [state] = answer.own > 0 ? statesAsked(answer) : [];
  const local = state === undefined ? null : words.programs.localFirst(stateName(context, state));
  const rule = filter.q || filter.sort ? null : words.programs.sortRule;
  return [local, rule].filter(Boolean).join(" ");
}

/** Returns links to what needs no travel for the same need, offered when nothing fits. */
function noTravelPaths({ programs, words, urls }: Context, filter: Filter): ProgramsView["noTravel"] {
  const need = filter.chosen["help"] ? { help: filter.chosen["help"] } : {};
  const path = (label: string, access: string[]) => ({
    label,
    href: filterUrl(urls.programs, programs, { ...emptyFilter, chosen: { ...need, access } }),
  });
  const { phone, online, mail } = words.programs.noTravelPaths;
  return [path(phone, ["any-phone"]), path(online, ["online-from-home"]), path(mail, ["low-data", "by-mail"])];
}
