/**
 * How long the content of one page stays true, considering only the clock. Code that shows something about the present ("answers now, until
 * 9 pm") records when that ends, and the page cache keeps the page no longer.
 */
export interface Lifetime {
  /** Records that something on the page expires at this instant (epoch milliseconds). */
  endAt(instant: number): void;
  /** Returns the earliest of them; null where nothing depends on the clock. */
  end(): number | null;
}

/** Creates the lifetime of a page about to be made. */
export function openLifetime(): Lifetime {
  let earliest = Number.POSITIVE_INFINITY;
  return {
    endAt: (instant) => {
      earliest = Math.min(earliest, instant);
    },
    end: () => (earliest === Number.POSITIVE_INFINITY ? null : earliest),
  };
}
