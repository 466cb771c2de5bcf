import type { RequestHandler } from "express";
import { parseFilter } from "../facets/filter.ts";
import { feedState } from "../feeds/state.ts";
import { sayDate } from "../listing/date.ts";
import { inLanguage } from "../listing/text.ts";
import { findMeeting } from "../meetings/find.ts";
import { formatsOf } from "../meetings/join.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { knowsItsWeeks, nextStart, weeksOf } from "../meetings/schedule.ts";
import { inZone } from "../meetings/zones.ts";
import { isZone } from "../places/zone.ts";
import { findProgram } from "../programs/find.ts";
import { NotFound } from "../web/errors.ts";
import type { Words } from "../words/en.ts";
import { knownValue } from "./asked.ts";
import { hostOf } from "./contacts.ts";
import { page } from "./frame.ts";
import { type Others, othersOf } from "./meeting-others.ts";
import { programName, type Step, stepsOf } from "./meeting-rows.ts";
import type { Site } from "./site.ts";
import { geoUrl, mapUrl, urls, withQuery } from "./urls.ts";
import { sayTimes, sayYourTime } from "./when.ts";

interface MeetingView {
  name: string;
  program: { label: string; href: string | null };
  when: string[];
  next: string | null;
  calendarUrl: string | null;
  join: string;
  /** Said where it has not changed for so long that one should ask first. */
  stale: string | null;
  steps: Step[];
  joinNotes: string[];
  place: PlaceView;
  facts: { term: string; detail: string }[];
  notes: string | null;
  others: Others[];
  ownPage: { href: string; host: string } | null;
  /** Where it comes from and how old that is, sentence by sentence. */
  source: string;
}

/** Where one can go; no lines where one cannot. */
interface PlaceView {
  lines: string[];
  map: { href: string; host: string } | null;
  geo: string | null;
  notes: string | null;
}

const year = 365 * 86_400_000;

/** One meeting: when, how to join, where, and how far it can be trusted. */
export function meetingPage(site: Site): RequestHandler<{ id: string }> {
  const show = page<MeetingView>(site, "pages/meeting");
  return (req, res) => {
    const meeting = findMeeting(site.db, req.params.id);
    if (!meeting) throw new NotFound(req.params.id);
    const tz = parseFilter(site.meetings, req.query).free["tz"] ?? null;
    const head = {
      title: meeting.name,
      description: [programName(site, meeting.program), ...sayTimes(meeting, site.words)].join(", "),
      path: urls.meeting(meeting.id),
      section: "meetings" as const,
      address: withQuery(urls.meeting(meeting.id), { tz: tz ?? "" }),
      freshness: "a minute" as const,
    };
    show(req, res, head, () => meetingView(site, meeting, site.now(), tz));
  };
}

function meetingView(site: Site, meeting: Meeting, now: number, tz: string | null): MeetingView {
  const { db, words } = site;
  const { online, phone, occurrences } = meeting;
  const known = findProgram(db, meeting.program) !== null;
  return {
    name: meeting.name,
    program: { label: programName(site, meeting.program), href: known ? urls.program(meeting.program) : null },
    when: sayTimes(meeting, words),
    next: nextOf(meeting, now, tz, words),
    calendarUrl: occurrences.length > 0 ? `${urls.meeting(meeting.id)}.ics` : null,
    join: words.meetings.join[meeting.join]!,
    stale: staleNote(meeting, now, words),
    steps: stepsOf(meeting, words),
    joinNotes: [...new Set([online?.notes, phone?.notes])].filter((note) => typeof note === "string"),
    place: placeView(meeting),
    facts: factsOf(site, meeting),
    notes: meeting.notes,
    others: othersOf(site, meeting),
    ownPage: meeting.url === null ? null : linkTo(meeting.url),
    source: sourceOf(site, meeting),
  };
}

function staleNote(meeting: Meeting, now: number, { meetings }: Words): string | null {
  if (meeting.updated === null || now - Date.parse(meeting.updated) <= year) return null;
  return hasRoom(meeting) ? meetings.stale : meetings.staleOnline;
}

/** Whether there is a door to knock on: nobody is sent to the address of a meeting that is only online. */
function hasRoom({ join, online, phone, place }: Meeting): boolean {
  if (join === "contact-first" || join === "paused") return place.street !== null;
  return formatsOf(join, { url: online !== null, phone: phone !== null }).includes("in-person");
}

function nextOf({ occurrences, zone, frequency }: Meeting, now: number, tz: string | null, words: Words): string | null {
  if (!zone || occurrences.length === 0 || !knowsItsWeeks(frequency)) return null;
  const starts = occurrences.map((occurrence) => nextStart(occurrence, zone.name, now, weeksOf(frequency)));
  const start = Math.min(...starts);
  const yours = tz !== null && isZone(tz) && tz !== zone.name ? ` (${sayYourTime(start, tz, inZone(start, zone.name).day, words)})` : "";
  return (start <= now ? words.meetings.groups["on-now"]! : sayNext(start, zone.name, words)) + yours;
}

/** "Next: Monday, 30 Nov 2026". */
function sayNext(start: number, zone: string, words: Words): string {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(start);
  return words.meetings.nextTime(words.days[inZone(start, zone).day]!, sayDate(day, words));
}

function placeView(meeting: Meeting): PlaceView {
  if (!hasRoom(meeting)) return { lines: [], map: null, geo: null, notes: null };
  const { name, street, point, approximate, notes } = meeting.place;
  const exact = point && !approximate;
  return {
    lines: [name, street, townOf(meeting)].filter((line): line is string => line !== null && line !== ""),
    map: exact ? linkTo(mapUrl(point.latitude, point.longitude)) : null,
    geo: exact ? geoUrl(point.latitude, point.longitude) : null,
    notes,
  };
}

function townOf({ place: { city, state, zip } }: Meeting): string {
  return [city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

const linkTo = (href: string) => ({ href, host: hostOf(href) });

function factsOf({ meetings, words }: Site, meeting: Meeting): MeetingView["facts"] {
  const { types, otherTypes, group, languages } = meeting;
  const labels = (facet: string, ids: readonly string[]) =>
    ids.map((id) => {
      const value = knownValue(meetings, facet, id);
      return value ? inLanguage(value.label, words.language) : id;
    });
  const spoken = languages.some((language) => language !== "en") ? labels("language", languages) : [];
  const facts: [string, string][] = [
    [words.meetings.types, [...labels("type", types), ...otherTypes].join(words.list.comma)],
    [words.program.languagesLabel, spoken.join(words.list.comma)],
    [words.meetings.group, group ?? ""],
    [words.meetings.homeTown, hasRoom(meeting) ? "" : townOf(meeting)],
  ];
  return facts.filter(([, detail]) => detail !== "").map(([term, detail]) => ({ term, detail }));
}

function sourceOf({ db, feedNames, words }: Site, { feed, updated, zone }: Meeting): string {
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
