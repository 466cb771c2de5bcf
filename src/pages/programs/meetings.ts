import { feedsOfProgram } from "../../feeds/state.ts";
import { countMeetings, searchMeetings, weeklyMeetings } from "../../meetings/search.ts";
import type { UpcomingGroup } from "../../meetings/upcoming-groups.ts";
import { type FoundPlace, findPlace } from "../../places/find.ts";
import type { Chosen } from "../../search/facets/counts.ts";
import { emptyFilter } from "../../search/filter.ts";
import type { Context } from "../../site/site.ts";
import { filterUrl } from "../../site/urls.ts";
import type { WayOn } from "../../web/errors.ts";
import { type NearView, nearView, reachFrom } from "../meetings/nearby.ts";
import { type MeetingRow, meetingRows } from "../meetings/row.ts";
import { sayOfficeDate } from "../office-date.ts";

/** What a program's page says about its meetings. */
export interface ProgramMeetings {
  heading: string;
  /** Times a week, on how many days, from which lists, and since when. */
  summary: string;
  near: NearView;
  rows: MeetingRow[];
  /** Links to all of them. */
  onward: WayOn[];
  action: string;
}

const maxRows = 5;

/** Returns the five meetings of a program that are nearest to a place, otherwise the next five that need no travel; null if it has none. */
export function programMeetings(context: Context, program: string, near: string): ProgramMeetings | null {
  const { db, meetings, words, urls, now } = context;
  const counted = countMeetings(meetings, { program: [program] });
  if (counted.groups === 0) return null;
  const place = near === "" ? null : findPlace(db, near);
  const from = place && reachFrom(place);
  const answer = searchMeetings(meetings, { filter: { ...emptyFilter, chosen: { program: [program] } }, from, night: null }, now);
  const nearest = place !== null && answer.total > 0;
  const rows = nearest ? answer.take(0, maxRows) : withoutTravel(context, program);
  return {
    heading: nearest ? words.meetings.nearest(place.label) : words.meetings.next,
    summary: summaryOf(context, program),
    near: nearView(context, { near, from }, answer, (label) => urls.programMeetings(program, label)),
    rows: meetingRows(context, rows, { tz: null, showProgram: false }),
    onward: onward(context, program, counted, nearest ? place : null),
    action: urls.programMeetings(program),
  };
}

function withoutTravel({ meetings, now }: Context, program: string): UpcomingGroup[] {
  const chosen = { program: [program], format: ["phone", "video"] };
  return searchMeetings(meetings, { filter: { ...emptyFilter, chosen }, from: null, night: null }, now).take(0, maxRows);
}

/** "360 meetings a week, every day. From ma-al-anon, last fetched 24 Nov 2026." */
function summaryOf({ db, feedNames, meetings, words }: Context, program: string): string {
  const { times, days } = weeklyMeetings(meetings, { program: [program] });
  const feeds = feedsOfProgram(db, program);
  const oldest = feeds.flatMap(({ fetched }) => fetched ?? []).sort()[0];
  const [feed, another] = feeds;
  const from = feed && !another ? (feedNames.get(feed.id) ?? feed.id) : words.meetings.lists(feeds.length);
  return words.meetings.told(words.meetings.weekly(times, days), from, oldest ? sayOfficeDate(oldest, words) : null);
}

function onward(
  { meetings, words, urls }: Context,
  program: string,
  { groups, times }: ReturnType<typeof countMeetings>,
  place: FoundPlace | null,
): WayOn[] {
  const to = (chosen: Chosen, parameters = {}) =>
    filterUrl(urls.meetings, meetings, { ...emptyFilter, chosen: { program: [program], ...chosen }, parameters });
  const all = { label: words.meetings.all(groups, times), href: to({}) };
  if (!place) return [all];
  const near = { label: words.meetings.allNear(place.label), href: to({}, { near: place.label }) };
  return [near, { label: words.meetings.allWithoutTravel, href: to({ format: ["phone", "video"] }) }, all];
}
