/** The quantile of the normal distribution that 95% lie within, on both sides. */
const z = 1.959963984540054;

/** Between which shares, from 0 to 1, the true one lies in 95 of 100 such samples: Wilson's score interval (E. B. Wilson, 1927). */
export function wilsonInterval(successes: number, trials: number): { from: number; to: number } {
  if (trials === 0) return { from: 0, to: 1 };
  const share = successes / trials;
  const middle = share + z ** 2 / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  const scale = 1 + z ** 2 / trials;
  return { from: Math.max(0, (middle - spread) / scale), to: Math.min(1, (middle + spread) / scale) };
}
