import { TooMany } from "../web/errors.ts";

/** Runs expensive work when its turn comes. */
type LimitedWork = <T>(work: () => Promise<T>) => Promise<T>;

/** Seconds after which to retry when too many are waiting. */
const retryAfter = 5;

/** Runs at most `max` pieces of work at a time, with at most `maxWaiting` waiting; any more get TooMany at once. */
export function limitWork({ max, maxWaiting }: { max: number; maxWaiting: number }): LimitedWork {
  const waiting: (() => void)[] = [];
  let working = 0;
  return async (work) => {
    if (working < max) working += 1;
    else if (waiting.length >= maxWaiting) throw new TooMany("too many wait", retryAfter);
    // Finished work passes its slot to the next, so `working` stays the same.
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) working -= 1;
      else next();
    }
  };
}
