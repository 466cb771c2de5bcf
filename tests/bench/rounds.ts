import { median } from "./report.ts";

/** Two ways to the same answer, measured in turn, so that whatever else the machine does meets both. */

/** One side of a comparison: does all its work once. */
export type Side = () => unknown;

/** Does some work so many times, and says how many milliseconds that took in all. */
export type Stopwatch<Work> = (work: Work, times: number) => Promise<number>;

export interface Compared {
  /** Our time by theirs, the median of the rounds that counted; null where no round was even enough to count. */
  ratio: number | null;
  /** Medians, in milliseconds for the whole work. */
  ours: number;
  theirs: number;
  /** Rounds that counted, and rounds that were too uneven to. */
  counted: number;
  thrownAway: number;
}

export interface Plan<Work> {
  /** Rounds that must count, and how many are tried to get them. */
  rounds: number;
  maxRounds: number;
  stopwatch: Stopwatch<Work>;
}

/** A round in which one side's two times differ by more than this tells nothing. */
const maxSpread = 0.5;
/** Short work is repeated for at least so many milliseconds: a collection of garbage must not decide. */
const minMeasured = 150;

/** Time of the processor in this process: what others do meanwhile counts for neither side. For work that waits for nothing. */
export const processorTime: Stopwatch<Side> = async (work, times) => {
  const before = process.cpuUsage();
  for (let done = 0; done < times; done++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** For work that takes the time itself, because not all that it does counts. */
export const ownTime: Stopwatch<() => Promise<number>> = async (work, times) => {
  let sum = 0;
  for (let done = 0; done < times; done++) sum += await work();
  return sum;
};

export const quickPlan: Plan<Side> = { rounds: 5, maxRounds: 12, stopwatch: processorTime };

/** Runs both sides once to warm up, then in rounds of ours, theirs, ours, theirs. */
export async function compare<Work>(ours: Work, theirs: Work, { rounds, maxRounds, stopwatch }: Plan<Work>): Promise<Compared> {
  const timeOurs = repeated(ours, await stopwatch(ours, 1), stopwatch);
  const timeTheirs = repeated(theirs, await stopwatch(theirs, 1), stopwatch);
  const even: { ours: number; theirs: number }[] = [];
  let tried = 0;
  for (; even.length < rounds && tried < maxRounds; tried++) {
    const [a, b, c, d] = [await timeOurs(), await timeTheirs(), await timeOurs(), await timeTheirs()];
    if (isEven(a, c) && isEven(b, d)) even.push({ ours: (a + c) / 2, theirs: (b + d) / 2 });
  }
  return {
    ratio: even.length === 0 ? null : median(even.map((round) => round.ours / round.theirs)),
    ours: median(even.map((round) => round.ours)),
    theirs: median(even.map((round) => round.theirs)),
    counted: even.length,
    thrownAway: tried - even.length,
  };
}

/** Measures work that lasted `once` often enough; the time for doing it once. */
function repeated<Work>(work: Work, once: number, stopwatch: Stopwatch<Work>): () => Promise<number> {
  const times = Math.max(1, Math.ceil(minMeasured / Math.max(once, 0.1)));
  return async () => (await stopwatch(work, times)) / times;
}

function isEven(one: number, other: number): boolean {
  return Math.max(one, other) / Math.min(one, other) - 1 <= maxSpread;
}
