import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDeskRules } from "../../src/catalog/desk-rules.ts";
import { type LastCheck, standingOf } from "../../src/listing/check.ts";
import { countTurns, readCheckTurns, sunkAt } from "../../src/listing/check-turns.ts";
import { addBit, hasBit, noBits } from "../../src/search/facets/bits.ts";

const { checks: rules } = readDeskRules();
const check: LastCheck = { date: "2026-01-01", how: "phone", role: "editor" };
const day = (after: number) => Date.parse("2026-01-01") + after * 86_400_000;

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
