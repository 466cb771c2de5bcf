import type { RequestHandler } from "express";
import { feedState } from "../../feeds/state.ts";
import { type Closure, whileClosed } from "../../meetings/closures.ts";
import { findMeeting } from "../../meetings/find.ts";
import { hasRoom } from "../../meetings/join.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import { knowsItsWeeks, nextStart, weeksOf } from "../../meetings/schedule/next.ts";
import { dateInZone, inZone } from "../../places/wall-clock.ts";
import { findProgram } from "../../programs/find.ts";
import { parseFilter } from "../../search/filter.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { directionsUrl, geoUrl, inFormat, withQuery } from "../../site/urls.ts";
import { NotFound } from "../../web/errors.ts";
import { sayDate, sayDay } from "../../words/dates.ts";
import type { Words } from "../../words/words.ts";
import { type Head, page } from "../frame.ts";
import { hostOf } from "../programs/contacts.ts";
import { labelOf } from "../results/sentence.ts";
import { closureNow, sayClosed } from "./closed.ts";
import { type Others, othersOf } from "./others.ts";
import { howSoon, isStale, programName } from "./row.ts";
import { joinNotesOf, type Step, stepsOf } from "./steps.ts";
import { sayHowSoon, sayTimes, sayYourTime } from "./times.ts";

interface MeetingView {
  name: string;
  program: { label: string; href: string | null };
  when: string[];
  next: string | null;
  calendarUrl: string | null;
  join: string;
  /** Until when it is closed, and why; null while it is not. */
  closed: string | null;
  /** For what has not changed for so long that one should ask first. */
  stale: string | null;
  /** True while it is on: then the way to join it is the lit button. */
  lit: boolean;
  steps: Step[];
  joinNotes: string[];
  place: RoomView;
  facts: { term: string; detail: string }[];
  notes: string | null;
  others: Others[];
  ownPage: { href: string; host: string } | null;
  /** Where it comes from and how old that is, sentence by sentence. */
  source: string;
  reportUrl: string;
}

/** Where one can go; no lines where one cannot. */
interface RoomView {
  lines: string[];
  map: { href: string; host: string } | null;
  geo: string | null;
  notes: string | null;
}

/** One meeting: when, how to join, where, and how far it can be trusted. With `tz`, its next time by the reader's clock. */
export function meetingPage(site: Site, edition: Edition): RequestHandler<{ id: string }> {
  return page<MeetingView, { id: string }>(site, edition, "meetings/meeting", (context, req) => {
    const listed = findMeeting(context.db, req.params.id);
    if (!listed) throw new NotFound(req.params.id);
    const closure = closureNow(context, listed);
    const meeting = closure ? whileClosed(listed, closure) : listed;
    const tz = parseFilter(context.meetings, req.query).parameters["tz"] ?? null;
    return {
      head: meetingHead(context, meeting, tz),
      show: () => ({ ...meetingView(context, meeting, tz), others: othersOf(context, listed), ...closedView(context, closure) }),
    };
  });
}

function meetingHead(context: Context, meeting: Meeting, tz: string | null): Head {
  const path = context.urls.meeting(meeting.id);
  return {
    title: meeting.name,
    description: context.words.list.comma([
      programName(context, meeting.program),
      ...(meeting.join === "paused" ? [context.words.meetings.join.paused] : sayTimes(meeting, context.words)),
    ]),
    path,
    address: withQuery(path, { tz: tz ?? "" }),
    indexed: tz === null,
    section: "meetings",
    freshness: "a minute",
  };
}

function closedView({ words }: Context, closure: Closure | null): Pick<MeetingView, "closed"> {
  return { closed: closure && sayClosed(closure, words) };
}

function meetingView(context: Context, meeting: Meeting, tz: string | null): Omit<MeetingView, "closed" | "others"> {
  const { db, words, urls, now } = context;
  const { occurrences } = meeting;
  const known = findProgram(db, meeting.program) !== null;
  return {
    name: meeting.name,
    program: { label: programName(context, meeting.program), href: known ? urls.program(meeting.program) : null },
    when: whenOf(context, meeting),
    next: nextOf(context, meeting, tz),
    calendarUrl: occurrences.length > 0 && meeting.join !== "paused" ? inFormat(urls.meeting(meeting.id), "ics") : null,
    join: words.meetings.join[meeting.join],
    stale: staleNote(context, meeting),
    lit: occurrences.some((occurrence) => howSoon({ meeting, occurrence }, now) === "on-now"),
    steps: stepsOf(meeting, words),
    joinNotes: joinNotesOf(meeting),
    place: placeView(meeting),
    facts: factsOf(context, meeting),
    notes: meeting.notes,
    ownPage: meeting.url === null ? null : linkTo(meeting.url),
    source: sourceOf(context, meeting),
    reportUrl: urls.reportAbout(`meetings/${meeting.id}`),
  };
}

