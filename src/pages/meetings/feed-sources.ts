import { feedState } from "../../feeds/state.ts";
import type { Group } from "../../meetings/find-group.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import type { Context } from "../../site/site.ts";
import { sayDate } from "../../words/dates.ts";

/** Where what is shown of a group comes from, how old that is, and that nobody here has confirmed it. */
export function sourcesOf(context: Context, { meetings }: Group): string[] {
  const [meeting] = meetings;
  const { notConfirmed, zoneFrom } = context.words.meetings;
  const shown = sourceOf(context, meetings);
  return [[shown, notConfirmed, meeting.zone && zoneFrom[meeting.zone.from]].filter(Boolean).join(" ")];
}

/** "From Flathead Valley list. Last updated 31 May 2024. Last fetched 23 Nov 2026." */
function sourceOf({ db, feedNames, words }: Context, meetings: Group["meetings"]): string {
  const [{ feed }] = meetings;
  const { fetched } = feedState(db, feed);
  const updated = newestUpdate(meetings);
  return [
    words.meetings.listed(feedNames.get(feed) ?? feed),
    updated && words.meetings.changed(sayDate(updated, words)),
    fetched && words.meetings.fetched(sayDate(fetched.slice(0, 10), words)),
  ]
    .filter(Boolean)
    .join(" ");
}

/** When any of these meetings was last changed on its list: a day; null where none says. */
export function newestUpdate(meetings: readonly Meeting[]): string | null {
  return meetings
    .flatMap(({ updated }) => updated ?? [])
    .reduce<string | null>((newest, day) => (newest && newest > day ? newest : day), null);
}
