import { type Answer, answer } from "../search/answer.ts";
import { allBits, type Bits, bothBits, butNot, eitherBits, hasBit } from "../search/facets/bits.ts";
import { taggedWith } from "../search/facets/counts.ts";
import type { Filter } from "../search/filter.ts";
import { havingWords } from "../search/index/having-words.ts";
import { type Interpreted, interpret } from "../search/words/interpret.ts";
import type { Matches } from "../search/words/match.ts";
import { wordsOf } from "../search/words/text.ts";
import { askedFor } from "./asked-scopes.ts";
import type { ProgramCard } from "./card.ts";
import type { OpenPrograms } from "./open.ts";

/** Weight factor of a program for few people that was not asked for: enough for one that is about all the words. */
const unaskedWeight = 0.3;

/**
 * Runs a filter. Closed programs come last in every order. With a state chosen or named, its programs come before nationwide ones; if only
 * a town was searched for, those that name it come before all. Programs for anybody come before those for few, unless these were asked for
 * or another order was chosen; in a word search, programs for few have less weight, even the state's own: "wisconsin warm line" does not
 * ask for the farmers'. In the order of ease, programs long overdue for a check come after the rest of their kind.
 */
export function searchPrograms(programs: OpenPrograms, filter: Filter): Answer<ProgramCard> {
  const interpreted = interpret(programs, filter);
  const { facetIndex, rows, sunk } = programs;
  const own = ownPrograms(programs, interpreted);
  const open = butNot(allBits(rows.length), taggedWith(facetIndex, "status", "closed"));
  const town = own === null ? [] : inTown(programs, interpreted, own);
  const asked = filter.sort === null ? askedFor(programs, interpreted) : null;
  const restrictTo = own === null ? servedFromAfar(programs, interpreted) : null;
  const byEase = interpreted.matches === null && (filter.sort === null || filter.sort === "reach");
  const known = byEase && sunk !== null ? butNot(allBits(rows.length), sunk) : null;
  if (asked === null || interpreted.matches === null)
    return answer(programs, interpreted, { own, pinned: only([open, ...town, own, asked, known]), restrictTo });
  const matches = weakened(interpreted.matches, asked);
  return answer(programs, { ...interpreted, matches }, { own, pinned: only([open, ...town, own && bothBits(own, asked)]), restrictTo });
}

/** Returns the programs of the states that were chosen or named; null where none was. */
function ownPrograms({ facetIndex }: OpenPrograms, { chosen }: Interpreted): Bits | null {
  const states = chosen["state"] ?? [];
  return states.length === 0 ? null : states.map((state) => taggedWith(facetIndex, "state", state)).reduce(eitherBits);
}

/** Returns the state's own programs that name the town, if the search is only a town; else nothing. */
function inTown({ text }: OpenPrograms, { understood }: Interpreted, own: Bits): Bits[] {
  const near = understood?.terms.length === 0 ? understood.places.flatMap((place) => place.near ?? []) : [];
  return near.map((label) => bothBits(own, havingWords(text, wordsOf(label.split(",")[0]!))));
}

/** Returns the nationwide programs if the words name a territory, under which no program is listed; else null. */
function servedFromAfar({ facetIndex }: OpenPrograms, { understood }: Interpreted): Bits | null {
  const isTerritory = understood?.places.some((place) => place.states.length > 0);
  return isTerritory ? taggedWith(facetIndex, "state", "nationwide") : null;
}

/** Returns the matches with lower scores for programs that were not asked for. */
function weakened(matches: Matches, asked: Bits): Matches {
  const scores = matches.scores.map((score, place) => (hasBit(asked, matches.positions[place]!) ? score : score * unaskedWeight));
  return { ...matches, scores };
}

function only(sets: readonly (Bits | null)[]): Bits[] {
  return sets.filter((set) => set !== null);
}
