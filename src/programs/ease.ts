import { type Bits, bothBits, butNot, eachBit } from "../search/facets/bits.ts";
import type { OpenPrograms } from "./open.ts";
import type { Program } from "./program.ts";

/** From here on in the order of ease, programs have closed. */
export const closedEase = 1000;

/**
 * How easily somebody far from town reaches it, lowest first (pages explain the rule with words.programs.sortRule): the first step
 * that fits; on one step nationwide before one state, for everybody before for few, crisis lines (they are on every page) after
 * the others, confirmed before unconfirmed. What has closed comes after everything.
 */
export function easeOf(program: Program): number {
  const { access, category } = program.facets;
  const steps = [
    "any-phone" in access && "any-hour" in access,
    "any-phone" in access,
    "low-data" in access,
    "online-from-home" in access,
    "by-mail" in access,
    "start-your-own" in access || "rural-in-person" in access,
    true,
  ];
  const later = [program.states !== "nationwide", program.scope.who === "some", "crisis-line" in category, program.status !== "active"];
  const place = later.reduce((sum, applies) => sum * 2 + Number(applies), 0);
  return Number(program.status === "closed") * closedEase + steps.indexOf(true) * 100 + place;
}

/** How much a match of words counts: a search that names no state is served best by what serves all and is confirmed. */
export function weightOf(program: Program): number {
  const certainty = { active: 1, unconfirmed: 0.8, closed: 0.3 }[program.status];
  return certainty * (program.states === "nationwide" ? 1 : 0.5);
}

/** These positions, the easiest to reach first; what is long overdue for a check comes after the others, since nobody knows whether it answers. */
export function easiestFirst({ sunk }: Pick<OpenPrograms, "sunk">, positions: Bits): number[] {
  const parts = sunk === null ? [positions] : [butNot(positions, sunk), bothBits(positions, sunk)];
  const ordered: number[] = [];
  for (const part of parts) eachBit(part, (position) => void ordered.push(position));
  return ordered;
}
