import type { NamedPlace } from "./named-place.ts";
import type { TypedNumber } from "./numbers.ts";
import type { Alternatives } from "./text.ts";

/** How somebody's words were understood. */
export interface Understood {
  /** The words, typos corrected. */
  words: string[];
  /** Search terms, each matched by any of its alternatives. */
  terms: Term[];
  /** Choices that the words imply, with those words: "by phone". */
  impliedFilters: ImpliedFilter[];
  /** Places that the words name. */
  places: NamedPlace[];
  /** Ids of the dangers that the words indicate, regardless of the list and of what it finds. */
  dangers: string[];
  /** Whether the words ask for a person to talk to. */
  wantsPerson: boolean;
  /** Lists that the words name. */
  named: string[];
  /** Words treated as typos, and what was searched instead. */
  corrected: { typed: string; taken: string }[];
  /** Words that find nothing and were left out. */
  dropped: string[];
  /** The telephone number that was typed; if set, only that is searched. */
  number: TypedNumber | null;
}

/** A search term and its alternatives. */
export interface Term extends Alternatives {
  typed: string;
  /** Its weight, usually 1: an everyday word has little, however rare it is in the list. */
  weight: number;
  /** True to exclude the listings that are about it. */
  negated: boolean;
}

/** A choice that words imply, and the words that said so. */
export interface ImpliedFilter {
  facet: string;
  value: string;
  typed: string;
}

/** Returns an empty interpretation of these words, with their dangers. */
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
