import { setImmediate } from "node:timers/promises";

/** Does work in slices; requests are answered between two of them. */
export async function inSlices<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await setImmediate();
  }
}
