import { readCommonWords } from "../catalog/common-words.ts";
import { readPhrasebook } from "../catalog/synonyms.ts";
import { readVocabulary } from "../catalog/vocabulary.ts";
import type { Database } from "../database/open.ts";
import { type ListName, listNames, listVersion } from "../database/versions.ts";
import { documentCollection } from "../library/facets.ts";
import { facetValues, type Vocabulary } from "../listing/vocabulary.ts";
import { meetingCounts } from "../meetings/find.ts";
import { buildMeetingIndex, type MeetingIndex } from "../meetings/open.ts";
import { isTown } from "../places/find.ts";
import { programCollection } from "../programs/facets.ts";
import { findProgram } from "../programs/find.ts";
import type { FacetValue } from "../search/facets/counts.ts";
import { buildIndex, type ListIndex } from "../search/index/build.ts";
import { hasIndex, readIndex, writeIndex } from "../search/index/file.ts";
import type { Lexicon } from "../search/words/lexicon.ts";

/** What the indexes are built with: the catalog's words, and the towns of the database. */
export interface IndexWorld {
  vocabulary: Vocabulary;
  lexicon: Lexicon;
}

interface Indexes {
  programs: ListIndex;
  documents: ListIndex;
  meetings: MeetingIndex;
}

/** Reads the words of a catalog, for a database that has the towns. */
export function readWorld(db: Database, folder: string): IndexWorld {
  const vocabulary = readVocabulary(folder);
  const phrasebook = readPhrasebook(folder, facetValues(vocabulary, "state"));
  return { vocabulary, lexicon: { phrasebook, commonWords: readCommonWords(), isPlaceName: (word) => isTown(db, word) } };
}

/** Names the data of a list, and the program (`build`) that indexes and shows it. */
export function indexVersion(db: Database, build: string, list: ListName): string {
  return `${build}-${listVersion(db, list)}`;
}

/** The index of a list: the one on file, else built now. */
export function loadIndex<List extends ListName>(db: Database, world: IndexWorld, build: string, list: List): Indexes[List] {
  return readIndex<Indexes[List]>(db, list, indexVersion(db, build, list)) ?? makeIndex(db, world, list);
}

/** Whether the index of a list is on file, so that taking it up is a matter of reading it. */
export function isIndexed(db: Database, build: string, list: ListName): boolean {
  return hasIndex(db, list, indexVersion(db, build, list));
}

/** Builds the indexes of what the database holds now and writes them to files, unless they are there already. */
export function prepareIndexes(db: Database, folder: string, build: string): void {
  const missing = listNames.filter((list) => !isIndexed(db, build, list));
  if (missing.length === 0) return;
  const world = readWorld(db, folder);
  for (const list of missing) writeIndex(db, list, indexVersion(db, build, list), makeIndex(db, world, list));
}

function makeIndex<List extends ListName>(db: Database, { vocabulary, lexicon: { phrasebook } }: IndexWorld, list: List): Indexes[List] {
  const make: { [Name in ListName]: () => Indexes[Name] } = {
    programs: () => buildIndex(db, programCollection(vocabulary), phrasebook),
    documents: () => buildIndex(db, documentCollection(vocabulary), phrasebook),
    meetings: () => buildMeetingIndex(db, vocabulary, phrasebook, programsThatMeet(db)),
  };
  return make[list]();
}

/** The programs that have meetings, as values to narrow by, most meetings first. */
export function programsThatMeet(db: Database): FacetValue[] {
  const counts = [...meetingCounts(db)].sort(([, a], [, b]) => b - a);
  return counts.map(([id]) => {
    const name = { en: findProgram(db, id)?.name ?? id };
    return { id, label: name, phrase: name, meaning: name };
  });
}
