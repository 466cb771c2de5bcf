import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawIds, drawMonth, findDraw, seedOf } from "../../src/calls/draw.ts";
import { openDatabase } from "../../src/database/open.ts";

const ids = Array.from({ length: 200 }, (_, at) => `listing-${at}`);

describe("the listings drawn in a month", () => {
  it("can be drawn again by anybody who has a SHA-256", () => {
    const pool = ids.toSorted();
    const hash = (text: string) => createHash("sha256").update(text).digest("hex");
    const seed = hash(`2026-11\n9f86d081884c7d65\n${pool.join("\n")}`);
    expect(seedOf("2026-11", "9f86d081884c7d65", pool)).toBe(seed);
    const byHand = pool.map((id) => `${hash(`${seed} ${id}`)} ${id}`).sort();
    expect(drawIds(seed, pool, 30)).toEqual(byHand.slice(0, 30).map((line) => line.split(" ")[1]));
  });

  it("are as many as asked for, each once, whatever the order of the pool", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 60 }), fc.string(), (pool, seed) => {
        const drawn = drawIds(seed, pool, 30);
        expect(new Set(drawn).size).toBe(Math.min(30, pool.length));
        expect(drawIds(seed, pool.toReversed(), 30)).toEqual(drawn);
      }),
    );
  });

  it("are drawn evenly: none is drawn much more often than another over the months", () => {
    const times = new Map(ids.map((id) => [id, 0]));
    for (let month = 0; month < 1000; month++)
      for (const id of drawIds(seedOf(`${month}`, "identity", ids), ids, 30)) times.set(id, times.get(id)! + 1);
    // 150 each on average, with a standard deviation of 11.3.
    expect(Math.min(...times.values())).toBeGreaterThan(100);
    expect(Math.max(...times.values())).toBeLessThan(200);
  });

  it("stay as they were drawn, whatever is listed later", () => {
    const db = openDatabase(":memory:");
    const november = { month: "2026-11", identity: "a", at: "2026-11-02T15:00:00Z" };
    const drawn = drawMonth(db, november, ids, 30);
    expect(drawMonth(db, { ...november, identity: "b", at: "2026-11-09T15:00:00Z" }, ["another"], 30)).toEqual(drawn);
    expect(findDraw(db, "2026-11")).toEqual(drawn);
    expect(findDraw(db, "2026-12")).toBeNull();
  });
});
