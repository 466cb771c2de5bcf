import type { RequestHandler } from "express";
import { timeId } from "../../formats/ical.ts";
import type { Closure } from "../../meetings/closures.ts";
import { findGroup, type Group } from "../../meetings/find-group.ts";
import { hasRoom } from "../../meetings/join.ts";
import type { Meeting, Occurrence } from "../../meetings/meeting.ts";
import { knowsItsWeeks, nextStart, weeksOf } from "../../meetings/schedule/next.ts";
import { nameOfGroup, timesOfGroup } from "../../meetings/upcoming-groups.ts";
import { dateInZone, inZone } from "../../places/wall-clock.ts";
import { findProgram } from "../../programs/find.ts";
import { parseFilter } from "../../search/filter.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { inFormat, withQuery } from "../../site/urls.ts";
import type { WayOn } from "../../web/errors.ts";
import { sayDate, sayDay } from "../../words/dates.ts";
import type { Words } from "../../words/words.ts";
import { meetingElsewhere } from "../elsewhere.ts";
import { type Fact, knownFacts } from "../facts.ts";
import { type Head, page } from "../frame.ts";
import { labelOf } from "../results/sentence.ts";
import { groupNow, sayClosed } from "./closed.ts";
import { newestUpdate, sourcesOf } from "./feed-sources.ts";
import { type Others, othersOf } from "./others.ts";
import { addressTown, linkTo, type RoomView, roomView } from "./room.ts";
import { howSoon, isStale, programName } from "./row.ts";
import { joinNotesOf, type Step, stepsOf } from "./steps.ts";
import { sayHowSoon, sayTimes, sayYourTime } from "./times.ts";
import { inCommon, type Variant, variantsOf } from "./variants.ts";

interface GroupView {
  name: string;
  program: { label: string; href: string | null };
  when: string[];
  next: string | null;
  calendarUrl: string | null;
  /** A calendar for each of its times, if there are several. */
  calendars: WayOn[];
  join: string;
  /** Until when it is closed, and why; null if it is open. */
  closed: string | null;
  /** Note that it has not changed for so long that one should ask first; null otherwise. */
  stale: string | null;
  /** True while it is on: then the way to join it is the lit button. */
  lit: boolean;
  steps: Step[];
  joinNotes: string[];
  place: RoomView;
  facts: Fact[];
  notes: string | null;
  variants: Variant[];
  others: Others[];
  ownPage: { href: string; host: string } | null;
  /** Where it comes from and how old that is, sentence by sentence. */
  sources: string[];
  reportUrl: string;
}

/**
 * Serves a meeting's group; with `tz`, its next time by the reader's clock. It is at the id of each of its meetings, so that a printed link
 * stays valid when the group changes another of its times; one of them is its canonical address.
 */
export function meetingPage(site: Site, edition: Edition): RequestHandler<{ id: string }> {
  return page<GroupView, { id: string }>(site, edition, "meetings/meeting", (context, req) => {
    const listed = findGroup(context.meetings, req.params.id);
    if (!listed) throw meetingElsewhere(context, req.params.id);
    const { group, closure } = groupNow(context, listed);
    const tz = parseFilter(context.meetings, req.query).parameters["tz"] ?? null;
    return {
      head: groupHead(context, group, tz),
      show: () => groupView(context, group, closure, tz),
    };
  });
}

function groupHead(context: Context, group: Group, tz: string | null): Head {
  const path = context.urls.meeting(group.id);
  const [meeting] = group.meetings;
  const { program, join } = meeting;
  return {
    title: nameOfGroup(group.times),
    description: context.words.list.comma([
      programName(context, program),
      ...(join === "paused" ? [context.words.meetings.join.paused] : sayGroupTimes(context, group)),
    ]),
    path,
    address: withQuery(path, { tz: tz ?? "" }),
    indexed: tz === null,
    section: "meetings",
    freshness: "a minute",
  };
}

