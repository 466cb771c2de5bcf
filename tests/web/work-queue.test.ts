import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openWorkQueue } from "../../src/web/work-queue.ts";

it("refuses all that waits when told to, and goes on with what comes after", async () => {
  const queue = openWorkQueue({ maxWaiting: 10, maxWaitingEach: 10 });
  const done: string[] = [];
  const add = (name: string) => queue.add(name, {}, { run: () => done.push(name), refuse: () => done.push(`not ${name}`) });
  for (const name of ["a", "b", "c"]) add(name);
  queue.refuseAll();
  expect(done).toEqual(["a", "not b", "not c"]);
  await setImmediate();
  await setImmediate();
  add("d");
  expect(done.at(-1)).toBe("d");
});

it("waits for newcomers between two pieces, and for no more than twenty", async () => {
  const queue = openWorkQueue({ maxWaiting: 10, maxWaitingEach: 10 });
  const done: string[] = [];
  for (const name of ["a", "b", "c"]) queue.add(name, {}, { run: () => done.push(name), refuse: () => undefined });
  queue.letIn();
  await setImmediate();
  expect(done).toEqual(["a"]);
  await setImmediate();
  expect(done).toEqual(["a", "b"]);
  for (let connections = 0; connections < 20; connections++) {
    queue.letIn();
    await setImmediate();
  }
  expect(done).toEqual(["a", "b"]);
  queue.letIn();
  await setImmediate();
  expect(done).toEqual(["a", "b", "c"]);
});

describe("a source that opens many connections", () => {
  function open(maxWaiting: number) {
    const queue = openWorkQueue({ maxWaiting, maxWaitingEach: 10 });
    const done: string[] = [];
    const add = (source: string, name: string, connection: object = {}) =>
      queue.add(source, connection, { run: () => done.push(name), refuse: () => done.push(`not ${name}`) });
    const all = async (count: number) => {
      while (done.length < count) await setImmediate();
      return done;
    };
    return { add, all, done };
  }

  it("takes turns with others as one that opens one", async () => {
    const { add, all } = open(100);
    for (let at = 0; at < 50; at++) add("many", `many ${at}`);
    const connection = {};
    for (const name of ["one", "one more"]) add("few", name, connection);
    const done = await all(52);
    expect(done.slice(0, 6)).toEqual(["many 0", "many 1", "one", "many 2", "one more", "many 3"]);
  });

  it("gives up its newest where too many wait, and others none for it", async () => {
    const { add, all, done } = open(4);
    for (const name of ["a", "b", "c", "d", "e"]) add("many", name);
    add("few", "one");
    expect(done).toEqual(["a", "not e"]);
    add("many", "f");
    for (const name of ["two", "three", "four"]) add(name, name);
    expect(done.slice(2)).toEqual(["not f", "not d", "not c", "not four"]);
    expect((await all(10)).slice(6)).toEqual(["b", "one", "two", "three"]);
  });
});
