import type { Database } from "../database/open.ts";
import { type Call, callsOfMonth } from "./calls.ts";
import { type Draw, findDraws } from "./draw.ts";

/** How many of the listings drawn in a month were right when called. */
export interface Accuracy {
  draw: Draw;
  /** How many have a result. `exact` and `usable` are shown only once all have. */
  called: number;
  /** Everything on the page was right. */
  exact: number;
  /** Callable by what the page says, though something else on it may be wrong; includes `exact`. */
  usable: number;
}

/** Returns what was measured in each month, newest first. */
export function measuredMonths(db: Database): Accuracy[] {
  return findDraws(db).map((draw) => countCalls(draw, callsOfMonth(db, draw.month)));
}

/** Counts the results of a draw. A listing where nobody answers counts as called, but as neither exact nor usable. */
export function countCalls(draw: Draw, calls: ReadonlyMap<string, Pick<Call, "result">>): Accuracy {
  const results = draw.drawn.flatMap((id) => calls.get(id)?.result ?? []);
  const exact = results.filter((result) => result === "right").length;
  return { draw, called: results.length, exact, usable: exact + results.filter((result) => result === "changed").length };
}

/** Whether every listing of the draw has been called. */
export function isCounted({ draw, called }: Accuracy): boolean {
  return called === draw.drawn.length && called > 0;
}
