import { describe, expect, it } from "vitest";
import { openFormStamps } from "../../src/web/form-stamp.ts";

describe("the stamp of a form", () => {
  const clock = { now: Date.parse("2026-11-23T14:30:00Z") };
  const stamps = openFormStamps(() => clock.now);

  it("tells a form that nobody can have filled in since, and one that was open for over a day", () => {
    const stamp = stamps.issue("a");
    const faultAfter = (milliseconds: number) => {
      clock.now += milliseconds;
      const fault = stamps.faultIn(stamp, "a");
      clock.now -= milliseconds;
      return fault;
    };
    expect([0, 2999, 3000, 86_400_000, 86_400_001].map(faultAfter)).toEqual(["fast", "fast", null, null, "old"]);
  });

  it("is good at once where the form is shown again", () => {
    expect(stamps.faultIn(stamps.reissue("a"), "a")).toBeNull();
  });

  it.each([
    ["of another form", () => openFormStamps(() => clock.now).reissue("a")],
    ["for another purpose", () => stamps.reissue("b")],
    ["with a time of its own", () => stamps.reissue("a").replace(/^\d/, "2")],
    ["that is empty", () => ""],
    ["that is none", () => "a.b.c"],
    ["that is long", () => `1.${"x".repeat(10_000)}`],
  ])("is refused as old where it is one %s", (_, stamp) => {
    expect(stamps.faultIn(stamp(), "a")).toBe("old");
  });
});
