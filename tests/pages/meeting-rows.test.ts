import { describe, expect, it } from "vitest";
import { stepsOf } from "../../src/pages/meeting-rows.ts";
import { en } from "../../src/words/en.ts";

const phone = (number: string) => stepsOf({ phone: { number, notes: null }, online: null }, en);
const online = { url: "https://www.video.example.org/j/1", notes: null };

describe("what one presses to join", () => {
  it("is a number that can be dialed, however its feed spaced it, with its code dialed and not shown", () => {
    expect(phone("+1 406-555 0100,,4711#")).toEqual([
      { kind: "step", label: "Call 406-555-0100", href: "tel:+14065550100,,4711#", host: null },
    ]);
    expect(phone("ask us")).toEqual([]);
  });

  it("is the phone first, and one thing before all others", () => {
    const steps = stepsOf({ phone: { number: "+14065550100", notes: null }, online }, en);
    expect(steps.map(({ kind, host }) => [kind, host])).toEqual([
      ["step", null],
      ["second", "video.example.org"],
    ]);
    expect(stepsOf({ phone: null, online }, en)[0]!.kind).toBe("step");
  });
});
