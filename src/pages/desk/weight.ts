import { facetValues, type Vocabulary } from "../../listing/vocabulary.ts";
import type { Contact, Program } from "../../programs/program.ts";

/**
 * How many readers a mistake in a listing would mislead, in no unit: the states that it serves, by how high it is on our lists, by the ways
 * that are left to reach it. Nobody's visits are counted. `rank` counts from 0, in the order of ease.
 */
export function weigh(vocabulary: Vocabulary, { states, contacts }: Pick<Program, "states" | "contacts">, rank: number): number {
  const served = states === "nationwide" ? facetValues(vocabulary, "state").length : states.length;
  return (served * pageSize) / (pageSize + rank) / Math.max(1, contacts.filter(isWay).length);
}

/** Of twenty in a list most readers see the first. */
const pageSize = 20;

/** Something by which one reaches the program itself. */
function isWay({ kind }: Contact): boolean {
  return kind !== "about" && kind !== "address";
}

/** What is read, and not called: a guide misleads nobody tonight. */
export const readWeight = 0.5;
