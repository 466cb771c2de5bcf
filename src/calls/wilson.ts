/** The two-sided 95% quantile of the standard normal distribution. */
const z = 1.959963984540054;

/** Returns the 95% confidence interval of a share, from 0 to 1: Wilson's score interval (E. B. Wilson, 1927). */
export function wilsonInterval(successes: number, trials: number): { from: number; to: number } {
  if (trials === 0) return { from: 0, to: 1 };
  const share = successes / trials;
  const middle = share + z ** 2 / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  const scale = 1 + z ** 2 / trials;
  return { from: Math.max(0, (middle - spread) / scale), to: Math.min(1, (middle + spread) / scale) };
}
