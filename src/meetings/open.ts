import { hash } from "node:crypto";
import type { Database } from "../database/open.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { indexPoints, type PointIndex } from "../places/within-miles.ts";
import type { Bits } from "../search/facets/bits.ts";
import type { FacetValue } from "../search/facets/counts.ts";
import { groupRows } from "../search/facets/groups.ts";
import { buildIndex, type ListIndex, positionOfRow } from "../search/index/build.ts";
import { type OpenCollection, openCollection } from "../search/open.ts";
import type { Lexicon } from "../search/words/lexicon.ts";
import type { Phrasebook } from "../search/words/phrasebook.ts";
import { type MeetingCard, meetingCards } from "./card.ts";
import { type ClosedRows, findClosedRows } from "./closed-rows.ts";
import { meetingCollection } from "./facets.ts";
import { groupKeys } from "./group-keys.ts";
import { findListedRows } from "./listed-rows.ts";
import { findListedTwice } from "./listed-twice.ts";
import type { Frequency } from "./meeting.ts";
import { chooseShown } from "./repeats.ts";
import type { NameWords } from "./same-meeting.ts";
import { usualLength } from "./schedule/next.ts";
import type { Times, Week } from "./schedule/week.ts";

/** The meetings with their index in memory: found by words and facets as every collection, and by the clock and the map. */
export type OpenMeetings = OpenCollection<MeetingCard> & ReturnType<typeof meetingCollection> & MeetingIndex & OverIndex & { week: Week };

/** What may change while the index stays as it is. */
interface OverIndex {
  closed: readonly ClosedRows[];
  /** The positions but for what was taken off the site since the index was made; null where that is nothing. */
  listed: Bits | null;
  /** Names these two; null where they say nothing. */
  version: string | null;
}

/** The index over the rows of `meeting_times`: plain data, as every list's. */
export interface MeetingIndex extends ListIndex {
  times: Times;
  /** Where each row is held, for those that have a point. */
  points: PointIndex;
  /** Times that another list has too and that are not shown: the position of the one that is, by row. */
  repeats: ReadonlyMap<number, number>;
  /** The rows of the times that repeat one that is shown, by its position. */
  repeated: ReadonlyMap<number, readonly number[]>;
}

interface TimeColumns {
  row: number;
  /** The row of its meeting. */
  meeting: number;
  minute: number | null;
  length: number | null;
  weeks: string | null;
  zone: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** Reads all meetings and builds the index over them. `programs` are those that have any; by `nameWords` what two lists have is found. */
export function buildMeetingIndex(
  db: Database,
  vocabulary: Vocabulary,
  phrasebook: Phrasebook,
  programs: readonly FacetValue[],
  nameWords: NameWords,
): MeetingIndex {
  const meetings = meetingCollection(vocabulary, programs);
  const twice = findListedTwice(db, nameWords);
  const keys = groupKeys(db, twice);
  const hidden = chooseShown(twice, keys);
  const columns = "row, meeting, minute, length, weeks, zone, latitude, longitude";
  const every = db.prepare(`SELECT ${columns} FROM meeting_times ORDER BY ${meetings.orders.soonest}`).all() as TimeColumns[];
  const rows = every.filter(({ row }) => !hidden.has(row));
  const points = {
    latitudes: Float64Array.from(rows, ({ latitude }) => latitude ?? Number.NaN),
    longitudes: Float64Array.from(rows, ({ longitude }) => longitude ?? Number.NaN),
  };
  const groups = groupRows(rows.map(({ meeting }) => keys.group.get(meeting)!));
  const index = buildIndex(db, meetings, phrasebook, { groups, hidden });
  const repeats = new Map([...hidden].map(([row, shown]) => [row, positionOfRow(index, shown)!]));
  const repeated = Map.groupBy(repeats.keys(), (row) => repeats.get(row)!);
  return { ...index, times: timesOf(rows), points: indexPoints(points), repeats, repeated };
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
  return { ...open, ...collection, ...index, week, ...readOverIndex(db, index) };
}

/** The same meetings over the same index, with what has changed since. */
export function rereadMeetings(db: Database, meetings: OpenMeetings): OpenMeetings {
  return { ...meetings, ...readOverIndex(db, meetings), cards: new Map() };
}

function readOverIndex(db: Database, index: MeetingIndex): OverIndex {
  const [closed, listed] = [findClosedRows(db, index), findListedRows(db, index)];
  const closures = closed.map(({ closure }) => closure.number).join(".");
  return { closed, listed, version: listed ? `${closures}u${hash("sha256", listed, "base64url")}` : closures || null };
}
