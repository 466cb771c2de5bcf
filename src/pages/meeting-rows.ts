import { noFilter } from "../facets/filter.ts";
import { sayDate } from "../listing/date.ts";
import { sayNumber } from "../listing/phone.ts";
import type { MeetingCard } from "../meetings/card.ts";
import { formatsOf } from "../meetings/join.ts";
import { knowsItsWeeks, stateOf, weeksOf } from "../meetings/schedule.ts";
import { type Coming, searchMeetings } from "../meetings/search.ts";
import type { Words } from "../words/en.ts";
import { hostOf, joinIcons, valueLabels } from "./contacts.ts";
import type { Site } from "./site.ts";
import { callUrl, filterUrl, urls } from "./urls.ts";
import { sayOccurrence, sayWeeks, sayYourTime } from "./when.ts";

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
  href: string;
  /** For links off the site: the host, named in words. */
  host: string | null;
}

/** For whom rows are made. */
interface Reader {
  /** The zone of the reader's own clock, where it is known. */
  tz: string | null;
  /** False where all rows are of one program, which then needs no saying in each. */
  ofProgram: boolean;
}

/** Rows under one heading: on now, starting soon, after that. */
export interface MeetingGroup {
  heading: string | null;
  rows: MeetingRow[];
}

/** Meetings as rows, grouped by how soon they begin where that is their order. */
export function meetingGroups(site: Site, coming: readonly Coming[], now: number, reader: Reader, grouped: boolean): MeetingGroup[] {
  if (!grouped) return coming.length > 0 ? [{ heading: null, rows: coming.map((one) => meetingRow(site, one, reader)) }] : [];
  const groups = new Map<string, MeetingRow[]>();
  for (const one of coming) {
    const state = howSoon(one.card, now);
    groups.set(state, [...(groups.get(state) ?? []), meetingRow(site, one, reader)]);
  }
  return [...groups].map(([state, rows]) => ({ heading: groups.size > 1 ? site.words.meetings.groups[state]! : null, rows }));
}

/** On now, soon or later. Nobody is sent to a door that may be locked: what is paused, or meets in weeks not known, is never now. */
export function howSoon({ occurrence, zone, frequency, join }: MeetingCard, now: number): "on-now" | "soon" | "later" | "none" {
  if (!occurrence || !zone) return "none";
  return join === "paused" || !knowsItsWeeks(frequency) ? "later" : stateOf(occurrence, zone, now, weeksOf(frequency));
}

/** One meeting as a row. */
export function meetingRow(site: Site, { card, startsAt, miles }: Coming, { tz, ofProgram }: Reader): MeetingRow {
  const { words } = site;
  const { occurrence, zone } = card;
  const otherClock = startsAt !== null && tz !== null && tz !== zone ? { tz } : null;
  return {
    name: card.name,
    href: otherClock ? filterUrl(urls.meeting(card.id), site.meetings, { ...noFilter, free: otherClock }) : urls.meeting(card.id),
    when: occurrence ? sayOccurrence(occurrence, zone, words) : words.meetings.byArrangement,
    miles: miles === null ? null : words.meetings.miles(miles),
    yourTime: otherClock ? sayYourTime(startsAt!, otherClock.tz, occurrence!.day, words) : null,
    join: waysOf(card, words),
    facts: [whereOf(card), sayWeeks(card.frequency, occurrence, words), ofProgram ? programName(site, card.program) : null]
      .filter(Boolean)
      .join(" · "),
    steps: stepsOf(card, words),
    provenance: words.meetings.provenance(site.feedNames.get(card.feed) ?? card.feed, card.updated && sayDate(card.updated, words)),
  };
}

/** The ways to join, each with its icon; where none is left, why. */
function waysOf({ join, online, phone }: MeetingCard, words: Words): MeetingRow["join"] {
  const formats = formatsOf(join, { url: online !== null, phone: phone !== null });
  if (formats.length === 0) return [{ icon: "clock", label: words.meetings.join[join]! }];
  return formats.map((format) => ({ icon: joinIcons[format]!, label: valueLabels("format", [format], words)[0]! }));
}

/** What one presses to join: the phone first, because it asks least of the line. Codes behind a comma are dialed, not shown. */
export function stepsOf({ online, phone }: Pick<MeetingCard, "online" | "phone">, words: Words): Step[] {
  const number = phone?.number.replace(/[^\d+,;*#]/g, "");
  const call = number ? [{ label: words.card.call(sayNumber(number.split(/[,;]/)[0]!)), href: callUrl(number), host: null }] : [];
  const link = online ? [{ label: words.meetings.joinOnline, href: online.url, host: hostOf(online.url) }] : [];
  return [...call, ...link].map((step, at) => ({ ...step, kind: at === 0 ? "primary" : "secondary" }));
}

function whereOf({ place, city, state }: MeetingCard): string | null {
  return [place, city, state].filter(Boolean).join(", ") || null;
}

/** What a program is called; its id where the catalog no longer has it. */
export function programName({ meetings }: Pick<Site, "meetings">, id: string): string {
  const programs = meetings.facets.find(({ name }) => name === "program")!;
  return programs.values.find((value) => value.id === id)?.label.en ?? id;
}

/** Up to three meetings that are on now or begin within the hour, and that need no travel. */
export function meetingsNow(site: Site, now: number): MeetingRow[] {
  const { coming } = searchMeetings(site.meetings, { ...noFilter, chosen: { format: ["phone", "video"] } }, now, null);
  const soon = coming.filter(({ card }) => ["on-now", "soon"].includes(howSoon(card, now)));
  return soon.slice(0, 3).map((one) => meetingRow(site, one, { tz: null, ofProgram: true }));
}
