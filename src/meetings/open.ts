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

/** Meetings with their index in memory: searchable by words and facets like every collection, and by clock and map. */
export type OpenMeetings = OpenCollection<MeetingCard> & ReturnType<typeof meetingCollection> & MeetingIndex & OverIndex & { week: Week };

/** State that may change while the index stays the same. */
interface OverIndex {
  closed: readonly ClosedRows[];
  /** Positions without what was taken off the site since the index was built; null if nothing was. */
  listed: Bits | null;
  /** Identifies the two fields above; null if both are empty. */
  version: string | null;
}

/** Index over the rows of `meeting_times`: plain data, like that of every list. */
export interface MeetingIndex extends ListIndex {
  times: Times;
  /** Locations of the rows that have a point. */
  points: PointIndex;
  /** Hidden times, which another list also has: the position of the time shown instead, by row. */
  repeats: ReadonlyMap<number, number>;
  /** Rows of the hidden times, by the position of the time shown instead. */
  repeated: ReadonlyMap<number, readonly number[]>;
}

interface TimeColumns {
  row: number;
  /** Row in `meetings`. */
  meeting: number;
  minute: number | null;
  length: number | null;
  weeks: string | null;
  zone: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** Reads all meetings and builds the index over them. `programs` are those that have any; `nameWords` serve to find what two lists have. */
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

/** Returns the same meetings and index, with closures and unlisted meetings read again. */
export function rereadMeetings(db: Database, meetings: OpenMeetings): OpenMeetings {
  return { ...meetings, ...readOverIndex(db, meetings), cards: new Map() };
}

function readOverIndex(db: Database, index: MeetingIndex): OverIndex {
  const [closed, listed] = [findClosedRows(db, index), findListedRows(db, index)];
  const closures = closed.map(({ closure }) => closure.number).join(".");
  return { closed, listed, version: listed ? `${closures}u${hash("sha256", listed, "base64url")}` : closures || null };
}
