import { type Answer, answer } from "../search/answer.ts";
import { allBits, type Bits, bothBits, butNot, eachBit, eitherBits } from "../search/facets/bits.ts";
import { taggedWith } from "../search/facets/counts.ts";
import type { Filter } from "../search/filter.ts";
import { havingWords } from "../search/index/having-words.ts";
import { type Interpreted, interpret } from "../search/words/interpret.ts";
import type { Matches } from "../search/words/match.ts";
import { wordsOf } from "../search/words/text.ts";
import { askedFor } from "./asked-scopes.ts";
import type { ProgramCard } from "./card.ts";
import type { OpenPrograms } from "./open.ts";

/** What a match counts in a program that is for few, where nobody asked for those: enough for one that is about all the words. */
const unaskedWeight = 0.3;

/**
 * Answers a filter. What has closed comes last in every order. With a state chosen or named, its programs come before the nationwide
 * ones; where nothing but a town was asked for, those that name it come first of all. Where the words name a territory, under which no
 * program is filed, only the nationwide ones are found. What is for anybody comes before what is for few, unless these were asked for
 * or another order was chosen; where words are searched, what is for few counts less, be it the state's own: "wisconsin warm line" does
 * not ask for the farmers'.
 */
export function searchPrograms(programs: OpenPrograms, filter: Filter): Answer<ProgramCard> {
  const interpreted = interpret(programs, filter);
  const { facetIndex, rows } = programs;
  const tagged = (state: string) => taggedWith(facetIndex, "state", state);
  const states = interpreted.chosen["state"] ?? [];
  const isTerritory = states.length === 0 && interpreted.understood?.places.some((place) => place.states.length > 0);
  const restrictTo = isTerritory ? tagged("nationwide") : null;
  const open = butNot(allBits(rows.length), taggedWith(facetIndex, "status", "closed"));
  const own = states.length === 0 ? null : states.map(tagged).reduce(eitherBits);
  const asked = filter.sort === null ? askedFor(programs, interpreted) : null;
  if (asked === null || interpreted.matches === null) {
    const pinned = only([open, ...inTown(programs, interpreted, own), own, asked]);
    return answer(programs, interpreted, { own, pinned, restrictTo });
  }
  const matches = weakened(interpreted.matches, asked);
  return answer(programs, { ...interpreted, matches }, { own, pinned: only([open, own && bothBits(own, asked)]), restrictTo });
}

/** Of a state's own, those that name the town, where the search is no more than the town; else nothing. */
function inTown({ text }: OpenPrograms, { understood }: Interpreted, own: Bits | null): Bits[] {
  if (own === null || understood === null || understood.terms.length > 0) return [];
  const near = understood.places.flatMap((place) => place.near ?? []);
  return near.map((label) => bothBits(own, havingWords(text, wordsOf(label.split(",")[0]!))));
}

/** The same matches, with those that nobody asked for weakened. */
function weakened(matches: Matches, asked: Bits): Matches {
  const scores = matches.scores.slice();
  eachBit(butNot(matches.bits, asked), (position) => {
    scores[position]! *= unaskedWeight;
  });
  return { ...matches, scores };
}

function only(sets: readonly (Bits | null)[]): Bits[] {
  return sets.filter((set) => set !== null);
}
