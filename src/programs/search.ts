import { type Answer, answer } from "../search/answer.ts";
import { allBits, type Bits, bothBits, butNot, eachBit } from "../search/facets/bits.ts";
import { taggedWith } from "../search/facets/counts.ts";
import type { Filter } from "../search/filter.ts";
import { interpret } from "../search/words/interpret.ts";
import type { Matches } from "../search/words/match.ts";
import { askedFor } from "./asked-scopes.ts";
import type { ProgramCard } from "./card.ts";
import type { OpenPrograms } from "./open.ts";

/** What a match counts in a program that is for few, where nobody asked for those: enough for one that is about all the words. */
const unaskedWeight = 0.3;

/**
 * Answers a filter. What has closed comes last in every order. With a state chosen or named, its programs come before the nationwide
 * ones. What is for anybody comes before what is for few, unless these were asked for or another order was chosen; where words are
 * searched, what is for few counts less, be it the state's own: "wisconsin warm line" does not ask for the farmers'.
 */
export function searchPrograms(programs: OpenPrograms, filter: Filter): Answer<ProgramCard> {
  const interpreted = interpret(programs, filter);
  const { facetIndex, rows } = programs;
  const [state] = interpreted.chosen["state"] ?? [];
  const open = butNot(allBits(rows.length), taggedWith(facetIndex, "status", "closed"));
  const own = state === undefined ? null : taggedWith(facetIndex, "state", state);
  const asked = filter.sort === null ? askedFor(programs, interpreted) : null;
  if (asked === null || interpreted.matches === null) return answer(programs, interpreted, { pinned: only([open, own, asked]) });
  const matches = weakened(interpreted.matches, asked);
  return answer(programs, { ...interpreted, matches }, { pinned: only([open, own && bothBits(own, asked)]) });
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
