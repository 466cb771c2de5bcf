import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fillDatabase, fillNewDatabase } from "../../src/catalog/fill.ts";
import { openDatabase } from "../../src/database/open.ts";
import { programIds } from "../../src/programs/find.ts";

const at = "2026-11-24T12:00:00.000Z";
const nowhere = join(import.meta.dirname, "nowhere");

describe("filling the database", () => {
  it("brings in the catalog and the ZIP codes once", () => {
    const db = openDatabase(":memory:");
    expect(fillDatabase(db, "build", at)).toMatchObject({ kind: "imported", summary: expect.stringMatching(/^Catalog: \d+ added/) });
    expect(db.prepare("SELECT count(*) FROM places").pluck().get()).toBeGreaterThan(40_000);
    expect(fillDatabase(db, "build", at)).toEqual({ kind: "unchanged", summary: "Catalog: unchanged." });
  });

  it("leaves the last good data when the catalog cannot be read, and throws when there is none", () => {
    const db = openDatabase(":memory:");
    expect(() => fillDatabase(db, "build", at, nowhere)).toThrow("ENOENT");
    fillDatabase(db, "build", at);
    const before = programIds(db);
    const { kind, summary } = fillDatabase(db, "build", at, nowhere);
    expect(kind).toBe("failed");
    expect(summary).toMatch(/^The catalog could not be imported \(.*ENOENT.*\)\. The last good data stays\.$/s);
    expect(programIds(db)).toEqual(before);
  });

  it("is not done for a command where it was done before, though by another build", () => {
    const db = openDatabase(":memory:");
    expect(fillNewDatabase(db, "build", at).kind).toBe("imported");
    expect(fillNewDatabase(db, "another build", at).kind).toBe("unchanged");
  });
});