/** When it meets; where it is paused, when it would. */
function whenOf({ words }: Pick<Context, "words">, meeting: Meeting): string[] {
  const times = sayTimes(meeting, words);
  return meeting.join === "paused" && meeting.occurrences.length > 0 ? times.map(words.meetings.usually) : times;
}

function staleNote({ now, words }: Context, meeting: Meeting): string | null {
  const { meetings } = words;
  if (meeting.join === "paused" || meeting.updated === null || !isStale(meeting, now)) return null;
  return (hasRoom(meeting) ? meetings.stale : meetings.staleOnline)(sayDate(meeting.updated.slice(0, "2024-05".length), words));
}

function nextOf({ now, words }: Context, { join, occurrences, zone, frequency }: Meeting, tz: string | null): string | null {
  if (join === "paused" || !zone || occurrences.length === 0 || !knowsItsWeeks(frequency)) return null;
  const starts = occurrences.map((occurrence) => nextStart(occurrence, zone.name, now, weeksOf(frequency)));
  const start = Math.min(...starts);
  const yours = tz !== null && tz !== zone.name ? ` (${sayYourTime(start, tz, inZone(start, zone.name).day, words)})` : "";
  const said = start <= now ? words.meetings.groups["on-now"] : sayNext(start, zone.name, words);
  return [said + yours, sayHowSoon(start, now, words)].filter((part) => part !== null).join(", ");
}

/** "Next: Monday, 30 Nov 2026". */
function sayNext(start: number, zone: string, words: Words): string {
  return words.meetings.nextTime(sayDay(inZone(start, zone).day, words), sayDate(dateInZone(start, zone), words));
}

function placeView(meeting: Meeting): RoomView {
  if (!hasRoom(meeting)) return { lines: [], map: null, geo: null, notes: null };
  const { name, street, point, approximate, notes } = meeting.place;
  // Nobody is led to a door that is shut for now.
  const exact = point && !approximate && meeting.join !== "paused";
  return {
    lines: [name, street, townOf(meeting)].filter((line): line is string => line !== null && line !== ""),
    map: exact ? linkTo(directionsUrl(point.latitude, point.longitude)) : null,
    geo: exact ? geoUrl(point.latitude, point.longitude) : null,
    notes,
  };
}

/** As on an envelope, in whatever language: "Bigfork, MT 59911". */
export function townOf({ place: { city, state, zip } }: Meeting): string {
  return [city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

const linkTo = (href: string) => ({ href, host: hostOf(href) });

function factsOf({ meetings, words }: Context, meeting: Meeting): MeetingView["facts"] {
  const { types, otherTypes, group, languages } = meeting;
  const labels = (facet: string, ids: readonly string[]) => ids.map((id) => labelOf(meetings, facet, id, words));
  const spoken = languages.some((language) => language !== "en") ? labels("language", languages) : [];
  const facts: [string, string][] = [
    [words.meetings.types, words.list.comma([...labels("type", types), ...otherTypes])],
    [words.program.languagesLabel, words.list.comma(spoken)],
    [words.meetings.group, group ?? ""],
    [words.meetings.homeTown, hasRoom(meeting) ? "" : townOf(meeting)],
  ];
  return facts.filter(([, detail]) => detail !== "").map(([term, detail]) => ({ term, detail }));
}

function sourceOf({ db, feedNames, words }: Context, { feed, updated, zone }: Meeting): string {
  const { fetched } = feedState(db, feed);
  const { listed, changed, notConfirmed, zoneFrom } = words.meetings;
  return [
    listed(feedNames.get(feed) ?? feed),
    updated && changed(sayDate(updated, words)),
    fetched && words.meetings.fetched(sayDate(fetched.slice(0, 10), words)),
    notConfirmed,
    zone && zoneFrom[zone.from],
  ]
    .filter(Boolean)
    .join(" ");
}
