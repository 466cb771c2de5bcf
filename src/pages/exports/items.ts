import type { DocumentCard } from "../../library/card.ts";
import { dialOf } from "../../meetings/dial.ts";
import { listedToo } from "../../meetings/find-group.ts";
import { formatsOf } from "../../meetings/join.ts";
import { type Occurrence, weekdays } from "../../meetings/meeting.ts";
import { knowsItsWeeks } from "../../meetings/schedule/next.ts";
import type { UpcomingTime } from "../../meetings/upcoming-groups.ts";
import { clockOf } from "../../places/wall-clock.ts";
import type { Answers } from "../../programs/answers.ts";
import type { ProgramCard } from "../../programs/card.ts";
import type { Contact, Program } from "../../programs/program.ts";
import type { Context } from "../../site/site.ts";
import { inLanguage } from "../../words/languages.ts";
import { standingAt } from "../last-check.ts";
import { contactLamp } from "../programs/lamp-view.ts";

/** Returns a program as an item of JSON. */
export function programItem(context: Context, card: ProgramCard, callerZone: string | null): object {
  const { settings, words, urls } = context;
  const { id, name, summary, status, scope, states, place, contacts, facets, fallback, lastCheck, added } = card;
  return {
    id,
    name,
    url: settings.siteUrl + urls.program(id),
    summary: inLanguage(summary, words.language),
    status,
    states,
    place,
    ...facets,
    scope: scope.who === "anybody" ? scope : { ...scope, label: inLanguage(scope.label, words.language) },
    contacts: contacts.map((contact) => contactItem(context, contact, status, callerZone)),
    fallback,
    lastCheck,
    /** What the last check is worth at this moment. */
    check: standingAt(context, card),
    added,
  };
}

/** Returns a way to reach a program, with its hours and whether somebody answers at this moment. */
function contactItem(context: Context, contact: Contact, status: Program["status"], callerZone: string | null): object {
  const { kind, value, hours, source, asOf, confirmed } = contact;
  const { answers, lit } = contactLamp(context, contact, status, callerZone);
  return {
    kind,
    value,
    hours: hours && { ...hours, words: inLanguage(hours.words, context.words.language) },
    answers: answersItem(answers),
    lit,
    source,
    asOf,
    confirmed,
  };
}

/** Returns the same with instants in UTC, as everywhere in JSON. */
function answersItem(answers: Answers): object {
  const instant = (at: number) => new Date(at).toISOString();
  if (answers.state === "shut") return { state: "shut", opens: instant(answers.opens) };
  return answers.state === "open" ? { state: "open", until: answers.until && instant(answers.until) } : { state: "unknown" };
}

/** Returns a document as an item of JSON. */
export function documentItem({ settings, words, urls }: Context, card: DocumentCard): object {
  const { id, title, authors, year, publisher, summary, facets } = card;
  const url = settings.siteUrl + urls.document(id);
  return { id, name: title, url, summary: inLanguage(summary, words.language), authors, year, publisher, ...facets };
}

/** Returns a meeting at one of its times as an item of JSON; `group` is the id that all times of its group share. */
export function meetingItem(
  { meetings, settings, urls }: Context,
  { meeting, closure, occurrence, startsAt, miles, position }: UpcomingTime,
  group: string,
): object {
  const dial = dialOf(meeting);
  const { id, name, program, zone, join, frequency, types, languages, place, online, phone, feed, updated } = meeting;
  return {
    id,
    group,
    name,
    program,
    ...timeItem(occurrence),
    zone: zone?.name ?? null,
    // A promise, so only if the weeks in which it meets are known.
    next: startsAt === null || !knowsItsWeeks(frequency) ? null : new Date(startsAt).toISOString(),
    join,
    closed: closure && { until: closure.until, words: closure.words },
    formats: formatsOf(join, { url: online !== null, phone: phone !== null }),
    frequency,
    types,
    languages,
    place: place.name,
    city: place.city,
    state: place.state,
    miles: miles === null ? null : Math.round(miles * 10) / 10,
    // If only the town or the ZIP code is known, the distance is to its middle.
    milesAbout: miles === null ? null : place.point === null || place.approximate,
    online: online?.url ?? null,
    phone: dial?.dialed ?? null,
    phoneCodes: dial?.codes ?? [],
    phoneWords: dial ? null : (phone?.number ?? null),
    feed,
    alsoListedBy: listedToo(meetings, [position]).map((other) => other.feed),
    updated,
    url: settings.siteUrl + urls.meeting(group),
  };
}

function timeItem(occurrence: Occurrence | null): object {
  if (occurrence === null) return { day: null, time: null, end: null };
  const { day, start, length } = occurrence;
  return { day: weekdays[day], time: clockOf(start), end: length ? clockOf((start + length) % 1440) : null };
}
