import type { RequestHandler } from "express";
import { findUnlisted } from "../../../changes/unlisted.ts";
import { searchMeetings } from "../../../meetings/search.ts";
import { findUnlistedMeeting } from "../../../meetings/unlist.ts";
import { idOfGroup, nameOfGroup, timesOfGroup } from "../../../meetings/upcoming-groups.ts";
import { emptyFilter } from "../../../search/filter.ts";
import type { Edition } from "../../../site/edition.ts";
import type { Context, Site } from "../../../site/site.ts";
import { addressTown } from "../../meetings/room.ts";
import { sayTimes } from "../../meetings/times.ts";
import { sayOfficeDate } from "../../office-date.ts";
import { deskPage } from "../desk-page.ts";

interface FindMeetingsView {
  heading: string;
  address: string;
  typed: string;
  /** How many there are; null without a search. */
  found: string | null;
  rows: { name: string; href: string; when: string; list: string }[];
  unlistedHeading: string;
  unlisted: { name: string; href: string; since: string; why: string }[];
}

const maxRows = 30;
const maxUnlisted = 200;

/** Serves the page where an editor finds a meeting, listed or unlisted. */
export function findMeetingsPage(site: Site, edition: Edition): RequestHandler {
  return deskPage<FindMeetingsView>(site, edition, "desk/meetings/find", (context, req) => {
    const { words, urls } = context;
    const said = words.deskMeetings.find;
    const { q } = req.query;
    const typed = typeof q === "string" ? q.trim().slice(0, 200) : "";
    const answer =
      typed === ""
        ? null
        : searchMeetings(context.meetings, { filter: { ...emptyFilter, q: typed }, from: null, night: null }, context.now);
    const unlisted = unlistedRows(context);
    return {
      title: said.title,
      view: {
        heading: said.title,
        address: urls.deskMeetings,
        typed,
        found: answer && (answer.total === 0 ? said.none(typed) : said.found(answer.total)),
        rows: (answer?.take(0, maxRows) ?? []).map(({ times }) => rowOf(context, times)),
        unlistedHeading: unlisted.length === 0 ? said.allListed : said.unlisted(unlisted.length),
        unlisted: unlisted.slice(0, maxUnlisted),
      },
    };
  });
}

function rowOf({ words, urls, feedNames }: Context, times: Parameters<typeof idOfGroup>[0] & Parameters<typeof timesOfGroup>[0]) {
  const { meeting } = times[0]!;
  const { zone, frequency, feed } = meeting;
  const when = words.list.semicolon(sayTimes({ occurrences: timesOfGroup(times), zone, frequency }, words));
  return {
    name: nameOfGroup(times),
    href: urls.deskMeeting(idOfGroup(times)),
    when: [when, addressTown(meeting)].filter(Boolean).join(" · "),
    list: feedNames.get(feed) ?? feed,
  };
}

function unlistedRows({ db, words, urls }: Context): FindMeetingsView["unlisted"] {
  return findUnlisted(db)
    .filter(({ list }) => list === "meetings")
    .map(({ subject, why, at }) => ({
      name: findUnlistedMeeting(db, subject)?.name ?? subject,
      href: urls.deskMeeting(subject),
      since: sayOfficeDate(at, words),
      why,
    }));
}
