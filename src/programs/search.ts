import { ask } from "../search/words/interpret.ts";
import type { OpenCollection } from "../search/collection.ts";
import { type Found, find } from "../search/answer.ts";
import type { Filter } from "../search/filter.ts";
import type { ProgramCard } from "./card.ts";

/** Answers a filter. With a state chosen or named, the programs of that state come before the nationwide ones. */
export function searchPrograms(programs: OpenCollection, filter: Filter): Found<ProgramCard> {
  const asked = ask(programs, filter);
  const [state] = asked.filter.chosen["state"] ?? [];
  const local = state === undefined ? null : programs.index.own.get(`state ${state}`);
  return find<ProgramCard>(programs, asked, { first: local ?? null });
}
