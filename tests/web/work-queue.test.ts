import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { openWorkQueue } from "../../src/web/work-queue.ts";

it("refuses all that waits when told to, and goes on with what comes after", async () => {
  const queue = openWorkQueue({ maxWaiting: 10, maxWaitingEach: 10 });
  const done: string[] = [];
  const add = (name: string) => queue.add({}, { run: () => done.push(name), refuse: () => done.push(`not ${name}`) });
  for (const name of ["a", "b", "c"]) add(name);
  queue.refuseAll();
  expect(done).toEqual(["a", "not b", "not c"]);
  await setImmediate();
  await setImmediate();
  add("d");
  expect(done.at(-1)).toBe("d");
});
