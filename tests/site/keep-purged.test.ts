import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { emailsOf } from "../../src/reports/find.ts";
import { keepSuggestion } from "../../src/reports/keep.ts";
import { keepPurged } from "../../src/site/keep-purged.ts";
import { openTestSite } from "../support/site.ts";

describe("what readers have sent", () => {
  it("is deleted in time where nobody sends anything more and nothing is started anew", async () => {
    let now = Date.parse("2026-01-01T12:00:00Z");
    const site = openTestSite(undefined, () => now);
    const { db } = site.data;
    const said = { kind: "program", name: "A group", what: "It meets", reach: null, url: null, source: null } as const;
    const reference = keepSuggestion(db, said, "reader@example.org", now);
    const purging = keepPurged(site, 1);
    try {
      expect(emailsOf(db, reference)).toEqual(["reader@example.org"]);
      now += 90 * 86_400_000;
      while (emailsOf(db, reference).length > 0) await setImmediate();
    } finally {
      purging.stop();
    }
  });
});
