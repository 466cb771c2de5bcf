import { feedState } from "../../feeds/state.ts";
import type { Group } from "../../meetings/find-group.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import type { Context } from "../../site/site.ts";
import { sayDate } from "../../words/dates.ts";
import { sayOfficeDate } from "../office-date.ts";

/** Returns where the details of a group come from, how old they are, and that nobody here has confirmed them. */
export function sourcesOf(context: Context, { meetings, alsoListed }: Group): string[] {
  const { listed, listedToo, notConfirmed, zoneFrom } = context.words.meetings;
  const [{ zone }] = meetings;
  const shown = Map.groupBy(meetings, ({ feed }) => feed);
  const others = [...Map.groupBy(alsoListed, ({ feed }) => feed)].filter(([feed]) => !shown.has(feed));
  return [
    ...[...shown].map(([feed, some]) => sourceOf(context, feed, some, listed)),
    ...others.map(([feed, some]) => sourceOf(context, feed, some, listedToo)),
    [notConfirmed, zone && zoneFrom[zone.from]].filter(Boolean).join(" "),
  ];
}

/** "From Flathead Valley list. Last updated 31 May 2024. Last fetched 23 Nov 2026." */
function sourceOf({ db, feedNames, words }: Context, feed: string, meetings: readonly Meeting[], say: (feed: string) => string): string {
  const { fetched } = feedState(db, feed);
  const updated = newestUpdate(meetings);
  return [
    say(feedNames.get(feed) ?? feed),
    updated && words.meetings.changed(sayDate(updated, words)),
    fetched && words.meetings.fetched(sayOfficeDate(fetched, words)),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Returns the day on which any of these meetings was last changed on its list; null if none says. */
export function newestUpdate(meetings: readonly Meeting[]): string | null {
  const days = meetings.flatMap(({ updated }) => updated ?? []);
  return days.sort().at(-1) ?? null;
}
