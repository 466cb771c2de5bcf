import type { Database } from "../database/open.ts";
import { facetValue, searchedLabels, type Vocabulary } from "../listing/vocabulary.ts";
import { middleOf } from "../places/middle.ts";
import { searchedColumns } from "../search/save.ts";
import { searchedNumber } from "../search/words/numbers.ts";
import { everyLanguage } from "../words/languages.ts";
import { formatsOf } from "./join.ts";
import { type Meeting, type Occurrence, weekdays } from "./meeting.ts";
import { timesOfDay, weeksOf } from "./schedule/next.ts";
import { meetsEveryWeek } from "./schedule/weekly.ts";

/** Columns of `meeting_times` besides the meeting, in the order of the rows. */
export const timeColumns = [
  "name",
  "minute",
  "length",
  "weeks",
  "zone",
  "latitude",
  "longitude",
  "names",
  "weight",
  "facets",
  "text",
] as const;

/**
 * Version of what is derived from a meeting here (searched text, middle of its town): a new version causes stored meetings to be written
 * again.
 */
export const searchedTextVersion = "3";

/** The facets whose labels somebody might type. */
const searchedFacets = new Set(["day", "format", "category", "type", "language", "state"]);

type TimeRow = (string | number | null)[];

/** Returns a row for each time of a meeting, or one row if it has none. `categories` are those of its program. */
export function timeRows(db: Database, vocabulary: Vocabulary, meeting: Meeting, categories: readonly string[]): TimeRow[] {
  const { name, place, zone, frequency, join, occurrences } = meeting;
  const point = place.point ?? middleOf(db, place);
  const weeks = weeksOf(frequency).join(" ") || null;
  const times = occurrences.length > 0 ? occurrences : [null];
  return times.map((time) => {
    const tags = tagsOf(meeting, time, categories);
    // `names` is empty: so many meetings share a name that a name alone identifies none.
    const { names, weight, facets, text } = searchedColumns({ names: [], weight: 1, tags, text: searchedText(vocabulary, meeting, tags) });
    const minute = time && time.day * 1440 + time.start;
    // A time without a zone never comes: paused meetings sort after all that meet.
    const clock = join === "paused" ? null : (zone?.name ?? null);
    const [latitude, longitude] = [point?.latitude ?? null, point?.longitude ?? null];
    return [name, minute, time?.length ?? null, weeks, clock, latitude, longitude, names, weight, facets, text];
  });
}

function searchedText(vocabulary: Vocabulary, meeting: Meeting, tags: readonly (readonly [string, string])[]) {
  const { name, group, place, phone, otherTypes, areas, notes } = meeting;
  return {
    name,
    also: [group, ...(phone ? searchedNumber(phone.number) : [])].filter(Boolean).join(" · "),
    labels: searchedLabels(
      vocabulary,
      tags.filter(([facet]) => searchedFacets.has(facet)),
    ),
    summary: [place.name, place.street, place.city, place.state && stateName(vocabulary, place.state), place.zip]
      .filter(Boolean)
      .join(" · "),
    body: [otherTypes.join(" · "), areas.join(" · "), notes].filter(Boolean).join("\n"),
  };
}

function tagsOf(meeting: Meeting, occurrence: Occurrence | null, categories: readonly string[]): [facet: string, value: string][] {
  const { program, types, languages, frequency, place, join } = meeting;
  const meets = join === "paused" ? null : occurrence;
  const each = (facet: string, ids: readonly string[]) => ids.map((id): [string, string] => [facet, id]);
  return [
    ...each("day", meets ? [weekdays[meets.day]!] : []),
    ...each("time", meets ? timesOfDay(meets.start) : []),
    ...each("format", formatsOf(join, { url: meeting.online !== null, phone: meeting.phone !== null })),
    ...each("program", [program]),
    ...each("category", categories),
    ...each("frequency", [frequency.value]),
    ...each("meets", meets && meetsEveryWeek(meeting) ? ["every-week"] : []),
    ...each("type", types),
    ...each("language", languages),
    ...each("state", place.state ? [place.state] : []),
  ];
}

function stateName(vocabulary: Vocabulary, id: string): string {
  const state = facetValue(vocabulary, "state", id);
  return state ? everyLanguage(state.label) : id;
}
