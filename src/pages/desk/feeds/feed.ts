import type { RequestHandler } from "express";
import { findUnlisted } from "../../../changes/unlisted.ts";
import { isHeld } from "../../../feeds/losses.ts";
import { nextVisit } from "../../../feeds/next-visit.ts";
import { type FeedReport, feedReports } from "../../../feeds/report.ts";
import { programOfFeed } from "../../../meetings/find.ts";
import { officeDay, officeMinutes, officeZone } from "../../../places/office-day.ts";
import type { Edition } from "../../../site/edition.ts";
import type { Context, Site } from "../../../site/site.ts";
import { NotFound, type WayOn } from "../../../web/errors.ts";
import { sayDate } from "../../../words/dates.ts";
import { knownFacts } from "../../facts.ts";
import { programName } from "../../meetings/row.ts";
import { sayOfficeDate } from "../../office-date.ts";
import { deskPage } from "../desk-page.ts";
import { type TextPart, withLinks } from "../meetings/list-people.ts";
import { feedCommands } from "./feed-commands.ts";
import { type FeedNews, feedsNews, sayCame } from "./feed-news.ts";

interface FeedView {
  heading: string;
  /** A note if it is switched off or in no list; null otherwise. */
  standing: string | null;
  facts: { term: string; parts: TextPart[] }[];
  /** What is wrong, in sentences; empty if nothing is. */
  trouble: string[];
  commandLead: string;
  commands: string[];
  /** Null if nothing was ever imported. */
  last: ReportView | null;
  earlier: { when: string; counts: string }[];
  unlisted: WayOn | null;
  back: WayOn;
}

interface ReportView {
  heading: string;
  counts: string;
  /** What is odd about it, what was repaired, what is not read. */
  lines: string[];
  refusedHeading: string;
  refused: string[];
  more: string | null;
}

/** Maximum number of refused records, and of lines of each kind, shown. */
const maxLines = 20;

/** Serves the page of one feed: its facts, next update, problems, and the commands that fix them. */
export function feedPage(site: Site, edition: Edition): RequestHandler {
  return deskPage<FeedView>(site, edition, "desk/feeds/feed", (context, req) => {
    const news = feedsNews(context).news.find(({ id }) => id === req.params["id"]);
    if (news === undefined) throw new NotFound("no such feed");
    return { title: news.name, readingCss: true, view: feedView(context, news) };
  });
}

function feedView(context: Context, news: FeedNews): FeedView {
  const { db, words, urls } = context;
  const said = words.deskFeeds;
  const { id, name, feed, state } = news;
  const [last, ...earlier] = feedReports(db, id);
  const { why, commands } = feedCommands(feed, id, programOfFeed(db, id), state.problem);
  return {
    heading: name,
    standing: feed === null ? said.notInList : feed.on ? null : said.off,
    facts: factsOf(context, news),
    trouble: troubleOf(context, news),
    commandLead: said.commandLead[why],
    commands,
    last: last === undefined ? null : reportView(context, last),
    earlier: earlier.map(({ at, report }) => ({ when: sayOfficeDate(at, words), counts: countsOf(context, report) })),
    unlisted: unlistedOf(context, id),
    back: { label: said.back, href: urls.deskFeeds },
  };
}

function factsOf(context: Context, news: FeedNews): FeedView["facts"] {
  const { words, db } = context;
  const { facts } = words.deskFeeds;
  const { id, feed, known, state, meetings } = news;
  const program = feed?.program ?? programOfFeed(db, id);
  const said = knownFacts([
    [facts.id, id],
    [facts.program, program && programName(context, program)],
    [facts.meetings, String(meetings)],
    [facts.address, feed?.url ?? feed?.file ?? null],
    [facts.site, known?.site ?? null],
    [facts.contact, feed?.contact ?? known?.ask ?? null],
    [facts.zone, feed?.zone ?? null],
    [facts.region, feed?.region ?? null],
    [facts.licence, feed?.licence ?? null],
    [facts.asked, feed?.asked ?? null],
    [facts.came, sayCame(context, state)],
    [facts.next, nextOf(context, news)],
  ]);
  return said.map(({ term, detail }) => ({ term, parts: withLinks(detail) }));
}

function nextOf({ words, now, settings }: Context, { feed, state }: FeedNews): string | null {
  if (feed === null) return null;
  const { next } = words.deskFeeds;
  const visit = nextVisit(feed, state, settings.feedsRefresh);
  if (visit === null) return next.byHand;
  const at = Date.parse(visit);
  return at <= now ? next.soon : next.at(sayDate(officeDay(at), words), words.meetings.inZone(words.clock(officeMinutes(at)), officeZone));
}

function troubleOf({ words }: Context, { state: { failures, problem, asked } }: FeedNews): string[] {
  if (failures === 0) return [];
  const said = words.deskFeeds;
  const failed = said.failures(failures, sayOfficeDate(asked, words));
  return [failed, ...(problem === null ? [] : [...(isHeld(problem) ? [said.held] : []), problem])];
}

function countsOf({ words }: Context, { added, changed, unchanged, removed, refusedCount }: FeedReport): string {
  return words.deskFeeds.counts({ added, changed, unchanged, removed, refused: refusedCount });
}

function reportView(context: Context, { at, report }: { at: string; report: FeedReport }): ReportView {
  const { words } = context;
  const said = words.deskFeeds;
  const { doubts, repaired, unread, refused, refusedCount } = report;
  return {
    heading: said.report(sayOfficeDate(at, words)),
    counts: countsOf(context, report),
    lines: [
      ...doubts.slice(0, maxLines),
      ...repaired.slice(0, maxLines).map(({ kind, count, examples }) => said.repaired(kind, count, words.list.semicolon(examples))),
      ...unread.slice(0, maxLines).map(({ field, count }) => said.notRead(field, count)),
    ],
    refusedHeading: said.refused(refusedCount),
    refused: refused.slice(0, maxLines).map(({ record, reason }) => `${record}: ${reason}`),
    more: refusedCount > maxLines ? said.more(refusedCount - maxLines) : null,
  };
}

/** Links to its unlisted meetings, whose ids begin with the feed's. */
function unlistedOf({ db, words, urls }: Context, id: string): WayOn | null {
  const count = findUnlisted(db).filter(({ list, subject }) => list === "meetings" && subject.startsWith(`${id}-`)).length;
  return count === 0 ? null : { label: words.deskFeeds.unlisted(count), href: urls.deskMeetings };
}
