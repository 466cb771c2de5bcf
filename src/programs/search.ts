import { ask } from "../collection/ask.ts";
import type { OpenCollection } from "../collection/collection.ts";
import { type Found, find } from "../collection/find.ts";
import type { Filter } from "../facets/filter.ts";
import type { ProgramCard } from "./card.ts";

/** Answers a filter. With a state chosen or named, the programs of that state come before the nationwide ones. */
export function searchPrograms(programs: OpenCollection, filter: Filter): Found<ProgramCard> {
  const asked = ask(programs, filter);
  const [state] = asked.filter.chosen["state"] ?? [];
  const local = state === undefined ? null : programs.index.own.get(`state ${state}`);
  return find<ProgramCard>(programs, asked, { first: local ?? null });
}
