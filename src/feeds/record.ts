import type { Vocabulary } from "../listing/vocabulary.ts";
import type { Meeting } from "../meetings/meeting.ts";

/** What an import must know of the feed it reads. */
export interface FeedSource {
  id: string;
  /** What readers know it as. */
  name: string | null;
  program: string;
  zone: string | null;
  /** Where it names one state ("US-TX", "Texas"), that is the state of places that name none. */
  region: string | null;
  fellowship: "aa" | "al-anon" | "other";
  /** The catalog's: its languages are those a meeting can be in. */
  vocabulary: Vocabulary;
}

/** A thing put right on the way in: its kind ("time", "day", "text", "link", …), and the record and value it was seen in. */
export interface Repair {
  kind: string;
  record: string;
  was: string;
}

export interface Refused {
  record: string;
  reason: string;
}

/**
 * What a parser makes of a record: a draft and what was put right in it (no draft: in the feed as a whole), or why it is none.
 * Parsers make them one by one as they are taken: two hundred thousand drafts at once would be half a gigabyte.
 */
export type Read = { draft: Draft | null; repairs: Repair[] } | Refused;

/** A meeting before its time zone, frequency and type or language vocabulary are final. */
export interface Draft extends Omit<Meeting, "frequency" | "zone"> {
  /** The zone the record itself names; null where it names none. */
  recordZone: string | null;
}
