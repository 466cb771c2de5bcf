import { describe, expect, it } from "vitest";
import { limitWork } from "../../src/editors/limit-work.ts";
import { TooMany } from "../../src/web/errors.ts";

/** Work that ends when the test says so. */
function openWork() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end };
}

describe("limited work", () => {
  it("lets two work, sixteen wait, and turns the next away at once", async () => {
    const inTurn = limitWork({ max: 2, maxWaiting: 16 });
    let working = 0;
    let most = 0;
    const gates = Array.from({ length: 18 }, openWork);
    const all = gates.map(({ work }) =>
      inTurn(async () => {
        working += 1;
        most = Math.max(most, working);
        await work();
        working -= 1;
      }),
    );
    await expect(inTurn(async () => {})).rejects.toBeInstanceOf(TooMany);
    for (const { end } of gates) end();
    await Promise.all(all);
    expect(most).toBe(2);
  });

  it("goes on after work that fails", async () => {
    const inTurn = limitWork({ max: 1, maxWaiting: 1 });
    await expect(inTurn(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await inTurn(async () => "done")).toBe("done");
  });
});
