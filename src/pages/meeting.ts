import type { RequestHandler } from "express";
import { feedState } from "../feeds/state.ts";
import { sayDate } from "../listing/date.ts";
import { inLanguage } from "../listing/text.ts";
import { findMeeting, meetingsLike } from "../meetings/find.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { nextStart, weeksOf } from "../meetings/schedule.ts";
import { findProgram } from "../programs/find.ts";
import { NotFound } from "../web/errors.ts";
import type { Words } from "../words/en.ts";
import { knownValue } from "./asked.ts";
import { hostOf } from "./contacts.ts";
import { page } from "./frame.ts";
import { programName, type Step, stepsOf } from "./meeting-rows.ts";
import type { Site } from "./site.ts";
import { geoUrl, mapUrl, urls } from "./urls.ts";
import { sayOccurrence, sayWeeks } from "./when.ts";

interface MeetingView {
  name: string;
  join: string;
  when: string[];
  next: string | null;
  zoneNote: string | null;
  /** Not changed for so long that one should call first. */
  stale: boolean;
  steps: Step[];
  joinNotes: string[];
  place: { lines: string[]; map: { href: string; host: string } | null; geo: string | null; notes: string | null };
  facts: { term: string; detail: string }[];
  program: { label: string; href: string } | null;
  notes: string | null;
  byGroup: Other[];
  atPlace: Other[];
  ownPage: { href: string; host: string } | null;
  source: string;
  calendarUrl: string | null;
}

interface Other {
  label: string;
  href: string;
  when: string;
}

const year = 365 * 86_400_000;

/** One meeting: when, how to join, where, and how far it can be trusted. */
export function meetingPage(site: Site): RequestHandler<{ id: string }> {
  const show = page<MeetingView>(site, "pages/meeting");
  return (req, res) => {
    const meeting = findMeeting(site.db, req.params.id);
    if (!meeting) throw new NotFound(req.params.id);
    const head = {
      title: meeting.name,
      description: [programName(site, meeting.program), ...whenOf(meeting, site.words)].join(", "),
      path: urls.meeting(meeting.id),
      section: "meetings" as const,
      fleeting: true,
    };
    show(req, res, head, meetingView(site, meeting, site.now()));
  };
}

function meetingView(site: Site, meeting: Meeting, now: number): MeetingView {
  const { db, words } = site;
  const { online, phone, place, updated } = meeting;
  const { byGroup, atPlace } = meetingsLike(db, meeting);
  return {
    name: meeting.name,
    join: words.meetings.join[meeting.join]!,
    when: whenOf(meeting, words),
    next: nextOf(meeting, now, words),
    zoneNote: meeting.zone && words.meetings.zoneFrom[meeting.zone.from]!,
    stale: updated !== null && now - Date.parse(updated) > year,
    steps: stepsOf(meeting, words),
    joinNotes: [...new Set([online?.notes, phone?.notes])].filter((note) => typeof note === "string"),
    place: placeView(place),
    facts: factsOf(site, meeting),
    program: findProgram(db, meeting.program) && { label: programName(site, meeting.program), href: urls.program(meeting.program) },
    notes: meeting.notes,
    byGroup: byGroup.map((other) => otherView(other, words)),
    atPlace: atPlace.map((other) => otherView(other, words)),
    ownPage: meeting.url === null ? null : linkTo(meeting.url),
    source: sourceOf(site, meeting),
    calendarUrl: meeting.zone && meeting.occurrences.length > 0 ? `${urls.meeting(meeting.id)}.ics` : null,
  };
}

/** All its times; what is not every week says so. */
function whenOf({ occurrences, zone, frequency }: Meeting, words: Words): string[] {
  if (occurrences.length === 0) return [words.meetings.byArrangement];
  return occurrences.map((occurrence) => {
    const weeks = sayWeeks(frequency, occurrence, words);
    return sayOccurrence(occurrence, zone?.name ?? null, words) + (weeks ? ` (${weeks})` : "");
  });
}

function nextOf({ occurrences, zone, frequency }: Meeting, now: number, words: Words): string | null {
  const unknowable = !frequency.sure || (frequency.value === "monthly" && weeksOf(frequency).length === 0);
  if (!zone || occurrences.length === 0 || unknowable) return null;
  const starts = occurrences.map((occurrence) => nextStart(occurrence, zone.name, now, weeksOf(frequency)));
  const at = new Date(Math.min(...starts));
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone.name, dateStyle: "short" }).format(at);
  return words.meetings.nextTime(sayDate(day, words));
}

function placeView({ name, street, city, state, zip, point, approximate, notes }: Meeting["place"]): MeetingView["place"] {
  const town = [city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  const exact = point && !approximate;
  return {
    lines: [name, street, town].filter((line): line is string => line !== null && line !== ""),
    map: exact ? linkTo(mapUrl(point.latitude, point.longitude)) : null,
    geo: exact ? geoUrl(point.latitude, point.longitude) : null,
    notes,
  };
}

const linkTo = (href: string) => ({ href, host: hostOf(href) });

function factsOf({ meetings, words }: Site, { types, otherTypes, group, languages }: Meeting): MeetingView["facts"] {
  const labels = (facet: string, ids: readonly string[]) =>
    ids.map((id) => {
      const value = knownValue(meetings, facet, id);
      return value ? inLanguage(value.label, words.language) : id;
    });
  const facts: [string, string][] = [
    [words.meetings.types, [...labels("type", types), ...otherTypes].join(words.list.comma)],
    [words.program.languagesLabel, labels("language", languages).join(words.list.comma)],
    [words.meetings.group, group ?? ""],
  ];
  return facts.filter(([, detail]) => detail !== "").map(([term, detail]) => ({ term, detail }));
}

function otherView(meeting: Meeting, words: Words): Other {
  return { label: meeting.name, href: urls.meeting(meeting.id), when: whenOf(meeting, words).join("; ") };
}

function sourceOf({ db, words }: Site, { feed, updated }: Meeting): string {
  const { fetched } = feedState(db, feed);
  const changed = words.meetings.honest(feed, updated && sayDate(updated, words));
  return fetched ? `${changed} ${words.meetings.fetched(sayDate(fetched.slice(0, 10), words))}` : changed;
}
