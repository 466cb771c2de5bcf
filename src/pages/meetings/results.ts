import type { RequestHandler } from "express";
import { type MeetingAnswer, searchMeetings } from "../../meetings/search.ts";
import type { Chosen } from "../../search/facets/counts.ts";
import type { Filter } from "../../search/filter.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { filterUrl, inFormat } from "../../site/urls.ts";
import type { WayOn } from "../../web/errors.ts";
import type { Words } from "../../words/words.ts";
import { type Head, page } from "../frame.ts";
import { betterLists } from "../results/better-lists.ts";
import type { Chip } from "../results/chips.ts";
import { type DangerNotice, dangerNotices } from "../results/danger-notices.ts";
import { resultsHead } from "../results/head.ts";
import { isUnfiltered, type ListPage, pageSize, pageStart, urlOf } from "../results/list-page.ts";
import { noneThere, statesAsked, withNone } from "../results/none-there.ts";
import { type PlaceNotice, placeNotices } from "../results/place-notice.ts";
import { hasRows, type ResultsView, resultsView } from "../results/results.ts";
import { type State, stateOf } from "../state-choice.ts";
import { fromHere } from "./from-here.ts";
import { type NearFields, nearFields } from "./near-fields.ts";
import { listsBelow, type OwnListsView } from "./own-lists.ts";
import { type MeetingQuestion, meetingQuestion } from "./question.ts";
import { type MeetingGroup, type MeetingRow, meetingGroups, meetingRows } from "./row.ts";
import { type WithoutFeeds, withoutFeeds } from "./without-feeds.ts";

interface MeetingsView {
  results: ResultsView;
  /** Shown instead of everything else while no feed has been imported. */
  without: WithoutFeeds | null;
  /** The fellowships' own lists for the reader's state. */
  ownLists: OwnListsView | null;
  dangers: DangerNotice[];
  places: PlaceNotice[];
  better: WayOn[];
  quick: WayOn[];
  near: NearFields;
  /** What needs no travel, before the rooms, if these are far or cannot be reached in time. */
  fromHere: { heading: string; rows: MeetingRow[] } | null;
  inPerson: string | null;
  groups: MeetingGroup[];
  noTravel: MeetingRow[];
  calendarUrl: string | null;
}

/** Serves the meetings that fit a filter. */
export function meetingsPage(site: Site, edition: Edition): RequestHandler {
  return page<MeetingsView>(site, edition, "meetings/results", (context, req) => {
    const question = meetingQuestion(context, req.query);
    const { filter } = question;
    return {
      head: meetingsHead(context, filter),
      show: () => meetingsView(context, question),
      // Without any meetings, the whole list says where else to look.
      isWorthFinding: (view) => hasRows(view) || isUnfiltered(meetingsList(context), filter),
    };
  });
}

/** Returns what the lists of meetings are built with, in HTML and in every other format. */
export function meetingsList({ meetings, words, urls }: Context): ListPage {
  return {
    url: urls.meetings,
    suggestUrl: urls.suggest,
    schema: meetings,
    words,
    count: words.meetings.count,
    legends: words.facets,
    open: "day",
  };
}

/** Returns the head of the page for screens. */
export function meetingsHead(context: Context, filter: Filter): Head {
  const { title, description } = context.words.meetings;
  const head = resultsHead(meetingsList(context), filter, { title, description, section: "meetings" });
  return {
    ...head,
    // What is on a later page changes by the minute.
    indexed: head.indexed === true && filter.page === 1,
    // Without meetings it is a page to read.
    resultsOnlyCss: !isEmpty(context),
    freshness: "a minute",
  };
}

function meetingsView(context: Context, question: MeetingQuestion): MeetingsView {
  const { filter, tz, from, night } = question;
  const { words, meetings, now } = context;
  const list = meetingsList(context);
  const answer = searchMeetings(meetings, question, now);
  const results = resultsView(list, answer);
  const isSoonest = filter.sort === null && filter.q === "" && from === null;
  const options = { tz, showProgram: filter.chosen["program"]?.length !== 1 };
  const upcoming = answer.take(pageStart(filter), pageSize);
  const none = from || isEmpty(context) ? null : noneThere(context, list, answer, answer.total);
  const first = fromHere(context, question, answer, upcoming);
  const state = stateMeant(context, question, answer);
  return {
    results: {
      ...results,
      count: from ? words.meetings.inPerson(answer.total) : results.count,
      times: answer.times > 0 ? words.meetings.timesAWeek(answer.times) : null,
      state: withSomeStates(results.state),
      sorts: from ? [] : results.sorts,
      nothing: none ? null : results.nothing,
      chips: [...results.chips, ...ownChips(context, question)],
    },
    without: withoutFeeds(context, state, question.place !== null),
    ownLists: filter.page === 1 ? listsBelow(context, state) : null,
    dangers: dangerNotices(context, answer),
    places: withNone(placeNotices(context, list, answer), none),
    better: betterLists(context, answer, meetings),
    quick: filter.chosen["day"] || night ? [] : quickPaths(words, list, filter),
    near: nearFields(context, question, answer),
    fromHere: first && { heading: first.heading, rows: meetingRows(context, first.rows, options) },
    inPerson: first && upcoming.length > 0 ? first.inPerson : null,
    groups: meetingGroups(context, upcoming, options, isSoonest),
    noTravel: first ? [] : meetingRows(context, answer.noTravel(), options),
    calendarUrl: answer.total > 0 ? inFormat(urlOf(list, { ...filter, page: 1 }), "ics") : null,
  };
}

/** Returns the state whose lists may help: that of the place, otherwise the one chosen or named. */
function stateMeant(context: Context, { place }: MeetingQuestion, answer: MeetingAnswer): State | null {
  return stateOf(context, place?.state ?? statesAsked(answer)[0]);
}

/** Leaves out states without meetings: otherwise the list would have fifty entries. */
function withSomeStates(state: ResultsView["state"]): ResultsView["state"] {
  return state && { ...state, options: state.options.filter(({ count, chosen }) => count > 0 || chosen) };
}

/** Returns the place and the time limit as filters that can be removed like any other. */
export function ownChips({ words, meetings, urls }: Context, { filter, place }: MeetingQuestion): Chip[] {
  const { near, within, after, ...others } = filter.parameters;
  const chip = (label: string, parameters: Record<string, string | undefined>) => ({
    label,
    remove: words.results.remove,
    href: filterUrl(urls.meetings, meetings, { ...filter, parameters: { ...others, ...given(parameters) }, page: 1 }),
  });
  return [
    ...(place ? [chip(words.meetings.nearPlace(place.label), { after })] : []),
    ...(after ? [chip(after === "tonight" ? words.meetings.tonight : words.meetings.stillToCome, { near, within })] : []),
  ];
}

function given(parameters: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Returns links to the days that are asked for most. */
function quickPaths({ meetings }: Words, list: ListPage, filter: Filter): WayOn[] {
  const { today, tonight, tomorrow } = meetings.quick;
  const on = (label: string, chosen: Chosen) => ({
    label,
    href: urlOf(list, { ...filter, chosen: { ...filter.chosen, ...chosen }, page: 1 }),
  });
  return [on(today, { day: ["today"] }), on(tonight, { day: ["today"], time: ["evening", "night"] }), on(tomorrow, { day: ["tomorrow"] })];
}

/** Whether no feed has brought any meetings yet. */
function isEmpty({ meetings }: Context): boolean {
  return meetings.rows.length === 0;
}
