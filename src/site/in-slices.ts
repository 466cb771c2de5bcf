import { setImmediate } from "node:timers/promises";

/** Runs a computation in slices and handles other requests between them. */
export async function inSlices<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await setImmediate();
  }
}
