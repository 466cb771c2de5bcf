import { describe, expect, it } from "vitest";
import { flagOf } from "../../../src/feeds/values/flag.ts";

describe("a field that says yes or no", () => {
  it.each([true, 1, "1", "Y", " yes ", "TRUE", "x", "Sí", "2024-05-01T10:00:00Z"])("says yes: %j", (value) =>
    expect(flagOf(value)).toBe(true),
  );
  it.each([false, 0, "0", "N", "No", "false"])("says no: %j", (value) => expect(flagOf(value)).toBe(false));
  it.each([undefined, null, "", "maybe", [], {}, "0000-00-00 00:00:00", 7])("says neither: %j", (value) =>
    expect(flagOf(value)).toBe(null),
  );
});
