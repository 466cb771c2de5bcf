import type { MeetingCard } from "../../meetings/card.ts";
import { formatsOf, hasRoom } from "../../meetings/join.ts";
import type { Meeting, Occurrence } from "../../meetings/meeting.ts";
import { isInTime } from "../../meetings/schedule/in-time.ts";
import { knowsItsWeeks, statusAt, weeksOf } from "../../meetings/schedule/next.ts";
import { idOfGroup, nameOfGroup, timesOfGroup, type UpcomingGroup, type UpcomingTime } from "../../meetings/upcoming-groups.ts";
import { dateInZone } from "../../places/wall-clock.ts";
import type { Context } from "../../site/site.ts";
import { withQuery } from "../../site/urls.ts";
import { sayDate } from "../../words/dates.ts";
import { inLanguage } from "../../words/languages.ts";
import type { Words } from "../../words/words.ts";
import { valueLabels } from "../programs/contacts.ts";
import { sayClosed } from "./closed.ts";
import { directionsTo, joinNotesOf, type Step, stepsOf } from "./steps.ts";
import { type DayOfTimes, sayHowSoon, sayOccurrence, sayWeek, sayWeeks, sayYourTime } from "./times.ts";

/** A group at one place as a row of results, in an order for reading aloud. */
export interface MeetingRow {
  name: string;
  href: string;
  /** True while it is on and can be joined from home. */
  lit: boolean;
  /** Name, street, town and state of the place; null without a room. */
  where: string | null;
  miles: string | null;
  /** All its times in a week, day by day, the next ones first. */
  times: DayOfTimes[];
  /** "Central", for times that do not include it. */
  zone: string | null;
  yourTime: string | null;
  /** "Starts in 12 minutes", "began 25 minutes ago". */
  soon: string | null;
  /** How to join, how often, which program, each in words. */
  facts: string[];
  steps: Step[];
  /** The step that leads to its room. */
  directions: Step | null;
  /** What its list says about joining, including passcodes. */
  joinNotes: string[];
  /** "Last updated Aug 2020", if that is long ago. */
  stale: string | null;
  /** Until when it is closed, and why. */
  closed: string | null;
}

interface RowOptions {
  /** The time zone of the reader's clock, if known. */
  tz: string | null;
  /** False if all rows are of one program, so that none needs to name it. */
  showProgram: boolean;
}

/** Rows under one heading: on now, starting soon, after that. */
export interface MeetingGroup {
  heading: string | null;
  rows: MeetingRow[];
}

type Soon = "on-now" | "soon" | "later" | "none";

/** What is on now comes first, even if a paused meeting would have begun before it. */
const soonOrder: readonly (Soon | null)[] = [null, "on-now", "soon", "later", "none"];

const year = 365 * 86_400_000;

/** Returns groups as rows, with headings by how soon they meet if `bySoon`. */
export function meetingGroups(context: Context, upcoming: readonly UpcomingGroup[], options: RowOptions, bySoon: boolean): MeetingGroup[] {
  const headings = context.words.meetings.groups;
  const groups = Map.groupBy(upcoming, ({ fitting: [next] }) => (bySoon ? howSoon(next, context.now) : null));
  const inOrder = [...groups].sort(([a], [b]) => soonOrder.indexOf(a) - soonOrder.indexOf(b));
  return inOrder.map(([soon, together]) => ({
    heading: soon !== null && groups.size > 1 ? headings[soon] : null,
    rows: meetingRows(context, together, options),
  }));
}

/** Returns groups as rows. */
export function meetingRows(context: Context, upcoming: readonly UpcomingGroup[], options: RowOptions): MeetingRow[] {
  return upcoming.map((group) => meetingRow(context, group, options));
}

/**
 * Returns how soon a time is. What is paused, or meets in unknown weeks, is "later", never "on-now": nobody is sent to a door that may be
 * locked.
 */
export function howSoon({ meeting: { zone, frequency, join }, occurrence }: MeetingCard, now: number): Soon {
  if (!occurrence || !zone) return "none";
  return join === "paused" || !knowsItsWeeks(frequency) ? "later" : statusAt(occurrence, zone.name, now, weeksOf(frequency));
}

