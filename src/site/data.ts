import type { Database } from "../database/open.ts";
import { type ListName, listNames } from "../database/versions.ts";
import { feedNames } from "../feeds/state.ts";
import { type OpenDocuments, openDocuments } from "../library/open.ts";
import { meetingCollection } from "../meetings/facets.ts";
import { type MeetingIndex, type OpenMeetings, openMeetings, rereadMeetings } from "../meetings/open.ts";
import { buildWeek, isOutdated, weekOf } from "../meetings/schedule/week.ts";
import { type OpenPrograms, openPrograms } from "../programs/open.ts";
import type { Catalog } from "./catalog.ts";
import { inSlices } from "./in-slices.ts";
import {
  type IndexWorld,
  indexInSlices,
  indexVersion,
  lexiconOf,
  loadIndex,
  programsIn,
  type Say,
  takeMeetingIndex,
  worldOver,
} from "./indexes.ts";

/** A snapshot of everything that pages are made from. Replaced as a whole, never changed in place. */
export interface Data extends IndexWorld, Catalog {
  db: Database;
  programs: OpenPrograms;
  documents: OpenDocuments;
  meetings: OpenMeetings;
  /** Display name of each feed of meetings, by its id. */
  feedNames: ReadonlyMap<string, string>;
  /** Version of each list, as indexed and shown. */
  versions: Readonly<Record<ListName, string>>;
}

/** Opens the data over a catalog. `now` is in epoch milliseconds; `say` is called for indexes that had to be rebuilt or could not be kept. */
export function openData(db: Database, catalog: Catalog, build: string, now: number, say: Say): Data {
  const world = worldOver(db, catalog);
  const { vocabulary } = world;
  const meetings = loadIndex(db, world, build, "meetings", say);
  return {
    db,
    ...catalog,
    ...world,
    programs: openPrograms(
      db,
      vocabulary,
      lexiconOf(world, "programs"),
      loadIndex(db, world, build, "programs", say),
      catalog.deskRules.checks,
    ),
    documents: openDocuments(
      db,
      vocabulary,
      lexiconOf(world, "documents"),
      loadIndex(db, world, build, "documents", say),
      catalog.deskRules.checks,
    ),
    meetings: openMeetings(db, vocabulary, lexiconOf(world, "meetings"), programsIn(db, meetings), meetings, weekOf(meetings.times, now)),
    feedNames: feedNames(db),
    versions: versionsOf(db, build),
  };
}

/** Returns the lists that another process has changed since this data was opened. */
export function changedLists({ db, versions }: Data, build: string): ListName[] {
  return listNames.filter((list) => indexVersion(db, build, list) !== versions[list]);
}

/**
 * Returns the data as `db` holds it now: reopens each changed list and reuses the others, without blocking other requests. Meetings that
 * another process must index first stay as they were, with their old version; where that happens with another database, returns null.
 */
export async function reopenData(data: Data, db: Database, build: string, now: number, say: Say): Promise<Data | null> {
  const isOther = db !== data.db;
  const world = isOther ? worldOver(db, data) : data;
  const versions = versionsOf(db, build);
  const isChanged = (list: ListName) => isOther || versions[list] !== data.versions[list];
  const index = isChanged("meetings") ? await takeMeetingIndex(db, world, versions.meetings, say) : null;
  if (isOther && index === null) return null;
  const { checks } = data.deskRules;
  return {
    ...data,
    ...world,
    db,
    programs: isChanged("programs")
      ? openPrograms(db, world.vocabulary, lexiconOf(world, "programs"), await indexInSlices(db, world, "programs"), checks)
      : data.programs,
    documents: isChanged("documents")
      ? openDocuments(db, world.vocabulary, lexiconOf(world, "documents"), await indexInSlices(db, world, "documents"), checks)
      : data.documents,
    meetings: index === null ? renamePrograms(db, world, data.meetings) : await reopenMeetings(db, world, index, now),
    feedNames: feedNames(db),
    versions: index === null ? { ...versions, meetings: data.versions.meetings } : versions,
  };
}

async function reopenMeetings(db: Database, world: IndexWorld, index: MeetingIndex, now: number): Promise<OpenMeetings> {
  const week = await inSlices(buildWeek(index.times, now));
  return openMeetings(db, world.vocabulary, lexiconOf(world, "meetings"), programsIn(db, index), index, week);
}

/** Returns the same meetings with current program names, closed places and unlisted meetings. */
function renamePrograms(db: Database, { vocabulary }: IndexWorld, meetings: OpenMeetings): OpenMeetings {
  return { ...rereadMeetings(db, meetings), ...meetingCollection(vocabulary, programsIn(db, meetings)) };
}

/** Returns the data with the week around now once an hour has passed; until then, the same data. */
export async function turnWeek(data: Data, now: number): Promise<Data> {
  if (!isOutdated(data.meetings.week, now)) return data;
  const week = await inSlices(buildWeek(data.meetings.times, now));
  return { ...data, meetings: { ...data.meetings, week } };
}

function versionsOf(db: Database, build: string): Data["versions"] {
  const version = (list: ListName) => indexVersion(db, build, list);
  return { programs: version("programs"), documents: version("documents"), meetings: version("meetings") };
}
