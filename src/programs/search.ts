import { type Answer, answer } from "../search/answer.ts";
import { eitherBits } from "../search/facets/bits.ts";
import { taggedWith } from "../search/facets/counts.ts";
import type { Filter } from "../search/filter.ts";
import { interpret } from "../search/words/interpret.ts";
import type { ProgramCard } from "./card.ts";
import type { OpenPrograms } from "./open.ts";

/**
 * Answers a filter. With a state chosen or named, the programs of that state come before the nationwide ones. Where the words name a
 * territory, under which no program is filed, only the nationwide ones are found.
 */
export function searchPrograms(programs: OpenPrograms, filter: Filter): Answer<ProgramCard> {
  const interpreted = interpret(programs, filter);
  const tagged = (state: string) => taggedWith(programs.facetIndex, "state", state);
  const states = interpreted.chosen["state"] ?? [];
  const isTerritory = states.length === 0 && interpreted.understood?.places.some((place) => place.states.length > 0);
  return answer(programs, interpreted, {
    pinned: states.length === 0 ? null : states.map(tagged).reduce(eitherBits),
    restrictTo: isTerritory ? tagged("nationwide") : null,
  });
}
