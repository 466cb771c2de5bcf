import { facetValues, type Vocabulary } from "../../listing/vocabulary.ts";
import type { Contact, Program } from "../../programs/program.ts";
import { pageSize } from "../results/list-page.ts";

/**
 * Returns how many readers a mistake in a listing would mislead, without a unit: the states that it serves, by its rank in our lists (most
 * readers see only the first page), by the ways left to reach it. Visits are not counted. `rank` counts from 0, easiest first.
 */
export function weigh(vocabulary: Vocabulary, { states, contacts }: Pick<Program, "states" | "contacts">, rank: number): number {
  const served = states === "nationwide" ? facetValues(vocabulary, "state").length : states.length;
  return (served * pageSize) / (pageSize + rank) / Math.max(1, contacts.filter(isWay).length);
}

/** Whether a contact reaches the program directly. */
function isWay({ kind }: Contact): boolean {
  return kind !== "about" && kind !== "address";
}

/** The weight of what is read rather than called: a wrong guide misleads nobody tonight. */
export const readWeight = 0.5;
