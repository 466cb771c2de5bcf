import { TooMany } from "../web/errors.ts";

/** Does expensive work when it is its turn. */
type LimitedWork = <T>(work: () => Promise<T>) => Promise<T>;

/** Seconds after which to ask again where too many wait. */
const retryAfter = 5;

/** At most `max` pieces of work at a time, while at most `maxWaiting` wait. Who comes after that gets TooMany at once. */
export function limitWork({ max, maxWaiting }: { max: number; maxWaiting: number }): LimitedWork {
  const waiting: (() => void)[] = [];
  let working = 0;
  return async (work) => {
    if (working < max) working += 1;
    else if (waiting.length >= maxWaiting) throw new TooMany("too many wait", retryAfter);
    // Whoever ends hands the place over, so the count stays.
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
