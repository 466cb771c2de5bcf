import { type Bits, bothBits, butNot, eachBit } from "../search/facets/bits.ts";
import type { OpenPrograms } from "./open.ts";
import type { Program } from "./program.ts";

/** Values from here on in the order of ease are of closed programs. */
export const closedEase = 1000;

/**
 * Returns how easily somebody far from town can reach a program, lowest first (pages explain the rule with words.programs.sortRule): by the
 * first step that fits; within a step, nationwide before state programs, for everybody before for few, crisis lines (which are on every
 * page) after the others, active before unconfirmed. Closed programs come last.
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

/** Returns the weight of a match: a search without a state is served best by confirmed programs that serve every state. */
export function weightOf(program: Program): number {
  const certainty = { active: 1, unconfirmed: 0.8, closed: 0.3 }[program.status];
  return certainty * (program.states === "nationwide" ? 1 : 0.5);
}

/** Returns these positions, easiest to reach first; those long overdue for a check come last, since nobody knows whether they answer. */
export function easiestFirst({ sunk }: Pick<OpenPrograms, "sunk">, positions: Bits): number[] {
  const parts = sunk === null ? [positions] : [butNot(positions, sunk), bothBits(positions, sunk)];
  const ordered: number[] = [];
  for (const part of parts) eachBit(part, (position) => void ordered.push(position));
  return ordered;
}
