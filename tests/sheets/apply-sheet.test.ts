import { describe, expect, it } from "vitest";
import { editListing } from "../../src/catalog/edit-listing.ts";
import { versionOfSubject } from "../../src/changes/append.ts";
import { historyOf, since } from "../../src/changes/since.ts";
import { findProgram, programIds } from "../../src/programs/find.ts";
import { applySheet } from "../../src/sheets/apply-sheet.ts";
import { dropSheet, findSheet, keepSheet } from "../../src/sheets/keep-sheet.ts";
import { writeSheet } from "../../src/sheets/write-sheet.ts";
import { editCell } from "../support/sheets.ts";
import { withCatalog } from "../support/site.ts";
import { vocabulary } from "../support/vocabulary.ts";

const by = { role: "editor", account: "dana" } as const;
const at = "2026-11-30T15:00:00.000Z";
const taking = { by, at, why: "From the sheet", isPublic: true };

function keep(db: ReturnType<typeof withCatalog>, text: string) {
  const versions = Object.fromEntries(programIds(db).map((id) => [id, versionOfSubject(db, "programs", id)]));
  return findSheet(db, keepSheet(db, { account: "dana", list: "programs", text, versions, at }), "dana")!;
}

describe("taking a sheet over", () => {
  it("makes one change of each row that differs, and none of the rest", () => {
    const db = withCatalog();
    const before = since(db, 0, 10_000).length;
    const text = editCell(
      editCell(writeSheet(db, vocabulary, "programs"), "farm-aid", "place", "Somerville"),
      "smart-recovery",
      "operator",
      "SMART",
    );
    const { taken, left } = applySheet(db, vocabulary, keep(db, text), taking);
    expect(taken.map(({ id }) => id)).toEqual(["farm-aid", "smart-recovery"]);
    expect(left).toEqual([]);
    expect(since(db, 0, 10_000).length).toBe(before + 2);
    expect(findProgram(db, "farm-aid")!.place).toBe("Somerville");
    expect(historyOf(db, "programs", "farm-aid")[0]).toMatchObject({ kind: "changed", by, why: "From the sheet", isPublic: true });
    // The same sheet again has nothing left to change.
    expect(applySheet(db, vocabulary, keep(db, text), taking)).toEqual({ taken: [], left: [] });
  });

  it("says that a program has closed where the sheet says so", () => {
    const db = withCatalog();
    const text = editCell(writeSheet(db, vocabulary, "programs"), "farm-aid", "status", "closed");
    applySheet(db, vocabulary, keep(db, text), taking);
    expect(historyOf(db, "programs", "farm-aid")[0]).toMatchObject({ kind: "closed", after: { status: "closed" } });
  });

  it("leaves a row whose listing was changed after the preview, and takes the others", () => {
    const db = withCatalog();
    const text = editCell(
      editCell(writeSheet(db, vocabulary, "programs"), "farm-aid", "place", "Somerville"),
      "smart-recovery",
      "operator",
      "SMART",
    );
    const sheet = keep(db, text);
    const listing = { ...findProgram(db, "farm-aid")!, operator: "Farm Aid, Inc." };
    const expected = versionOfSubject(db, "programs", "farm-aid");
    editListing(db, vocabulary, { list: "programs", listing, kind: "changed", by, at, why: null, isPublic: true, expected });
    const { taken, left } = applySheet(db, vocabulary, sheet, taking);
    expect(taken.map(({ id }) => id)).toEqual(["smart-recovery"]);
    expect(left).toMatchObject([{ id: "farm-aid", kind: "conflict" }]);
    expect(findProgram(db, "farm-aid")).toMatchObject({ place: null, operator: "Farm Aid, Inc." });
  });
});

describe("a sheet between preview and taking over", () => {
  it("is its sender's alone, one at a time, for a day", () => {
    const db = withCatalog();
    const first = keepSheet(db, { account: "dana", list: "programs", text: "id", versions: {}, at });
    expect(findSheet(db, first, "lee")).toBeNull();
    const second = keepSheet(db, { account: "dana", list: "programs", text: "id", versions: {}, at });
    expect(findSheet(db, first, "dana")).toBeNull();
    keepSheet(db, { account: "lee", list: "programs", text: "id", versions: {}, at: "2026-12-02T15:00:00.000Z" });
    expect(findSheet(db, second, "dana")).toBeNull();
    const third = keepSheet(db, { account: "dana", list: "documents", text: "id", versions: {}, at });
    dropSheet(db, third);
    expect(findSheet(db, third, "dana")).toBeNull();
  });
});
