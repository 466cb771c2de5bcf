import type { Database } from "../database/open.ts";
import { type ListName, listNames, listVersion } from "../database/versions.ts";
import { readNameWords } from "../feeds/name-words.ts";
import { documentCollection } from "../library/facets.ts";
import { meetingCounts } from "../meetings/find.ts";
import { buildMeetingIndex, type MeetingIndex } from "../meetings/open.ts";
import { isTown } from "../places/find.ts";
import { placeReader } from "../places/in-words/reader.ts";
import { programCollection } from "../programs/facets.ts";
import { findProgram } from "../programs/find.ts";
import type { FacetValue } from "../search/facets/counts.ts";
import { buildIndex, buildIndexInSteps, type ListIndex } from "../search/index/build.ts";
import { DamagedIndex, readIndex, readIndexInBackground, writeIndex } from "../search/index/file.ts";
import type { Lexicon } from "../search/words/lexicon.ts";
import type { PlaceReader } from "../search/words/named-place.ts";
import type { Catalog } from "./catalog.ts";
import { inSlices } from "./in-slices.ts";

/** Inputs to the indexes: the catalog's words and the database's towns. */
export interface IndexWorld extends Pick<Catalog, "vocabulary" | "language"> {
  places: Pick<Lexicon, "isPlaceName" | "readPlaces">;
}

/** Returns the lexicon of a list. */
export function lexiconOf({ language, places }: IndexWorld, list: ListName): Lexicon {
  return {
    ...places,
    get phrasebook() {
      return language().phrasebooks.byList[list];
    },
    get everyPhrase() {
      return language().phrasebooks.everyPhrase;
    },
    get sayings() {
      return language().phrasebooks.sayings;
    },
    get commonWords() {
      return language().commonWords;
    },
  };
}

/** Reports a sentence to the operator. */
export type Say = (sentence: string) => void;

interface Indexes {
  programs: ListIndex;
  documents: ListIndex;
  meetings: MeetingIndex;
}

/** Combines the words of a catalog with the towns of a database. */
export function worldOver(db: Database, { vocabulary, language }: Pick<Catalog, "vocabulary" | "language">): IndexWorld {
  let reader: PlaceReader | null = null;
  const readPlaces: PlaceReader = (words, known) => {
    reader ??= placeReader(db, language().commonWords);
    return reader(words, known);
  };
  return { vocabulary, language, places: { isPlaceName: (word) => isTown(db, word), readPlaces } };
}

/** Returns the version of a list's index: the version of its data and of the program (`build`) that indexes and shows it. */
export function indexVersion(db: Database, build: string, list: ListName): string {
  return `${build}-${listVersion(db, list)}`;
}

/**
 * Returns the index of a list from its file, or else builds it and writes the file. Calls `say` where the file was damaged or cannot be
 * written.
 */
export function loadIndex<List extends ListName>(db: Database, world: IndexWorld, build: string, list: List, say: Say): Indexes[List] {
  const version = indexVersion(db, build, list);
  const onFile = readGoodIndex<Indexes[List]>(db, list, version, say);
  if (onFile !== null) return onFile;
  const index = makeIndex(db, world, list);
  try {
    writeIndex(db, list, version, index);
  } catch (error) {
    say(`The search index of ${list} could not be kept beside the database (${(error as Error).message}). Going on without.`);
  }
  return index;
}

/**
 * Builds the index of the programs or the library on a running server, in slices, between which requests are handled. Three hundred
 * programs take a twentieth of a second.
 */
export function indexInSlices(db: Database, { vocabulary, language }: IndexWorld, list: "programs" | "documents"): Promise<ListIndex> {
  const collection = list === "programs" ? programCollection(vocabulary) : documentCollection(vocabulary);
  return inSlices(buildIndexInSteps(db, collection, language().phrasebooks.byList[list]));
}

/**
 * Returns the index of the meetings from its file, for a running server, which does not build it; null where another process has to build
 * it first (`catalog index`). An in-memory database has no files, so its index is built here.
 */
export async function takeMeetingIndex(db: Database, world: IndexWorld, version: string, say: Say): Promise<MeetingIndex | null> {
  if (db.memory) return makeIndex(db, world, "meetings");
  try {
    return await readIndexInBackground<MeetingIndex>(db, "meetings", version);
  } catch (error) {
    return nullIfDamaged(error, say);
  }
}

/** Builds the indexes of the current database and writes them to files, except where good ones exist. */
export function prepareIndexes(db: Database, catalog: () => Catalog, build: string, say: Say): void {
  const version = (list: ListName) => indexVersion(db, build, list);
  const missing = listNames.filter((list) => readGoodIndex(db, list, version(list), say) === null);
  if (missing.length === 0) return;
  const world = worldOver(db, catalog());
  for (const list of missing) writeIndex(db, list, version(list), makeIndex(db, world, list));
}

function readGoodIndex<Index>(db: Database, list: ListName, version: string, say: Say): Index | null {
  try {
    return readIndex<Index>(db, list, version);
  } catch (error) {
    return nullIfDamaged(error, say);
  }
}

function nullIfDamaged(error: unknown, say: Say): null {
  if (!(error instanceof DamagedIndex)) throw error;
  say(error.message);
  return null;
}

function makeIndex<List extends ListName>(db: Database, { vocabulary, language }: IndexWorld, list: List): Indexes[List] {
  const { byList } = language().phrasebooks;
  const make: { [Name in ListName]: () => Indexes[Name] } = {
    programs: () => buildIndex(db, programCollection(vocabulary), byList.programs),
    documents: () => buildIndex(db, documentCollection(vocabulary), byList.documents),
    meetings: () => buildMeetingIndex(db, vocabulary, byList.meetings, programsThatMeet(db), readNameWords()),
  };
  return make[list]();
}

/** Returns the programs that have meetings as facet values, most meetings first. */
function programsThatMeet(db: Database): FacetValue[] {
  const counts = [...meetingCounts(db)].sort(([, a], [, b]) => b - a);
  return namePrograms(
    db,
    counts.map(([id]) => id),
  );
}

/** Returns the programs of an index as facet values, with their current names. */
export function programsIn(db: Database, { facetIndex }: Pick<MeetingIndex, "facetIndex">): FacetValue[] {
  const values = facetIndex.facets.find(({ name }) => name === "program")?.values ?? [];
  return namePrograms(
    db,
    values.map(({ id }) => id),
  );
}

function namePrograms(db: Database, ids: readonly string[]): FacetValue[] {
  return ids.map((id) => {
    const name = { en: findProgram(db, id)?.name ?? id };
    return { id, label: name, phrase: name, meaning: name };
  });
}
