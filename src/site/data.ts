import { setImmediate } from "node:timers/promises";
import { type Aliases, readAliases } from "../catalog/aliases.ts";
import { type Danger, readDangers } from "../catalog/dangers.ts";
import { type DeskRules, readDeskRules } from "../catalog/desk-rules.ts";
import { type Guidance, type HelpNow, type Prose, type ProseName, readGuidance, readHelpNow, readProse } from "../catalog/guidance.ts";
import type { Database } from "../database/open.ts";
import { type ListName, listNames } from "../database/versions.ts";
import { type KnownFeed, readKnownFeeds } from "../feeds/known-feeds.ts";
import { feedNames } from "../feeds/state.ts";
import { type OpenDocuments, openDocuments } from "../library/open.ts";
import { meetingCollection } from "../meetings/facets.ts";
import { type OpenMeetings, openMeetings } from "../meetings/open.ts";
import { buildWeek, isOutdated, weekOf } from "../meetings/schedule/week.ts";
import { type OpenPrograms, openPrograms } from "../programs/open.ts";
import {
  type IndexWorld,
  indexVersion,
  lexiconOf,
  loadIndex,
  programsThatMeet,
  readWorld,
  type Say,
  takeIndex,
  worldOver,
} from "./indexes.ts";

/** Everything that pages answer from, as of one moment. Replaced whole, never changed in place. */
export interface Data extends IndexWorld {
  db: Database;
  programs: OpenPrograms;
  documents: OpenDocuments;
  meetings: OpenMeetings;
  /** What readers know each feed of meetings as, by its id. */
  feedNames: ReadonlyMap<string, string>;
  /** The lists that fellowships are known to publish. */
  knownFeeds: readonly KnownFeed[];
  guidance: Guidance;
  helpNow: HelpNow;
  prose: Readonly<Record<ProseName, Prose>>;
  /** What is said where words speak of danger, the most urgent first. */
  dangers: readonly Danger[];
  /** How long a check holds, and what else a county decides about its desk. */
  deskRules: DeskRules;
  /** What people type in an address and no listing says of itself. */
  aliases: Aliases;
  /** The version of each list, as indexed and shown. */
  versions: Readonly<Record<ListName, string>>;
}

/**
 * Opens the data with everything it needs of the catalog in `folder`. `now` is in epoch milliseconds; `say` hears of indexes that had to
 * be built again, or could not be kept.
 */
export function openData(db: Database, folder: string, build: string, now: number, say: Say): Data {
  const world = readWorld(db, folder);
  const { vocabulary } = world;
  const meetings = loadIndex(db, world, build, "meetings", say);
  const deskRules = readDeskRules();
  return {
    db,
    ...world,
    programs: openPrograms(db, vocabulary, lexiconOf(world, "programs"), loadIndex(db, world, build, "programs", say), deskRules.checks),
    documents: openDocuments(
      db,
      vocabulary,
      lexiconOf(world, "documents"),
      loadIndex(db, world, build, "documents", say),
      deskRules.checks,
    ),
    meetings: openMeetings(db, vocabulary, lexiconOf(world, "meetings"), programsThatMeet(db), meetings, weekOf(meetings.times, now)),
    feedNames: feedNames(db),
    knownFeeds: readKnownFeeds(),
    guidance: readGuidance(folder, vocabulary),
    helpNow: readHelpNow(folder),
    prose: readProse(folder, vocabulary),
    dangers: readDangers(folder),
    deskRules,
    aliases: readAliases(folder, vocabulary),
    versions: versionsOf(db, build),
  };
}

/** The lists that another process has changed since this data was opened. */
export function changedLists({ db, versions }: Data, build: string): ListName[] {
  return listNames.filter((list) => indexVersion(db, build, list) !== versions[list]);
}

/**
 * The data as `db` holds it now: each changed list is opened again, the others are taken over. Over another database all lists are
 * opened. Other requests are answered meanwhile. Null, and nothing is opened, where an index has to be built first.
 */
export async function reopenData(data: Data, db: Database, build: string, now: number, say: Say): Promise<Data | null> {
  const world = db === data.db ? data : worldOver(db, data);
  const { vocabulary } = world;
  const versions = versionsOf(db, build);
  const isChanged = (list: ListName) => db !== data.db || versions[list] !== data.versions[list];
  const take = <List extends ListName>(list: List) => takeIndex(db, world, list, versions[list], say);
  const programs = isChanged("programs") ? await take("programs") : data.programs;
  const documents = isChanged("documents") ? await take("documents") : data.documents;
  const meetings = isChanged("meetings") ? await take("meetings") : data.meetings;
  if (programs === null || documents === null || meetings === null) return null;
  const week = isChanged("meetings") ? await inSlices(buildWeek(meetings.times, now)) : data.meetings.week;
  return {
    ...data,
    ...world,
    db,
    programs: isChanged("programs")
      ? openPrograms(db, vocabulary, lexiconOf(world, "programs"), programs, data.deskRules.checks)
      : data.programs,
    documents: isChanged("documents")
      ? openDocuments(db, vocabulary, lexiconOf(world, "documents"), documents, data.deskRules.checks)
      : data.documents,
    meetings: isChanged("meetings")
      ? openMeetings(db, vocabulary, lexiconOf(world, "meetings"), programsThatMeet(db), meetings, week)
      : // A program may be called something else by now.
        { ...data.meetings, ...meetingCollection(vocabulary, programsThatMeet(db)) },
    feedNames: feedNames(db),
    versions,
  };
}

/** The data with the week around now, once an hour has passed; the same data until then. */
export async function turnWeek(data: Data, now: number): Promise<Data> {
  if (!isOutdated(data.meetings.week, now)) return data;
  const week = await inSlices(buildWeek(data.meetings.times, now));
  return { ...data, meetings: { ...data.meetings, week } };
}

async function inSlices<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await setImmediate();
  }
}

function versionsOf(db: Database, build: string): Data["versions"] {
  const version = (list: ListName) => indexVersion(db, build, list);
  return { programs: version("programs"), documents: version("documents"), meetings: version("meetings") };
}
