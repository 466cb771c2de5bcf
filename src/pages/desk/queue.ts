import { openCalls } from "../../calls/calls.ts";
import type { Finding } from "../../catalog/verify/verify.ts";
import { openConflicts } from "../../changes/conflicts.ts";
import { troubledFeeds } from "../../feeds/state.ts";
import { brokenLinks } from "../../links/find.ts";
import { type Standing, standingOf, turnsOf } from "../../listing/check.ts";
import { findMeeting } from "../../meetings/find.ts";
import { findUnlistedMeeting } from "../../meetings/unlist.ts";
import { isLine, mayBeGone } from "../../programs/may-be-gone.ts";
import type { Contact, Program } from "../../programs/program.ts";
import { openReports, openSuggestions } from "../../reports/find.ts";
import { deskAddress } from "../../site/listing-address.ts";
import type { Context } from "../../site/site.ts";
import { deskAction, withQuery } from "../../site/urls.ts";
import { hostOf } from "../../words/addresses.ts";
import { sayDate } from "../../words/dates.ts";
import type { QueueSection } from "../../words/desk-work-words.ts";
import { sayNumber } from "../../words/numbers.ts";
import { sayOfficeDate } from "../office-date.ts";
import { adviceOnEdited, nameOfRule } from "./advice.ts";
import { type DeskListing, type DeskListings, readDeskListings } from "./listings-by-weight.ts";
import { readWeight } from "./weight.ts";

/** Something that needs a person. */
export interface QueueRow {
  label: string;
  href: string;
  detail: string;
  weight: number;
}

/** Rows of one kind, most misleading first. */
export interface Queue {
  section: QueueSection;
  rows: QueueRow[];
}

/** Returns everything that needs a person, by kind, the most misleading kinds first; includes empty kinds. */
export async function queuesOf(context: Context): Promise<Queue[]> {
  const listings = readDeskListings(context);
  const findings = await adviceOnEdited(context);
  const queues: Record<QueueSection, () => QueueRow[]> = {
    calls: () => callRows(context, listings),
    reports: () => reportRows(context, listings),
    links: () => linkRows(context, listings),
    overdue: () => checkRows(context, listings, ["lapsed", "sunk", "overdue"]),
    unconfirmed: () => unconfirmedRows(context, listings),
    conflicts: () => conflictRows(context, listings),
    feeds: () => feedRows(context),
    due: () => dueRows(context, listings),
    suggestions: () => suggestionRows(context),
    advice: () => adviceRows(context, listings, findings),
  };
  return Object.entries(queues).map(([section, rows]) => ({
    section: section as QueueSection,
    rows: rows().sort((a, b) => b.weight - a.weight),
  }));
}

function callRows({ db, words, urls }: Context, { find }: DeskListings): QueueRow[] {
  return openCalls(db).flatMap(({ list, subject, result, note, at }) => {
    const listing = find(list, subject);
    if (listing === null) return [];
    const said = words.deskWork.today.called(result, sayOfficeDate(at, words));
    const href = deskAddress(urls, list, subject);
    return [{ label: listing.name, href, detail: note === null ? said : `${said}: ${note}`, weight: listing.weight }];
  });
}

function reportRows({ db, words, urls }: Context, { find }: DeskListings): QueueRow[] {
  return openReports(db).map(({ reference, list, subject, wrong, right, note, times }) => {
    const listing = list === null || subject === null ? null : find(list, subject);
    const said = [words.deskWork.today.told(times), [sayNumber(wrong ?? ""), right].filter(Boolean).join(" → "), note]
      .filter(Boolean)
      .join(". ");
    return {
      label: listing?.name ?? (list === "meetings" && subject ? nameOfMeeting(db, subject) : subject) ?? words.name,
      href: urls.deskReport(reference),
      detail: said,
      weight: (listing?.weight ?? 1) * times,
    };
  });
}

function nameOfMeeting(db: Context["db"], id: string): string {
  return (findMeeting(db, id) ?? findUnlistedMeeting(db, id))?.name ?? id;
}

function suggestionRows({ db, words, urls }: Context): QueueRow[] {
  return openSuggestions(db).map(({ reference, name, what, times }) => ({
    label: name,
    href: urls.deskSuggestion(reference),
    weight: times,
    detail: [words.deskWork.today.told(times), what].join(". "),
  }));
}

