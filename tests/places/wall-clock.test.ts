import { describe, expect, it } from "vitest";
import { countFormatters, offsetOf } from "../../src/places/wall-clock.ts";

const january = Date.parse("2026-01-15T12:00:00Z");
const july = Date.parse("2026-07-15T12:00:00Z");

/** Every way to write some letters in small and in capital letters, up to `count`. */
function spellings(name: string, count: number): string[] {
  const asWritten = (number: number) => [...name].map((letter, at) => ((number >> at) & 1 ? letter.toUpperCase() : letter)).join("");
  return Array.from({ length: count }, (_, number) => asWritten(number));
}

describe("the clocks of a zone", () => {
  it("are the same in every spelling, and all spellings share one formatter", () => {
    const before = countFormatters();
    for (const zone of spellings("america/new_york", 3000)) {
      expect(offsetOf(zone, january)).toBe(-300);
      expect(offsetOf(zone, july)).toBe(-240);
    }
    expect(countFormatters()).toBe(before + 1);
  });

  it("are known in every zone there is, while at most a hundred formatters are kept", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    expect(zones.length).toBeGreaterThan(400);
    for (const zone of zones) expect(Math.abs(offsetOf(zone, july))).toBeLessThanOrEqual(14 * 60);
    expect(countFormatters()).toBe(100);
    expect(offsetOf("America/New_York", january)).toBe(-300);
  });

  it("are those of UTC where there is no such zone", () => {
    expect(offsetOf("Nowhere/Town", july)).toBe(0);
  });
});
