import { describe, expect, it } from "vitest";
import { watchVersions } from "../../src/site/versions-shown.ts";

const turnsAt = (...instants: number[]) => ({ turns: { instants, sinking: [] } });
const data = {
  versions: { programs: "p", documents: "d", meetings: "m" },
  programs: turnsAt(100, 200),
  documents: turnsAt(150),
  meetings: { version: null },
};

describe("the versions shown", () => {
  it("are the same object until a check turns, and others from that instant on, also when the clock is set back", () => {
    const versionsAt = watchVersions();
    const first = versionsAt(data, 99);
    expect(versionsAt(data, 0)).toBe(first);
    expect(versionsAt(data, 100)).toEqual({ ...first, programs: "p+1" });
    expect(versionsAt(data, 150)).toEqual({ ...first, programs: "p+1", documents: "d+1" });
    expect(versionsAt(data, 200)).toEqual({ ...first, programs: "p+2", documents: "d+1" });
    expect(versionsAt(data, 99)).toEqual(first);
  });

  it("are others once the data is, or what has changed over its index", () => {
    const versionsAt = watchVersions();
    const first = versionsAt(data, 0);
    expect(versionsAt({ ...data, versions: { ...data.versions, documents: "e" } }, 0)).toEqual({ ...first, documents: "e+0" });
    expect(versionsAt({ ...data, meetings: { version: "7" } }, 0)).toEqual({ ...first, meetings: "m+7" });
  });
});
