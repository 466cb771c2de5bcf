import { troubleAmong } from "../links/find.ts";
import type { Context } from "../site/site.ts";
import { sayOfficeDate } from "./office-date.ts";

/** Returns the notes beside those links of a page that do not work, by address. */
export function linkNotes({ db, words }: Context, urls: readonly string[]): ReadonlyMap<string, string> {
  const trouble = troubleAmong(db, urls);
  return new Map([...trouble].map(([url, { verdict, since }]) => [url, words.links.broken(verdict, sayOfficeDate(since, words))]));
}
