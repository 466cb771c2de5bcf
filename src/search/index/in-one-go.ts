/** Runs all the steps of a sliced computation without a pause and returns the result. */
export function inOneGo<Result>(steps: Generator<void, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
