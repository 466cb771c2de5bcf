import { type Answer, answer } from "../search/answer.ts";
import { type Bits, bothBits, eitherBits } from "../search/facets/bits.ts";
import { taggedWith } from "../search/facets/counts.ts";
import type { Filter } from "../search/filter.ts";
import { havingWords } from "../search/index/having-words.ts";
import { type Interpreted, interpret } from "../search/words/interpret.ts";
import { wordsOf } from "../search/words/text.ts";
import type { ProgramCard } from "./card.ts";
import type { OpenPrograms } from "./open.ts";

/**
 * Answers a filter. With a state chosen or named, the programs of that state come before the nationwide ones; where nothing but a town
 * was asked for, those that name it come first of all. Where the words name a territory, under which no program is filed, only the
 * nationwide ones are found.
 */
export function searchPrograms(programs: OpenPrograms, filter: Filter): Answer<ProgramCard> {
  const interpreted = interpret(programs, filter);
  const tagged = (state: string) => taggedWith(programs.facetIndex, "state", state);
  const states = interpreted.chosen["state"] ?? [];
  if (states.length > 0) {
    const own = states.map(tagged).reduce(eitherBits);
    return answer(programs, interpreted, { pinned: [...inTown(programs, interpreted, own), own] });
  }
  const isTerritory = interpreted.understood?.places.some((place) => place.states.length > 0);
  return answer(programs, interpreted, { restrictTo: isTerritory ? tagged("nationwide") : null });
}

/** Of a state's own, those that name the town, where the search is no more than the town; else nothing. */
function inTown({ text }: OpenPrograms, { understood }: Interpreted, own: Bits): Bits[] {
  const near = understood?.terms.length === 0 ? understood.places.flatMap((place) => place.near ?? []) : [];
  return near.map((label) => bothBits(own, havingWords(text, wordsOf(label.split(",")[0]!))));
}
