import type { RequestHandler } from "express";
import { type Filter, filterQuery, noFilter } from "../facets/filter.ts";
import type { Chosen } from "../facets/index.ts";
import { distances, type FoundMeetings, searchMeetings } from "../meetings/search.ts";
import { isZone } from "../places/zone.ts";
import type { Words } from "../words/en.ts";
import { type Head, page } from "./frame.ts";
import { type MeetingQuestion, meetingQuestion } from "./meeting-question.ts";
import { type MeetingGroup, type MeetingRow, meetingGroups, meetingRow } from "./meeting-rows.ts";
import { meantPlaces, nearNote, type Path, usualDistance } from "./near.ts";
import { type ResultsPage, type ResultsView, resultsView } from "./results.ts";
import { resultsHead } from "./results-head.ts";
import type { Site } from "./site.ts";
import { filterUrl, urls } from "./urls.ts";

interface MeetingsView {
  results: ResultsView;
  /** True while no feed has been imported. */
  empty: boolean;
  emptyPaths: Path[];
  quick: Path[];
  near: NearView;
  groups: MeetingGroup[];
  noTravel: MeetingRow[];
  calendarUrl: string | null;
}

interface Choice {
  value: string;
  label: string;
  chosen: boolean;
}

interface NearView {
  near: string;
  within: Choice[];
  clocks: Choice[];
  /** True where a place was given that nobody knows. */
  unknown: boolean;
  /** What happened to the place that was given. */
  note: string | null;
  suggestions: Path[];
}

/** Meetings that fit a filter. */
export function meetingsPage(site: Site): RequestHandler {
  const show = page<MeetingsView>(site, "pages/meetings");
  return (req, res) => {
    const question = meetingQuestion(site, req.query);
    show(req, res, meetingsHead(site, question.filter), () => {
      const found = searchMeetings(site.meetings, question.filter, question.now, question.from);
      return meetingsView(site, question, found);
    });
  };
}

function meetingsHead(site: Site, filter: Filter): Head {
  const { title, description } = site.words.meetings;
  const head = resultsHead(meetingsResults(site), filter, { title, description, section: "meetings" });
  // Without meetings it is a page to read.
  return { ...head, lean: !isEmpty(site), freshness: "a minute" };
}

function meetingsView(site: Site, question: MeetingQuestion, found: FoundMeetings): MeetingsView {
  const { meetings } = site;
  const { filter, now, tz, from } = question;
  const results = resultsView(meetingsResults(site), filter, found);
  const soonest = filter.sort === null && filter.q === "" && from === null;
  const query = filterQuery(meetings, { ...filter, page: 1 });
  const reader = { tz, ofProgram: filter.chosen["program"]?.length !== 1 };
  return {
    results: {
      ...results,
      state: someOptions(results.state),
      sorts: [],
      chips: [...results.chips, ...(from ? [nearChip(site, question)] : [])],
    },
    empty: isEmpty(site),
    emptyPaths: emptyPaths(site),
    quick: quickPaths(site, filter, from ? [] : results.sorts),
    near: nearView(site, question, found),
    groups: meetingGroups(site, found.coming, now, reader, soonest),
    noTravel: found.noTravel.map((coming) => meetingRow(site, coming, reader)),
    calendarUrl: found.total > 0 ? `${urls.meetings}.ics${query ? `?${query}` : ""}` : null,
  };
}

/** A state without any is left out: of fifty, near one place few remain, and a select is read from top to bottom. */
function someOptions(state: ResultsView["state"]): ResultsView["state"] {
  return state && { ...state, options: state.options.filter(({ disabled }) => !disabled) };
}

function meetingsResults({ meetings, words }: Site): ResultsPage {
  return { base: urls.meetings, questions: meetings, words, count: words.meetings.count, legends: words.facets, open: "day" };
}

/** The place as a filter that can be taken away like any other. */
function nearChip({ words, meetings }: Site, { filter, place }: MeetingQuestion) {
  const { near: _, within: __, ...free } = filter.free;
  const label = words.meetings.nearPlace(place!.label);
  return { label, remove: words.results.remove, href: filterUrl(urls.meetings, meetings, { ...filter, free, page: 1 }) };
}

function nearView({ db, words, meetings }: Site, { filter, from }: MeetingQuestion, found: FoundMeetings): NearView {
  const near = filter.free["near"] ?? "";
  const asked = from?.miles ?? usualDistance;
  const to = (label: string) => filterUrl(urls.meetings, meetings, { ...filter, free: { ...filter.free, near: label }, page: 1 });
  return {
    near,
    within: distances.map((miles) => ({ value: String(miles), label: words.meetings.within(miles), chosen: miles === asked })),
    clocks: clocksOf(words, filter.free["tz"] ?? ""),
    unknown: near !== "" && !from,
    note: nearNote(near, from, found, words),
    suggestions: meantPlaces(db, near, from, to),
  };
}

/** The clocks of the country, and one from elsewhere that was asked for. */
function clocksOf({ meetings }: Words, tz: string): Choice[] {
  const known = { "": meetings.clockOfPlace, ...meetings.clocks };
  const all: Record<string, string> = tz in known || !isZone(tz) ? known : { ...known, [tz]: tz };
  return Object.entries(all).map(([value, label]) => ({ value, label, chosen: value === tz }));
}

/** The days that are asked for most, while no day was chosen; then another order. */
function quickPaths({ words, meetings }: Site, filter: Filter, sorts: ResultsView["sorts"]): Path[] {
  const { today, tonight, tomorrow } = words.meetings.quick;
  const on = (label: string, chosen: Chosen) => ({
    label,
    href: filterUrl(urls.meetings, meetings, { ...filter, chosen: { ...filter.chosen, ...chosen }, page: 1 }),
  });
  const days = [
    on(today, { day: ["today"] }),
    on(tonight, { day: ["today"], time: ["evening", "night"] }),
    on(tomorrow, { day: ["tomorrow"] }),
  ];
  return [...(filter.chosen["day"] ? [] : days), ...sorts.filter(({ current }) => !current).slice(0, 1)];
}

/** Where to go while this site has no meetings of its own. */
/** Whether no feed has brought any meeting yet. */
function isEmpty({ meetings }: Site): boolean {
  return meetings.numbers.length === 0;
}

function emptyPaths({ words, programs }: Site): Path[] {
  const to = (format: string) => filterUrl(urls.programs, programs, { ...noFilter, chosen: { format: [format] } });
  const { finder, phone, near } = words.meetings.emptyPaths;
  return [
    { label: finder, href: to("video") },
    { label: phone, href: to("phone") },
    { label: near, href: to("in-person") },
  ];
}
