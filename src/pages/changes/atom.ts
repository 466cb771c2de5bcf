import type { RequestHandler } from "express";
import { changeDays } from "../../changes/days.ts";
import { atomFeed } from "../../formats/atom.ts";
import type { Edition } from "../../site/edition.ts";
import { type Context, contextOf, type Site } from "../../site/site.ts";
import { type ChangeLine, changeLines } from "./lines.ts";

/** Days in the feed. */
const days = 14;

/** Serves the changes as an Atom feed: an entry for each line of the page, which grows until its day is over. */
export function changesFeed(site: Site, edition: Edition): RequestHandler {
  return (req, res) => {
    const context = contextOf(site, edition);
    const about = {
      address: context.urls.changesFeed,
      freshness: "until the data changes",
      contentType: "application/atom+xml; charset=utf-8",
    } as const;
    site.cache.send(req, res, about, () => feedOf(context));
  };
}

function feedOf(context: Context): string {
  const { db, words, urls, settings } = context;
  const lines = changeDays(db, 0, days).flatMap((day) => changeLines(context, day).map((line) => ({ day, line })));
  return atomFeed({
    url: settings.siteUrl + urls.changes,
    selfUrl: settings.siteUrl + urls.changesFeed,
    title: `${words.changes.title} · ${words.name}`,
    subtitle: words.changes.description,
    author: words.name,
    language: words.language,
    updated: lines.reduce((latest, { line }) => (line.last > latest ? line.last : latest), new Date(0).toISOString()),
    entries: lines.map(({ day, line }) => entryOf(context, day, line)),
  });
}

function entryOf({ settings, urls, words }: Context, day: string, { list, kind, said, subjects, last }: ChangeLine) {
  const [only, ...others] = subjects;
  const url = settings.siteUrl + (others.length === 0 ? (only?.href ?? urls.changes) : urls.changes);
  const names = words.list.comma(subjects.map(({ name }) => name));
  return {
    id: `tag:${new URL(settings.siteUrl).hostname},${day}:${list}/${kind}`,
    title: said,
    url,
    updated: last,
    content: names === "" ? `${said}.` : `${said}: ${names}.`,
  };
}
