import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDeskRules } from "../../src/catalog/desk-rules.ts";
import { type LastCheck, standingOf } from "../../src/listing/check.ts";
import { countTurns, readCheckTurns, sunkAt } from "../../src/listing/check-turns.ts";
import { addBit, hasBit, noBits } from "../../src/search/facets/bits.ts";

const { checks: rules } = readDeskRules();
const check: LastCheck = { date: "2026-01-01", how: "phone", role: "editor" };
/** So many days after, in the first hour of the day in Chicago: whoever looks there in the evening before has not slept yet. */
const day = (after: number) => Date.parse("2026-01-01T06:00Z") + after * 86_400_000;

describe("how long a check holds", () => {
  it("is 90 days for lines, 180 for programs, 365 for the library", () => {
    for (const [kind, days] of [
      ["lines", 90],
      ["programs", 180],
      ["library", 365],
    ] as const) {
      expect(standingOf(check, kind, rules, day(days) - 1)).toBe("checked");
      expect(standingOf(check, kind, rules, day(days))).toBe("overdue");
      expect(standingOf(check, kind, rules, day(Math.ceil(days * 1.5)))).toBe("sunk");
      expect(standingOf(check, kind, rules, day(days * 2))).toBe("lapsed");
    }
    expect(standingOf(null, "lines", rules, day(9999))).toBe("unchecked");
  });

  it("ends on no evening before, where the desk is", () => {
    const phoned: LastCheck = { ...check, date: "2026-11-30" };
    expect(standingOf(phoned, "lines", rules, Date.parse("2027-02-27T23:59-06:00"))).toBe("checked");
    expect(standingOf(phoned, "lines", rules, Date.parse("2027-02-28T00:01-06:00"))).toBe("overdue");
    const inWinter: LastCheck = { ...check, date: "2026-01-15" };
    expect(standingOf(inWinter, "programs", rules, Date.parse("2026-07-13T23:59-05:00"))).toBe("checked");
    expect(standingOf(inWinter, "programs", rules, Date.parse("2026-07-14T08:00-05:00"))).toBe("overdue");
  });

  it("is told by the filed rows as by the listings, at any instant", () => {
    const dates = fc.integer({ min: 0, max: 900 }).map((after) => new Date(day(after)).toISOString().slice(0, 10));
    const kinds = fc.constantFrom("lines" as const, "programs" as const, "library" as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(dates, kinds), { maxLength: 12 }), fc.integer({ min: 0, max: 2000 }), (checked, after) => {
        const byValue = new Map<string, ReturnType<typeof noBits>>();
        checked.forEach(([date, kind], position) => {
          const bits = byValue.get(`check ${kind}:${date}`) ?? noBits(checked.length);
          addBit(bits, position);
          byValue.set(`check ${kind}:${date}`, bits);
        });
        const turns = readCheckTurns({ byValue }, rules);
        const sunk = sunkAt(turns, day(after));
        const standings = checked.map(([date, kind]) => standingOf({ ...check, date }, kind, rules, day(after)));
        standings.forEach((standing, position) => {
          expect(sunk !== null && hasBit(sunk, position)).toBe(standing === "sunk" || standing === "lapsed");
        });
        if (countTurns(turns, day(after)) === 0) expect(standings.every((standing) => standing === "checked")).toBe(true);
      }),
    );
  });
});
