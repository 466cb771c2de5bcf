import type { Phrasebooks } from "../catalog/synonyms.ts";
import type { Database } from "../database/open.ts";
import { type ListName, listNames, listVersion } from "../database/versions.ts";
import { readNameWords } from "../feeds/name-words.ts";
import { documentCollection } from "../library/facets.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
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
import type { Catalog } from "./catalog.ts";
import { inSlices } from "./in-slices.ts";

/** What the indexes are built with: the catalog's words, and the towns of the database. */
export interface IndexWorld {
  vocabulary: Vocabulary;
  phrasebooks: Phrasebooks;
  /** What the engine is told beside a list's phrasebook. */
  language: Omit<Lexicon, "phrasebook" | "everyPhrase">;
}

/** What the engine knows of language on one list. */
export function lexiconOf({ phrasebooks, language }: IndexWorld, list: ListName): Lexicon {
  return { ...language, phrasebook: phrasebooks.byList[list], everyPhrase: phrasebooks.everyPhrase };
}

/** Tells the operator something, in a sentence. */
export type Say = (sentence: string) => void;

interface Indexes {
  programs: ListIndex;
  documents: ListIndex;
  meetings: MeetingIndex;
}

/** The words of a catalog, over a database that has the towns. */
export function worldOf(db: Database, { vocabulary, phrasebooks, commonWords }: Catalog): IndexWorld {
  const language = { commonWords, isPlaceName: () => false, readPlaces: () => [] };
  return worldOver(db, { vocabulary, phrasebooks, language });
}

/** The same words over another database: its towns. */
export function worldOver(db: Database, { vocabulary, phrasebooks, language }: IndexWorld): IndexWorld {
  const places = { isPlaceName: (word: string) => isTown(db, word), readPlaces: placeReader(db, language.commonWords) };
  return { vocabulary, phrasebooks, language: { ...language, ...places } };
}

/** Names the data of a list, and the program (`build`) that indexes and shows it. */
export function indexVersion(db: Database, build: string, list: ListName): string {
  return `${build}-${listVersion(db, list)}`;
}

/**
 * The index of a list: the one on file, else one built now and written there. Calls `say` with a sentence where the file was damaged or
 * cannot be written.
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
 * The index of the programs or of the library for a server that is answering requests: built here, in slices between which requests are
 * answered. Three hundred programs take a twentieth of a second.
 */
export function indexInSlices(db: Database, { vocabulary, phrasebooks }: IndexWorld, list: "programs" | "documents"): Promise<ListIndex> {
  const collection = list === "programs" ? programCollection(vocabulary) : documentCollection(vocabulary);
  return inSlices(buildIndexInSteps(db, collection, phrasebooks.byList[list]));
}

/**
 * The index of the meetings for a server that is answering requests: it builds nothing. Null where another process has to build the index
 * first (`catalog index`). A database in memory has no files, so its index is built here.
 */
export async function takeMeetingIndex(db: Database, world: IndexWorld, version: string, say: Say): Promise<MeetingIndex | null> {
  if (db.memory) return makeIndex(db, world, "meetings");
  try {
    return await readIndexInBackground<MeetingIndex>(db, "meetings", version);
  } catch (error) {
    return nullIfDamaged(error, say);
  }
}

/** Builds the indexes of what the database holds now and writes them to files, unless good ones are there already. */
export function prepareIndexes(db: Database, catalog: () => Catalog, build: string, say: Say): void {
  const version = (list: ListName) => indexVersion(db, build, list);
  const missing = listNames.filter((list) => readGoodIndex(db, list, version(list), say) === null);
  if (missing.length === 0) return;
  const world = worldOf(db, catalog());
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

function makeIndex<List extends ListName>(db: Database, { vocabulary, phrasebooks }: IndexWorld, list: List): Indexes[List] {
  const { byList } = phrasebooks;
  const make: { [Name in ListName]: () => Indexes[Name] } = {
    programs: () => buildIndex(db, programCollection(vocabulary), byList.programs),
    documents: () => buildIndex(db, documentCollection(vocabulary), byList.documents),
    meetings: () => buildMeetingIndex(db, vocabulary, byList.meetings, programsThatMeet(db), readNameWords()),
  };
  return make[list]();
}

/** The programs that have meetings, as values to narrow by, most meetings first. */
export function programsThatMeet(db: Database): FacetValue[] {
  const counts = [...meetingCounts(db)].sort(([, a], [, b]) => b - a);
  return namePrograms(
    db,
    counts.map(([id]) => id),
  );
}

/** Programs as values to narrow by, under the names that they have now. */
export function namePrograms(db: Database, ids: readonly string[]): FacetValue[] {
  return ids.map((id) => {
    const name = { en: findProgram(db, id)?.name ?? id };
    return { id, label: name, phrase: name, meaning: name };
  });
}
