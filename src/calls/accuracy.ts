import type { Database } from "../database/open.ts";
import { type Call, callsOfMonth } from "./calls.ts";
import { type Draw, findDraws } from "./draw.ts";

/** How many of the listings drawn in a month were right when they were called. */
export interface Accuracy {
  draw: Draw;
  /** How many have been called to an end. Nothing is said of a month before all have. */
  called: number;
  /** Everything on the page was right. */
  exact: number;
  /** One reaches them by what the page says, though something else on it may be wrong. */
  usable: number;
}

/** What was measured in each month, the last first. */
export function measuredMonths(db: Database): Accuracy[] {
  return findDraws(db).map((draw) => countCalls(draw, callsOfMonth(db, draw.month)));
}

/** Counts the calls of a draw. Somebody who never answers is called, and neither exact nor usable. */
export function countCalls(draw: Draw, calls: ReadonlyMap<string, Pick<Call, "result">>): Accuracy {
  const results = draw.drawn.flatMap((id) => calls.get(id)?.result ?? []);
  const exact = results.filter((result) => result === "right").length;
  return { draw, called: results.length, exact, usable: exact + results.filter((result) => result === "changed").length };
}

/** Whether every listing of the draw has been called. */
export function isCounted({ draw, called }: Accuracy): boolean {
  return called === draw.drawn.length && called > 0;
}
