import type { NamedPlace } from "./named-place.ts";
import type { TypedNumber } from "./numbers.ts";
import type { Alternatives } from "./text.ts";

/** What somebody's words were taken to mean. */
export interface Understood {
  /** The words, typos corrected. */
  words: string[];
  /** What is searched, each by one of its alternatives. */
  terms: Term[];
  /** Choices that the words imply, with the words that said so: "by phone". */
  impliedFilters: ImpliedFilter[];
  /** The places that the words name. */
  places: NamedPlace[];
  /** The ids of the dangers that the words speak of: a fact about the words, whatever the list and whatever it finds. */
  dangers: string[];
  /** Whether they ask for a person to talk to. */
  wantsPerson: boolean;
  /** The lists that they name. */
  named: string[];
  /** Words taken for a typo, and what was searched instead. */
  corrected: { typed: string; taken: string }[];
  /** Words that find nothing and were left out. */
  dropped: string[];
  /** The telephone number that was typed: then only that is searched. */
  number: TypedNumber | null;
}

/** One search term and its alternatives. */
export interface Term extends Alternatives {
  typed: string;
  /** How much it says, usually 1: an everyday word says little, whatever the list has of it. */
  weight: number;
  /** True where the listings that are about it are not wanted. */
  negated: boolean;
}

interface ImpliedFilter {
  facet: string;
  value: string;
  typed: string;
}

/** Words of which nothing is understood yet, and their dangers. */
export function startUnderstanding(words: string[], dangers: string[]): Understood {
  return {
    words,
    terms: [],
    impliedFilters: [],
    places: [],
    dangers,
    wantsPerson: false,
    named: [],
    corrected: [],
    dropped: [],
    number: null,
  };
}

/** Adds a term, or drops its words where there is no way to find it. */
export function addTerm(understood: Understood, term: Partial<Term> & { typed: string }): void {
  const added = { prefixes: [], phrases: [], synonyms: [], weight: 1, negated: false, ...term };
  if (added.prefixes.length + added.phrases.length + added.synonyms.length > 0) understood.terms.push(added);
  else if (!added.negated) understood.dropped.push(added.typed);
}
