import type { ListName } from "../database/versions.ts";

/** What a reader says is wrong with a listing, or with the site. Private: shown only at the desk. */
export interface NewReport {
  /** Both null for the site itself. */
  list: ListName | null;
  subject: string | null;
  /** The path of the field in the listing, such as `contacts[2].value`, or "other". */
  field: string;
  /** What the page said there; null if it said nothing. */
  wrong: string | null;
  /** What is right, as the reader wrote it; null if they do not know. */
  right: string | null;
  note: string | null;
}

/** A program, or a list of meetings, that a reader misses. */
export interface NewSuggestion {
  kind: SuggestionKind;
  name: string;
  what: string;
  /** Number, street or mail address, as written. */
  reach: string | null;
  url: string | null;
  /** How the reader knows it. */
  source: string | null;
}

export const suggestionKinds = ["program", "meetings"] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** How it was settled: done as the reader said, done otherwise, not done, or, for a meeting, forwarded to the keeper of its list. */
export const outcomes = ["accepted", "changed", "declined", "passed on"] as const;
export type Outcome = (typeof outcomes)[number];
/** A suggestion concerns no list that somebody else keeps. */
export type SuggestionOutcome = Exclude<Outcome, "passed on">;

/** What is known about a message besides its content. Instants are in ISO 8601. */
interface Received<Came extends Outcome> {
  /** Three words, such as "amber-mesa-heron". */
  reference: string;
  at: string;
  /** How many readers sent the same. */
  times: number;
  /** When an editor first opened it; null until then. */
  seenAt: string | null;
  answer: ReaderAnswer<Came> | null;
}

/** The final answer on the page of a reference. `reply` is public. */
interface ReaderAnswer<Came extends Outcome> {
  outcome: Came;
  reply: string | null;
  at: string;
}

export interface Report extends NewReport, Received<Outcome> {}
export interface Suggestion extends NewSuggestion, Received<SuggestionOutcome> {}
