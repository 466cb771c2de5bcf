import { describe, expect, it } from "vitest";
import { countCalls, isCounted, measuredMonths } from "../../src/calls/accuracy.ts";
import { type CallResult, openCalls, saveCall } from "../../src/calls/calls.ts";
import { drawMonth } from "../../src/calls/draw.ts";
import { wilsonInterval } from "../../src/calls/wilson.ts";
import { openDatabase } from "../../src/database/open.ts";

const percent = ({ from, to }: { from: number; to: number }) => [from, to].map((share) => Math.round(share * 1000) / 10);

describe("the interval of a share", () => {
  /** From R 4: prop.test(x, n, correct = FALSE), whose interval is Wilson's. */
  it.each([
    [28, 30, [78.7, 98.2]],
    [30, 30, [88.6, 100]],
    [0, 30, [0, 11.4]],
    [15, 30, [33.2, 66.8]],
    [56, 100, [46.2, 65.3]],
  ])("of %i of %i is that of Wilson", (successes, trials, expected) => {
    expect(percent(wilsonInterval(successes, trials))).toEqual(expected);
  });

  it("is everything where nothing was counted", () => {
    expect(wilsonInterval(0, 0)).toEqual({ from: 0, to: 1 });
  });
});

describe("how many are right", () => {
  const ids = Array.from({ length: 40 }, (_, at) => `line-${at}`);
  const november = { month: "2026-11", identity: "a", at: "2026-11-02T15:00:00Z" };
  const call = (subject: string, result: CallResult, month: string | null = "2026-11") => ({
    ...{ list: "programs" as const, subject, result, note: null, month },
    ...{ role: "editor", account: "dana", at: "2026-11-03T15:00:00Z" },
  });

  it("is counted only when all have been called, the last call of each", () => {
    const db = openDatabase(":memory:");
    const { drawn } = drawMonth(db, november, ids, 30);
    for (const id of drawn.slice(1)) saveCall(db, call(id, "right"));
    saveCall(db, call(drawn[1]!, "changed"));
    expect(measuredMonths(db).map(isCounted)).toEqual([false]);
    saveCall(db, call(drawn[0]!, "right", null));
    expect(measuredMonths(db).map(isCounted)).toEqual([false]);
    saveCall(db, call(drawn[0]!, "no answer"));
    expect(measuredMonths(db)).toMatchObject([{ called: 30, exact: 28, usable: 29 }]);
    expect(measuredMonths(db).map(isCounted)).toEqual([true]);
  });

  it("does not count calls to what was not drawn", () => {
    const db = openDatabase(":memory:");
    const draw = drawMonth(db, november, ids, 3);
    const other = ids.find((id) => !draw.drawn.includes(id))!;
    expect(countCalls(draw, new Map([[other, { result: "right" }]]))).toMatchObject({ called: 0, exact: 0 });
  });

  it("leaves what was not right to be done, until it is called again", () => {
    const db = openDatabase(":memory:");
    saveCall(db, call("line-1", "wrong", null));
    saveCall(db, call("line-2", "no answer", null));
    expect(openCalls(db).map(({ subject, result }) => [subject, result])).toEqual([
      ["line-2", "no answer"],
      ["line-1", "wrong"],
    ]);
    saveCall(db, call("line-1", "right", null));
    expect(openCalls(db).map(({ subject }) => subject)).toEqual(["line-2"]);
  });
});
