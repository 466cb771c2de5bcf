import { type Bits, eitherBits } from "../search/facets/bits.ts";
import type { FacetIndex } from "../search/facets/counts.ts";
import { lowerBound } from "../search/lower-bound.ts";
import { type CheckRules, readCheckTag, turnsOf } from "./check.ts";

/** What the date alone changes in a list. */
export interface CheckTurns {
  /** Every instant at which a check becomes overdue, sinks its listing or lapses, earliest first (epoch milliseconds). */
  instants: readonly number[];
  /** The listings that sink at each instant, earliest first. */
  sinking: readonly { at: number; listings: Bits }[];
}

/** Reads the turns of a list from the tags of its rows. */
export function readCheckTurns({ byValue }: Pick<FacetIndex, "byValue">, rules: CheckRules): CheckTurns {
  const checks = [...byValue].flatMap(([tag, listings]) => {
    const check = readCheckTag(tag);
    return check === null ? [] : [{ turns: turnsOf(check.date, check.kind, rules), listings }];
  });
  const sinking = checks.map(({ turns: [, at], listings }) => ({ at, listings }));
  return {
    instants: [...new Set(checks.flatMap(({ turns }) => turns))].sort((a, b) => a - b),
    sinking: sinking.sort((a, b) => a.at - b.at),
  };
}

/** Returns how many of the turns have passed: if the number is the same, the date has changed nothing. */
export function countTurns({ instants }: CheckTurns, now: number): number {
  return lowerBound(instants.length, (place) => instants[place]! <= now);
}

/** Returns the listings that have sunk by now; null if there are none. */
export function sunkAt({ sinking }: CheckTurns, now: number): Bits | null {
  const sunk = sinking.filter(({ at }) => at <= now).map(({ listings }) => listings);
  return sunk.length === 0 ? null : sunk.reduce(eitherBits);
}