function meetingRow(context: Context, { fitting, times }: UpcomingGroup, { tz, showProgram }: RowOptions): MeetingRow {
  const { words, urls, now } = context;
  const [{ meeting, closure, occurrence, startsAt, miles }] = fitting;
  const paused = meeting.join === "paused";
  const program = showProgram ? programName(context, meeting.program) : null;
  const next = paused ? [] : nextOf(fitting, now);
  const soon = howSoon(fitting[0], now);
  const yourTime = yourTimeOf(next, tz, words);
  return {
    name: nameOfGroup(times),
    href: withQuery(urls.meeting(idOfGroup(times)), { tz: yourTime === null ? "" : (tz ?? "") }),
    lit: !hasRoom(meeting) && soon === "on-now",
    where: whereOf(meeting, words),
    miles: miles === null ? null : sayDistance(meeting, miles, words),
    ...timesOf(context, fitting[0], timesOfGroup(times), next),
    yourTime,
    soon: soon === "on-now" || soon === "soon" ? sayHowSoon(startsAt!, now, words) : null,
    facts: [paused ? "" : waysToJoin(context, meeting), sayWeeks(meeting.frequency, occurrence, words), program].filter(
      (fact): fact is string => fact !== null && fact !== "",
    ),
    ...stepsOfRow(meeting, miles, words),
    joinNotes: joinNotesOf(meeting),
    closed: closure && sayClosed(closure, words),
    stale: isStale(meeting, now) ? words.meetings.lastUpdated(sayDate(meeting.updated!.slice(0, "2024-05".length), words)) : null,
  };
}

/** Says how far away it is; approximately if only its town or ZIP code is known. */
function sayDistance({ place: { point, approximate } }: Meeting, miles: number, { meetings }: Words): string {
  return point === null || approximate ? meetings.aboutMiles(miles) : meetings.miles(miles);
}

/** Returns those of the matching times that come next, on one day. With a place, only those that can be reached in time, unless none can. */
function nextOf(fitting: readonly UpcomingTime[], now: number): UpcomingTime[] {
  const timed = fitting.filter(({ startsAt }) => startsAt !== null);
  const inTime = timed.filter(({ startsAt, miles }) => miles === null || isInTime(startsAt!, now, { travel: true, miles }));
  const dayOf = ({ meeting, startsAt }: UpcomingTime) => dateInZone(startsAt!, meeting.zone?.name ?? "UTC");
  const pool = inTime.length > 0 ? inTime : timed;
  return pool.filter((row) => dayOf(row) === dayOf(pool[0]!));
}

/** Returns a single time in full, or several in short. */
function timesOf(
  { words }: Context,
  { meeting, closure }: UpcomingTime,
  times: readonly Occurrence[],
  next: readonly UpcomingTime[],
): Pick<MeetingRow, "times" | "zone"> {
  const zone = meeting.zone?.name ?? null;
  const [only, another] = times;
  if (only && another) {
    const isNext = (time: Occurrence) => next.some(({ occurrence }) => occurrence?.day === time.day && occurrence.start === time.start);
    return { times: sayWeek(times, isNext, words), zone: words.meetings.zone(zone) };
  }
  const usual = only ? sayOccurrence(only, zone, words) : words.meetings.byArrangement;
  // A closed meeting says so elsewhere, and until when.
  if (meeting.join !== "paused" || closure) return { times: [{ before: null, next: usual, after: null }], zone: null };
  const paused = { before: null, next: words.meetings.join.paused, after: null };
  return { times: only ? [paused, { before: words.meetings.usually(usual), next: null, after: null }] : [paused], zone: null };
}

function yourTimeOf([next]: readonly UpcomingTime[], tz: string | null, words: Words): string | null {
  if (!next?.occurrence || next.startsAt === null || tz === null || tz === next.meeting.zone?.name) return null;
  return sayYourTime(next.startsAt, tz, next.occurrence.day, words);
}

/** Whether its group has not updated it for over a year. */
export function isStale({ updated }: Pick<Meeting, "updated">, now: number): boolean {
  return updated !== null && now - Date.parse(updated) > year;
}

/** Puts the directions first in a search from a place, otherwise last. */
function stepsOfRow(meeting: Meeting, miles: number | null, words: Words): Pick<MeetingRow, "steps" | "directions"> {
  const [steps, directions] = [stepsOf(meeting, words), directionsTo(meeting, words)];
  if (!directions) return { steps, directions };
  return { steps: miles === null ? [...steps, directions] : [directions, ...steps], directions };
}

/** Returns the ways to join; if none is open, why. */
function waysToJoin(context: Context, { join, online, phone }: Meeting): string {
  const formats = formatsOf(join, { url: online !== null, phone: phone !== null });
  return formats.length > 0 ? context.words.card.ways(valueLabels(context, "format", formats)) : context.words.meetings.join[join];
}

function whereOf(meeting: Meeting, { list }: Words): string | null {
  const { name, street, city, state } = meeting.place;
  if (!hasRoom(meeting)) return null;
  return list.comma([name, street, city, state].filter((part): part is string => part !== null && part !== "")) || null;
}

/** Returns what a program is called, or its id if the catalog no longer has it. */
export function programName({ meetings, words }: Pick<Context, "meetings" | "words">, id: string): string {
  const program = meetings.facets.find(({ name }) => name === "program")?.values.find((value) => value.id === id);
  return program ? inLanguage(program.label, words.language) : id;
}
