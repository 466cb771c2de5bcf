import { troubleAmong } from "../links/find.ts";
import type { Context } from "../site/site.ts";
import { sayOfficeDate } from "./office-date.ts";

/** What a page says beside those of its links that do not work, by their addresses. */
export function linkNotes({ db, words }: Context, urls: readonly string[]): ReadonlyMap<string, string> {
  const trouble = troubleAmong(db, urls);
  return new Map([...trouble].map(([url, { verdict, since }]) => [url, words.links.broken(verdict, sayOfficeDate(since, words))]));
}
