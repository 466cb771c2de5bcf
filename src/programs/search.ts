import { type Answer, answer } from "../search/answer.ts";
import { allBits, butNot } from "../search/facets/bits.ts";
import { taggedWith } from "../search/facets/counts.ts";
import type { Filter } from "../search/filter.ts";
import { interpret } from "../search/words/interpret.ts";
import { askedFor } from "./asked-scopes.ts";
import type { ProgramCard } from "./card.ts";
import type { OpenPrograms } from "./open.ts";

/**
 * Answers a filter. What has closed comes last in every order. With a state chosen or named, its programs come before the nationwide
 * ones. What is for anybody comes before what is for few, unless these were asked for or another order was chosen; where words are
 * searched that counts more than the state: who types "wisconsin warm line" does not mean the farmers' one.
 */
export function searchPrograms(programs: OpenPrograms, filter: Filter): Answer<ProgramCard> {
  const interpreted = interpret(programs, filter);
  const { facetIndex, rows } = programs;
  const [state] = interpreted.chosen["state"] ?? [];
  const open = butNot(allBits(rows.length), taggedWith(facetIndex, "status", "closed"));
  const own = state === undefined ? null : taggedWith(facetIndex, "state", state);
  const asked = filter.sort === null ? askedFor(programs, interpreted) : null;
  const pinned = interpreted.matches ? [open, asked, own] : [open, own, asked];
  return answer(programs, interpreted, { pinned: pinned.filter((set) => set !== null) });
}
