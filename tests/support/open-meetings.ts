import type { Database } from "../../src/database/open.ts";
import { readNameWords } from "../../src/feeds/name-words.ts";
import { buildMeetingIndex, type OpenMeetings, openMeetings } from "../../src/meetings/open.ts";
import { weekOf } from "../../src/meetings/schedule/week.ts";
import { makePhrasebook } from "../../src/search/words/phrasebook.ts";
import { makeSayings } from "../../src/search/words/sayings.ts";
import { vocabulary } from "./vocabulary.ts";

/** The meetings of a database with no catalog, and so no words that mean anything: `now` is in epoch milliseconds. */
export function openMeetingsOf(db: Database, now: number): OpenMeetings {
  const phrasebook = makePhrasebook([]);
  const commonWords = new Map<string, number>();
  const lexicon = {
    phrasebook,
    everyPhrase: phrasebook,
    sayings: makeSayings({}, []),
    commonWords,
    isPlaceName: () => false,
    readPlaces: () => [],
  };
  const index = buildMeetingIndex(db, vocabulary, phrasebook, [], readNameWords());
  return openMeetings(db, vocabulary, lexicon, [], index, weekOf(index.times, now));
}
