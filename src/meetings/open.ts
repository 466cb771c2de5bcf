import type { Database } from "../database/open.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { indexPoints, type PointIndex } from "../places/within-miles.ts";
import type { FacetValue } from "../search/facets/counts.ts";
import { buildIndex, type ListIndex } from "../search/index/build.ts";
import { type OpenCollection, openCollection } from "../search/open.ts";
import type { Lexicon } from "../search/words/lexicon.ts";
import type { Phrasebook } from "../search/words/phrasebook.ts";
import { type MeetingCard, meetingCards } from "./card.ts";
import { type ClosedRows, findClosedRows } from "./closed-rows.ts";
import { meetingCollection } from "./facets.ts";
import type { Frequency } from "./meeting.ts";
import { usualLength } from "./schedule/next.ts";
import type { Times, Week } from "./schedule/week.ts";

/** The meetings with their index in memory: found by words and facets as every collection, and by the clock and the map. */
export type OpenMeetings = OpenCollection<MeetingCard> &
  ReturnType<typeof meetingCollection> &
  MeetingIndex & { week: Week; closed: readonly ClosedRows[] };

/** The index over the rows of `meeting_times`: plain data, as every list's. */
export interface MeetingIndex extends ListIndex {
  times: Times;
  /** Where each row is held, for those that have a point. */
  points: PointIndex;
}

interface TimeColumns {
  minute: number | null;
  length: number | null;
  weeks: string | null;
  zone: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** Reads all meetings and builds the index over them. `programs` are those that have any. */
export function buildMeetingIndex(
  db: Database,
  vocabulary: Vocabulary,
  phrasebook: Phrasebook,
  programs: readonly FacetValue[],
): MeetingIndex {
  const meetings = meetingCollection(vocabulary, programs);
  const columns = "minute, length, weeks, zone, latitude, longitude";
  const rows = db.prepare(`SELECT ${columns} FROM meeting_times ORDER BY ${meetings.orders.soonest}`).all() as TimeColumns[];
  const points = {
    latitudes: Float64Array.from(rows, ({ latitude }) => latitude ?? Number.NaN),
    longitudes: Float64Array.from(rows, ({ longitude }) => longitude ?? Number.NaN),
  };
  return { ...buildIndex(db, meetings, phrasebook), times: timesOf(rows), points: indexPoints(points) };
}

function timesOf(rows: readonly TimeColumns[]): Times {
  const zoneNames = [...new Set(rows.flatMap(({ zone }) => zone ?? []))];
  const places = new Map(zoneNames.map((name, place) => [name, place]));
  return {
    minutes: Int16Array.from(rows, ({ minute, zone }) => (zone === null ? -1 : (minute ?? -1))),
    lengths: Uint16Array.from(rows, ({ length }) => length ?? usualLength),
    zones: Uint16Array.from(rows, ({ zone }) => (zone === null ? 0 : places.get(zone)!)),
    zoneNames,
    weeks: new Map(rows.flatMap(({ weeks }, position) => (weeks === null ? [] : [[position, weeks.split(" ") as Frequency["weeks"]]]))),
  };
}

/** Opens the meetings over their index and the week around now. */
export function openMeetings(
  db: Database,
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  programs: readonly FacetValue[],
  index: MeetingIndex,
  week: Week,
): OpenMeetings {
  const collection = meetingCollection(vocabulary, programs);
  const open = openCollection(db, collection, lexicon, index, meetingCards(db));
  return { ...open, ...collection, ...index, week, closed: findClosedRows(db, index) };
}
