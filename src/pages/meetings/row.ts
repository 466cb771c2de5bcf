import type { MeetingCard } from "../../meetings/card.ts";
import { type Dial, dialOf, dialUrl } from "../../meetings/dial.ts";
import { formatsOf } from "../../meetings/join.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import { knowsItsWeeks, statusAt, weeksOf } from "../../meetings/schedule/next.ts";
import type { UpcomingRow } from "../../meetings/search.ts";
import type { Context } from "../../site/site.ts";
import { withQuery } from "../../site/urls.ts";
import { sayDate } from "../../words/dates.ts";
import { inLanguage } from "../../words/languages.ts";
import type { Words } from "../../words/words.ts";
import { hostOf } from "../programs/contacts.ts";
import { joinViews } from "../programs/row.ts";
import { sayOccurrence, sayWeeks, sayYourTime } from "./times.ts";

/** A meeting as a row of results: readable aloud in this order. */
export interface MeetingRow {
  name: string;
  href: string;
  when: string;
  yourTime: string | null;
  miles: string | null;
  join: { icon: string; label: string }[];
  /** Place, how often, program: said in one line. */
  facts: string;
  steps: Step[];
  provenance: string;
}

/** Something to press. */
export interface Step {
  /** The first is the primary button, the rest are secondary. */
  kind: "primary" | "secondary";
  label: string;
  /** Null for a number as it was written, which nobody can dial. */
  href: string | null;
  /** What to key in once the call is answered: "then 850 1126 9892 #, code 040728 #". */
  keys: string | null;
  /** For links off the site: the host, named in words. */
  host: string | null;
}

interface RowOptions {
  /** The zone of the reader's own clock, where it is known. */
  tz: string | null;
  /** False where all rows are of one program, so that none needs to name it. */
  showProgram: boolean;
}

/** Rows under one heading: on now, starting soon, after that. */
export interface MeetingGroup {
  heading: string | null;
  rows: MeetingRow[];
}

type Soon = "on-now" | "soon" | "later" | "none";

/** What is on now comes first, also where a paused meeting would have begun before it. */
const soonOrder: readonly (Soon | null)[] = [null, "on-now", "soon", "later", "none"];

/** Meetings as rows, grouped by how soon they begin where that is their order. */
export function meetingGroups(context: Context, upcoming: readonly UpcomingRow[], options: RowOptions, grouped: boolean): MeetingGroup[] {
  const groups = new Map<Soon | null, MeetingRow[]>();
  for (const row of upcoming) {
    const soon = grouped ? howSoon(row, context.now) : null;
    groups.set(soon, [...(groups.get(soon) ?? []), meetingRow(context, row, options)]);
  }
  const headings = context.words.meetings.groups;
  const inOrder = [...groups].sort(([a], [b]) => soonOrder.indexOf(a) - soonOrder.indexOf(b));
  return inOrder.map(([soon, rows]) => ({ heading: soon !== null && groups.size > 1 ? headings[soon] : null, rows }));
}

/** On now, soon or later. Nobody is sent to a door that may be locked: what is paused, or meets in weeks not known, is never now. */
export function howSoon({ meeting: { zone, frequency, join }, occurrence }: MeetingCard, now: number): Soon {
  if (!occurrence || !zone) return "none";
  return join === "paused" || !knowsItsWeeks(frequency) ? "later" : statusAt(occurrence, zone.name, now, weeksOf(frequency));
}

/** One meeting as a row. */
export function meetingRow(context: Context, row: UpcomingRow, { tz, showProgram }: RowOptions): MeetingRow {
  const { words, urls, feedNames } = context;
  const { meeting, occurrence, startsAt, miles } = row;
  const zone = meeting.zone?.name ?? null;
  const yourTime = startsAt !== null && occurrence && tz !== null && tz !== zone ? sayYourTime(startsAt, tz, occurrence.day, words) : null;
  const program = showProgram ? programName(context, meeting.program) : null;
  const paused = meeting.join === "paused";
  const usual = occurrence ? sayOccurrence(occurrence, zone, words) : words.meetings.byArrangement;
  return {
    name: meeting.name,
    href: withQuery(urls.meeting(meeting.id), { tz: yourTime === null ? "" : (tz ?? "") }),
    when: paused ? words.meetings.join.paused : usual,
    miles: miles === null ? null : words.meetings.miles(miles),
    yourTime,
    join: paused ? [] : waysToJoin(context, meeting),
    facts: [
      paused && occurrence && words.meetings.usually(usual),
      whereOf(meeting, words),
      sayWeeks(meeting.frequency, occurrence, words),
      program,
    ]
      .filter(Boolean)
      .join(" · "),
    steps: stepsOf(meeting, words),
    provenance: words.meetings.provenance(feedNames.get(meeting.feed) ?? meeting.feed, meeting.updated && sayDate(meeting.updated, words)),
  };
}

/** The ways to join, each with its icon; where none is open, why. */
function waysToJoin(context: Context, { join, online, phone }: Meeting): MeetingRow["join"] {
  const formats = formatsOf(join, { url: online !== null, phone: phone !== null });
  return formats.length > 0 ? joinViews(context, formats) : [{ icon: "clock", label: context.words.meetings.join[join] }];
}

/** What one presses to join: the phone first, because it needs least of the line. A number that cannot be dialed comes last, in its own words. */
export function stepsOf({ online, phone }: Pick<Meeting, "online" | "phone">, words: Words): Step[] {
  const dial = dialOf({ online, phone });
  const call = dial ? [{ label: words.card.call(sayDial(dial, words)), href: dialUrl(dial), keys: sayKeys(dial, words), host: null }] : [];
  const link = online ? [{ label: words.meetings.joinOnline, href: online.url, keys: null, host: hostOf(online.url) }] : [];
  const written = phone && !dial ? [{ label: words.meetings.phoneAsWritten(phone.number), href: null, keys: null, host: null }] : [];
  return [...call, ...link, ...written].map((step, at) => ({ ...step, kind: at === 0 && step.href !== null ? "primary" : "secondary" }));
}

function sayDial({ number, country }: Dial, { meetings }: Words): string {
  return country === null ? number : meetings.abroad(number, country);
}

function sayKeys({ codes, extension }: Dial, { meetings }: Words): string | null {
  return meetings.keyIn(codes, extension) || null;
}

function whereOf({ place: { name, city, state } }: Meeting, { list }: Words): string | null {
  return list.comma([name, city, state].filter((part): part is string => part !== null && part !== "")) || null;
}

/** What a program is called; its id where the catalog no longer has it. */
export function programName({ meetings, words }: Pick<Context, "meetings" | "words">, id: string): string {
  const program = meetings.facets.find(({ name }) => name === "program")?.values.find((value) => value.id === id);
  return program ? inLanguage(program.label, words.language) : id;
}
