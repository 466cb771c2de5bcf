/** Chance that repeats itself: the same seed gives the same numbers on every machine. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** True this often. */
  happens(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Favours the first: half of all picks come from about the first tenth of a long list. */
  pickEarly<T>(from: readonly T[]): T;
}

/** A source of chance from a seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    happens: (share) => next() < share,
    pick: (from) => from[below(from.length)]!,
    pickEarly: (from) => from[Math.floor(next() ** 3 * from.length)]!,
  };
}
