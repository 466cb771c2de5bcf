import { type Answer, answer } from "../search/answer.ts";
import { taggedWith } from "../search/facets/counts.ts";
import type { Filter } from "../search/filter.ts";
import { interpret } from "../search/words/interpret.ts";
import type { ProgramCard } from "./card.ts";
import type { OpenPrograms } from "./open.ts";

/** Answers a filter. With a state chosen or named, the programs of that state come before the nationwide ones. What has closed comes last. */
export function searchPrograms(programs: OpenPrograms, filter: Filter): Answer<ProgramCard> {
  const interpreted = interpret(programs, filter);
  const [state] = interpreted.chosen["state"] ?? [];
  const tagged = (name: string, value: string) => taggedWith(programs.facetIndex, name, value);
  return answer(programs, interpreted, { pinned: state === undefined ? null : tagged("state", state), last: tagged("status", "closed") });
}