/** Returns links that do not work or have moved, each with its listing. */
function linkRows({ db, words, urls }: Context, { find }: DeskListings): QueueRow[] {
  return brokenLinks(db).map(({ url, list, subject, since, verdict }) => {
    const detail = words.deskWork.today.broken(hostOf(url), verdict, sayOfficeDate(since, words));
    const href = withQuery(urls.deskBrokenLinks, { url });
    const listing = list === "programs" || list === "documents" ? find(list, subject) : null;
    return { label: listing?.name ?? url, href, detail, weight: listing?.weight ?? readWeight };
  });
}

/** Returns the checks with these standings. */
function checkRows(context: Context, { all }: DeskListings, standings: readonly Standing[]): QueueRow[] {
  const { deskRules, now } = context;
  return all.flatMap((listing) => {
    const standing = standingOf(listing.lastCheck, listing.kind, deskRules.checks, now);
    return standings.includes(standing) && !listing.isClosed ? [checkRow(context, listing, standing)] : [];
  });
}

/** A check is due soon within this many milliseconds. */
const dueSoon = 14 * 86_400_000;

/** Returns what was never checked, and what is due within two weeks. Unconfirmed numbers have their own section. */
function dueRows(context: Context, listings: DeskListings): QueueRow[] {
  const { deskRules, now } = context;
  const soon = listings.all.filter(({ lastCheck, kind, isClosed }) => {
    if (lastCheck === null || isClosed) return false;
    const [due] = turnsOf(lastCheck.date, kind, deskRules.checks);
    return due > now && due - now <= dueSoon;
  });
  const unconfirmed = new Set(listings.programs.filter((program) => doubtfulLines(program).length > 0).map(({ id }) => id));
  const never = checkRows(context, { ...listings, all: listings.all.filter(({ id }) => !unconfirmed.has(id)) }, ["unchecked"]);
  return [...soon.map((listing) => checkRow(context, listing, "checked")), ...never];
}

function checkRow({ words, urls }: Context, { list, id, name, weight, lastCheck, number }: DeskListing, standing: Standing): QueueRow {
  const said = words.deskWork.today.standing(standing, lastCheck && sayDate(lastCheck.date, words));
  const detail = number === null ? said : `${said} · ${sayNumber(number)}`;
  return { label: name, href: urls.deskCheck(list, id), detail, weight };
}

/** Returns the contacts that somebody has to answer and that may no longer work; none of a closed program. */
function doubtfulLines({ status, contacts }: Program): Contact[] {
  return status === "closed" ? [] : contacts.filter((contact) => isLine(contact.kind) && mayBeGone(contact, status));
}

function unconfirmedRows({ urls }: Context, { programs, find }: DeskListings): QueueRow[] {
  return programs.flatMap((program) => {
    const { id, name } = program;
    const numbers = doubtfulLines(program);
    if (numbers.length === 0) return [];
    const detail = numbers.map(({ value }) => (/^\+?\d+$/.test(value) ? sayNumber(value) : value)).join(", ");
    return [{ label: name, href: urls.deskCheck("programs", id), detail, weight: find("programs", id)?.weight ?? 1 }];
  });
}

/** A conflict about a field waits while its listing is unlisted. */
function conflictRows({ db, words, urls }: Context, { find }: DeskListings): QueueRow[] {
  return openConflicts(db).flatMap(({ list, subject, field, number }) => {
    const listing = find(list, subject);
    if (listing === null && field !== null) return [];
    const href = withQuery(deskAction(deskAddress(urls, list, subject), "conflict"), { number: String(number) });
    return [{ label: listing?.name ?? subject, href, detail: words.deskWork.today.conflict(field), weight: listing?.weight ?? 1 }];
  });
}

/** Returns the listings edited here with findings of the catalog's checks, one row each. */
function adviceRows({ words, urls }: Context, { all }: DeskListings, findings: readonly Finding[]): QueueRow[] {
  return [...Map.groupBy(findings, ({ id }) => id)].flatMap(([id, found]) => {
    const listing = all.find((one) => one.id === id);
    if (listing === undefined) return [];
    const detail = words.list.semicolon([...new Set(found.map(({ rule }) => nameOfRule(words, rule)))]);
    return [{ label: listing.name, href: deskAction(deskAddress(urls, listing.list, id), "edit"), detail, weight: listing.weight }];
  });
}

function feedRows({ db, words, urls }: Context): QueueRow[] {
  return troubledFeeds(db).map(({ id, name, failures, problem, fetched }) => {
    const came = fetched === null ? null : words.deskWork.today.old(sayOfficeDate(fetched, words));
    const detail = [words.deskWork.today.feed(failures, problem), came].filter(Boolean).join(" · ");
    return { label: name ?? id, href: urls.deskFeed(id), detail, weight: failures };
  });
}
