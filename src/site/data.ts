import { setImmediate } from "node:timers/promises";
import { type Guidance, type HelpNow, type Prose, type ProseName, readGuidance, readHelpNow, readProse } from "../catalog/guidance.ts";
import type { Database } from "../database/open.ts";
import { type ListName, listNames } from "../database/versions.ts";
import { feedNames } from "../feeds/state.ts";
import { type OpenDocuments, openDocuments } from "../library/open.ts";
import { meetingCollection } from "../meetings/facets.ts";
import { type OpenMeetings, openMeetings } from "../meetings/open.ts";
import { buildWeek, isOutdated, weekOf } from "../meetings/schedule/week.ts";
import { type OpenPrograms, openPrograms } from "../programs/open.ts";
import { type IndexWorld, indexVersion, loadIndex, programsThatMeet, readWorld } from "./indexes.ts";

/** Everything that pages answer from, as of one moment. Replaced whole, never changed in place. */
export interface Data extends IndexWorld {
  db: Database;
  programs: OpenPrograms;
  documents: OpenDocuments;
  meetings: OpenMeetings;
  /** What readers know each feed of meetings as, by its id. */
  feedNames: ReadonlyMap<string, string>;
  guidance: Guidance;
  helpNow: HelpNow;
  prose: Readonly<Record<ProseName, Prose>>;
  /** The version of each list, as indexed and shown. */
  versions: Readonly<Record<ListName, string>>;
}

/** Opens the data with everything it needs of the catalog in `folder`. `now` is in epoch milliseconds. */
export function openData(db: Database, folder: string, build: string, now: number): Data {
  const world = readWorld(db, folder);
  const { vocabulary, lexicon } = world;
  const meetings = loadIndex(db, world, build, "meetings");
  return {
    db,
    ...world,
    programs: openPrograms(db, vocabulary, lexicon, loadIndex(db, world, build, "programs")),
    documents: openDocuments(db, vocabulary, lexicon, loadIndex(db, world, build, "documents")),
    meetings: openMeetings(db, vocabulary, lexicon, programsThatMeet(db), meetings, weekOf(meetings.times, now)),
    feedNames: feedNames(db),
    guidance: readGuidance(folder, vocabulary),
    helpNow: readHelpNow(folder),
    prose: readProse(folder, vocabulary),
    versions: versionsOf(db, build),
  };
}

/** The lists that another process has changed since this data was opened. */
export function changedLists({ db, versions }: Data, build: string): ListName[] {
  return listNames.filter((list) => indexVersion(db, build, list) !== versions[list]);
}

/** The data as it is now: each changed list is opened again, the others are taken over. Other requests are answered meanwhile. */
export async function reopenData(data: Data, build: string, now: number): Promise<Data> {
  const { db, vocabulary, lexicon } = data;
  const versions = versionsOf(db, build);
  const changed = changedLists(data, build);
  const programs = changed.includes("programs")
    ? openPrograms(db, vocabulary, lexicon, loadIndex(db, data, build, "programs"))
    : data.programs;
  const documents = changed.includes("documents")
    ? openDocuments(db, vocabulary, lexicon, loadIndex(db, data, build, "documents"))
    : data.documents;
  const meetings = changed.includes("meetings") ? await reopenMeetings(data, build, now) : renamePrograms(data);
  return { ...data, programs, documents, meetings, feedNames: feedNames(db), versions };
}

/** The data with the week around now, once an hour has passed; the same data until then. */
export async function turnWeek(data: Data, now: number): Promise<Data> {
  if (!isOutdated(data.meetings.week, now)) return data;
  const week = await inSlices(buildWeek(data.meetings.times, now));
  return { ...data, meetings: { ...data.meetings, week } };
}

async function reopenMeetings({ db, vocabulary, lexicon }: Data, build: string, now: number): Promise<OpenMeetings> {
  const index = loadIndex(db, { vocabulary, lexicon }, build, "meetings");
  const week = await inSlices(buildWeek(index.times, now));
  return openMeetings(db, vocabulary, lexicon, programsThatMeet(db), index, week);
}

/** A program may be called something else by now. */
function renamePrograms({ db, vocabulary, meetings }: Data): OpenMeetings {
  return { ...meetings, ...meetingCollection(vocabulary, programsThatMeet(db)) };
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
