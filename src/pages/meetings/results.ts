import type { RequestHandler } from "express";
import { radii } from "../../meetings/facets.ts";
import { type MeetingAnswer, searchMeetings } from "../../meetings/search.ts";
import type { Chosen } from "../../search/facets/counts.ts";
import { emptyFilter, type Filter } from "../../search/filter.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { filterUrl, inFormat } from "../../site/urls.ts";
import type { Words } from "../../words/words.ts";
import { type Head, page } from "../frame.ts";
import { type BetterList, betterLists } from "../results/better-lists.ts";
import type { Chip } from "../results/chips.ts";
import { type DangerNotice, dangerNotices } from "../results/danger-notices.ts";
import { resultsHead } from "../results/head.ts";
import { type ListPage, pageSize, pageStart, urlOf } from "../results/list-page.ts";
import { type ResultsView, resultsView } from "../results/results.ts";
import { type Link, meantPlaces, type NearView, nearNote, usualRadius } from "./nearby.ts";
import { type MeetingQuestion, meetingQuestion } from "./question.ts";
import { type MeetingGroup, type MeetingRow, meetingGroups, meetingRow } from "./row.ts";

interface MeetingsView {
  results: ResultsView;
  /** True while no feed has been imported. */
  empty: boolean;
  emptyPaths: Link[];
  dangers: DangerNotice[];
  better: BetterList[];
  quick: Link[];
  near: NearFields;
  groups: MeetingGroup[];
  noTravel: MeetingRow[];
  calendarUrl: string | null;
}

/** The place, and the choices that go with it. */
interface NearFields extends NearView {
  within: Choice[];
  clocks: Choice[];
}

interface Choice {
  value: string;
  label: string;
  chosen: boolean;
}

/** Meetings that fit a filter. */
export function meetingsPage(site: Site, edition: Edition): RequestHandler {
  return page<MeetingsView>(site, edition, "meetings/results", (context, req) => {
    const question = meetingQuestion(context, req.query);
    return { head: meetingsHead(context, question.filter), show: () => meetingsView(context, question) };
  });
}

/** What the lists of meetings are made with, in HTML and in every other format. */
export function meetingsList({ meetings, words, urls }: Context): ListPage {
  return { url: urls.meetings, schema: meetings, words, count: words.meetings.count, legends: words.facets, open: "day" };
}

function meetingsHead(context: Context, filter: Filter): Head {
  const { title, description } = context.words.meetings;
  const head = resultsHead(meetingsList(context), filter, { title, description, section: "meetings" });
  // Without meetings it is a page to read.
  return { ...head, resultsOnlyCss: !isEmpty(context), freshness: "a minute" };
}

function meetingsView(context: Context, question: MeetingQuestion): MeetingsView {
  const { filter, tz, from } = question;
  const { words, meetings, now } = context;
  const list = meetingsList(context);
  const answer = searchMeetings(meetings, filter, now, from);
  const results = resultsView(list, answer);
  const isSoonest = filter.sort === null && filter.q === "" && from === null;
  const options = { tz, showProgram: filter.chosen["program"]?.length !== 1 };
  return {
    results: {
      ...results,
      state: withSomeStates(results.state),
      sorts: [],
      chips: [...results.chips, ...nearChips(context, question)],
    },
    empty: isEmpty(context),
    emptyPaths: emptyPaths(context),
    dangers: dangerNotices(context, answer),
    better: betterLists(context, answer, meetings),
    quick: quickPaths(words, list, filter, from ? [] : results.sorts),
    near: nearFields(context, question, answer),
    groups: meetingGroups(context, answer.take(pageStart(filter), pageSize), options, isSoonest),
    noTravel: answer.noTravel().map((row) => meetingRow(context, row, options)),
    calendarUrl: answer.total > 0 ? inFormat(urlOf(list, { ...filter, page: 1 }), "ics") : null,
  };
}

/** States without meetings are left out: the list would be fifty long. */
function withSomeStates(state: ResultsView["state"]): ResultsView["state"] {
  return state && { ...state, options: state.options.filter(({ count, chosen }) => count > 0 || chosen) };
}

/** The place as a filter that can be taken back like any other. */
function nearChips({ words, meetings, urls }: Context, { filter, place }: MeetingQuestion): Chip[] {
  if (!place) return [];
  const { near: _, within: __, ...parameters } = filter.parameters;
  const href = filterUrl(urls.meetings, meetings, { ...filter, parameters, page: 1 });
  return [{ label: words.meetings.nearPlace(place.label), remove: words.results.remove, href }];
}

function nearFields(context: Context, { filter, from }: MeetingQuestion, answer: MeetingAnswer): NearFields {
  const { db, words, meetings, urls } = context;
  const near = filter.parameters["near"] ?? "";
  const radius = from?.miles ?? usualRadius;
  const to = (label: string) =>
    filterUrl(urls.meetings, meetings, { ...filter, parameters: { ...filter.parameters, near: label }, page: 1 });
  return {
    near,
    unknown: near !== "" && !from,
    note: nearNote(context, near, from, answer),
    suggestions: meantPlaces(db, near, from, to),
    within: radii.map((miles) => ({ value: String(miles), label: words.meetings.within(miles), chosen: miles === radius })),
    clocks: clockChoices(words, filter.parameters["tz"] ?? ""),
  };
}

/** The clocks of the country, and one from elsewhere that was asked for. */
function clockChoices({ meetings }: Words, tz: string): Choice[] {
  const known = new Map([["", meetings.clockOfPlace], ...Object.entries(meetings.clocks)]);
  if (!known.has(tz)) known.set(tz, tz);
  return [...known].map(([value, label]) => ({ value, label, chosen: value === tz }));
}

/** The days that are asked for most, while no day was chosen; then another order. */
function quickPaths({ meetings }: Words, list: ListPage, filter: Filter, sorts: ResultsView["sorts"]): Link[] {
  const { today, tonight, tomorrow } = meetings.quick;
  const on = (label: string, chosen: Chosen) => ({
    label,
    href: urlOf(list, { ...filter, chosen: { ...filter.chosen, ...chosen }, page: 1 }),
  });
  const days = [
    on(today, { day: ["today"] }),
    on(tonight, { day: ["today"], time: ["evening", "night"] }),
    on(tomorrow, { day: ["tomorrow"] }),
  ];
  return [...(filter.chosen["day"] ? [] : days), ...sorts.filter(({ current }) => !current).slice(0, 1)];
}

/** Whether no feed has brought any meeting yet. */
function isEmpty({ meetings }: Context): boolean {
  return meetings.rows.length === 0;
}

/** Where to go while this site has no meetings of its own. */
function emptyPaths({ words, programs, urls }: Context): Link[] {
  const to = (format: string) => filterUrl(urls.programs, programs, { ...emptyFilter, chosen: { format: [format] } });
  const { finder, phone, near } = words.meetings.emptyPaths;
  return [
    { label: finder, href: to("video") },
    { label: phone, href: to("phone") },
    { label: near, href: to("in-person") },
  ];
}