function groupView(context: Context, group: Group, closure: Closure | null, tz: string | null): GroupView {
  const { db, words, urls, now } = context;
  const { meetings, times } = group;
  const [meeting] = meetings;
  const known = findProgram(db, meeting.program) !== null;
  const variants = variantsOf(context, group);
  const notes = inCommon(meetings, ({ notes }) => [notes]);
  return {
    name: nameOfGroup(times),
    program: { label: programName(context, meeting.program), href: known ? urls.program(meeting.program) : null },
    when: whenOf(context, group),
    next: nextOf(context, meeting, timesOfGroup(times), tz),
    ...calendarsOf(context, group),
    join: words.meetings.join[meeting.join],
    closed: closure && sayClosed(closure, words),
    stale: staleNote(context, meetings),
    lit: times.some((time) => howSoon(time, now) === "on-now"),
    steps: stepsOf(meeting, words),
    joinNotes: joinNotesOf(meeting),
    place: roomView(meeting),
    facts: factsOf(context, meetings),
    notes: notes[0] ?? null,
    variants,
    others: othersOf(context, group),
    ownPage: meeting.url === null ? null : linkTo(meeting.url),
    sources: sourcesOf(context, group),
    reportUrl: urls.reportAbout(`meetings/${meeting.id}`),
  };
}

/** Returns when it meets; if it is paused, when it usually does. */
function whenOf(context: Context, group: Group): string[] {
  const times = sayGroupTimes(context, group);
  const isPaused = group.meetings[0].join === "paused" && timesOfGroup(group.times).length > 0;
  return isPaused ? times.map(context.words.meetings.usually) : times;
}

function sayGroupTimes({ words }: Context, { meetings: [{ zone, frequency }], times }: Group): string[] {
  return sayTimes({ occurrences: timesOfGroup(times), zone, frequency }, words);
}

/** Returns the addresses of a calendar of the group and of each of its times; none if there is nothing to put into them. */
function calendarsOf({ urls, words }: Context, { id, meetings, times }: Group): Pick<GroupView, "calendarUrl" | "calendars"> {
  const timed = times.flatMap(({ meeting, occurrence }) => (occurrence ? [{ meeting, occurrence }] : []));
  if (timed.length === 0 || meetings[0].join === "paused") return { calendarUrl: null, calendars: [] };
  const calendars = timed.map(({ meeting, occurrence }) => ({
    label: `${words.shortDays[occurrence.day]} ${words.clocks([occurrence.start])}`,
    href: withQuery(inFormat(urls.meeting(meeting.id), "ics"), { time: timeId(meeting, occurrence) }),
  }));
  return { calendarUrl: inFormat(urls.meeting(id), "ics"), calendars: timed.length > 1 ? calendars : [] };
}

/** Dates the group by its newest update: it may change one of its meetings and leave the others. */
function staleNote({ now, words }: Context, all: Group["meetings"]): string | null {
  const { meetings } = words;
  const [meeting] = all;
  const updated = newestUpdate(all);
  if (meeting.join === "paused" || updated === null || !isStale({ updated }, now)) return null;
  return (hasRoom(meeting) ? meetings.stale : meetings.staleOnline)(sayDate(updated.slice(0, "2024-05".length), words));
}

function nextOf(
  { now, words }: Context,
  { join, zone, frequency }: Meeting,
  occurrences: readonly Occurrence[],
  tz: string | null,
): string | null {
  if (join === "paused" || !zone || occurrences.length === 0 || !knowsItsWeeks(frequency)) return null;
  const starts = occurrences.map((occurrence) => nextStart(occurrence, zone.name, now, weeksOf(frequency)));
  const start = Math.min(...starts);
  const yours = tz !== null && tz !== zone.name ? ` (${sayYourTime(start, tz, inZone(start, zone.name).day, words)})` : "";
  const said = start <= now ? words.meetings.groups["on-now"] : sayNext(start, zone.name, words);
  return [said + yours, sayHowSoon(start, now, words)].filter((part) => part !== null).join(", ");
}

/** Returns "Next: Monday, 30 Nov 2026". */
function sayNext(start: number, zone: string, words: Words): string {
  return words.meetings.nextTime(sayDay(inZone(start, zone).day, words), sayDate(dateInZone(start, zone), words));
}

/** Returns the facts that are true of all its meetings. */
function factsOf({ meetings, words }: Context, all: Group["meetings"]): Fact[] {
  const [meeting] = all;
  const languages = inCommon(all, (one) => one.languages);
  const labels = (facet: string, ids: readonly string[]) => ids.map((id) => labelOf(meetings, facet, id, words));
  const types = [
    ...labels(
      "type",
      inCommon(all, (one) => one.types),
    ),
    ...inCommon(all, (one) => one.otherTypes),
  ];
  const spoken = languages.some((language) => language !== "en") ? labels("language", languages) : [];
  return knownFacts([
    [words.meetings.types, words.list.comma(types)],
    [words.program.languagesLabel, words.list.comma(spoken)],
    [words.meetings.group, meeting.group],
    [words.meetings.homeTown, hasRoom(meeting) ? null : addressTown(meeting)],
  ]);
}
