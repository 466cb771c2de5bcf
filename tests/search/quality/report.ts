import { measureQuality } from "./measure.ts";

/** Prints how well the search answers real queries: `npm run search-quality`. */

const { asked, held, meanReciprocalRank, misses } = measureQuality();
for (const { q, about, found, expected } of misses)
  console.log(`${q} (${about})\n  found ${found.join(", ") || "nothing"}\n  wanted ${expected.join(", ") || "nothing"}`);
console.log(`${held} of ${asked} (${((100 * held) / asked).toFixed(1)}%) have an expected listing among the first three.`);
console.log(`Mean reciprocal rank ${meanReciprocalRank.toFixed(3)}.`);
