import { noFilter } from "../facets/filter.ts";
import type { Chosen } from "../facets/index.ts";
import { feedsOfProgram } from "../feeds/state.ts";
import { sayDate } from "../listing/date.ts";
import { countMeetings, type FoundMeetings, searchMeetings, weeklyMeetings } from "../meetings/search.ts";
import { type FoundPlace, findPlace } from "../places/find.ts";
import { type MeetingRow, meetingRow } from "./meeting-rows.ts";
import { fromPlace, meantPlaces, nearNote, type Path } from "./near.ts";
import type { Site } from "./site.ts";
import { filterUrl, urls } from "./urls.ts";

/** What a program's own page says of its meetings. */
export interface ProgramMeetings {
  heading: string;
  /** How many a week, on how many days, and who says so since when. */
  told: string;
  near: string;
  unknown: boolean;
  /** What happened to the place that was given. */
  note: string | null;
  suggestions: Path[];
  rows: MeetingRow[];
  /** The way to all of them. */
  onward: Path[];
  action: string;
}

const mostRows = 5;

/** The five meetings of a program that are nearest to a place, else the next five that need no travel; null where it has none. */
export function programMeetings(site: Site, program: string, near: string): ProgramMeetings | null {
  const { db, words } = site;
  const place = near === "" ? null : findPlace(db, near);
  const from = place && fromPlace(place);
  const total = countMeetings(site.meetings, { program: [program] });
  if (total === 0) return null;
  const found = searchMeetings(site.meetings, { ...noFilter, chosen: { program: [program] } }, site.now(), from);
  const nearest = from !== null && found.total > 0;
  const coming = nearest ? found.coming : withoutTravel(site, program);
  return {
    heading: nearest ? words.meetings.nearest(place!.label) : words.meetings.next,
    told: told(site, program),
    near,
    unknown: near !== "" && !from,
    note: nearNote(near, from, found, words),
    suggestions: meantPlaces(db, near, from, (label) => nearUrl(program, label)),
    rows: coming.slice(0, mostRows).map((one) => meetingRow(site, one, { tz: null, ofProgram: false })),
    onward: onward(site, program, total, nearest ? place : null),
    action: `${urls.program(program)}#meetings`,
  };
}

const nearUrl = (program: string, near: string) => `${urls.program(program)}?${new URLSearchParams({ near })}#meetings`;

function withoutTravel({ meetings, now }: Site, program: string): FoundMeetings["coming"] {
  return searchMeetings(meetings, { ...noFilter, chosen: { program: [program], format: ["phone", "video"] } }, now(), null).coming;
}

/** "360 meetings a week, every day. From ma-al-anon, last fetched 24 Nov 2026." */
function told({ db, feedNames, meetings, words }: Site, program: string): string {
  const { times, days } = weeklyMeetings(meetings, { program: [program] });
  const feeds = feedsOfProgram(db, program);
  const oldest = feeds.flatMap(({ fetched }) => fetched ?? []).sort()[0];
  const from = feeds.length === 1 ? feedNames.get(feeds[0]!.id)! : words.meetings.lists(feeds.length);
  return words.meetings.told(words.meetings.weekly(times, days), from, oldest ? sayDate(oldest.slice(0, 10), words) : null);
}

function onward({ meetings, words }: Site, program: string, total: number, place: FoundPlace | null): Path[] {
  const to = (chosen: Chosen, free = {}) =>
    filterUrl(urls.meetings, meetings, { ...noFilter, chosen: { program: [program], ...chosen }, free });
  const all = { label: words.meetings.all(total), href: to({}) };
  if (!place) return [all];
  const near = { label: words.meetings.allNear(place.label), href: to({}, { near: place.label }) };
  return [near, { label: words.meetings.allWithoutTravel, href: to({ format: ["phone", "video"] }) }, all];
}
