/** Does all the work that can be done in slices at once, and returns what comes of it. */
export function inOneGo<Result>(steps: Generator<void, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
