/**
 * How long what one page says stays true by the clock alone. Whatever shows something of this moment ("answers now, until 9 pm")
 * notes when that ends, and the page cache keeps the page no longer.
 */
export interface Lifetime {
  /** Notes that something on the page is not true any more from this instant on (epoch milliseconds). */
  endAt(instant: number): void;
  /** The earliest of them; null where nothing changes by the clock. */
  end(): number | null;
}

/** The lifetime of a page that is about to be made. */
export function openLifetime(): Lifetime {
  let earliest = Number.POSITIVE_INFINITY;
  return {
    endAt: (instant) => {
      earliest = Math.min(earliest, instant);
    },
    end: () => (earliest === Number.POSITIVE_INFINITY ? null : earliest),
  };
}
