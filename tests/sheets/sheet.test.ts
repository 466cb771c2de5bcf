import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editListing, removeListing } from "../../src/catalog/edit-listing.ts";
import { versionOfSubject } from "../../src/changes/append.ts";
import { findProgram, programIds } from "../../src/programs/find.ts";
import { neutralize, restoreCell } from "../../src/sheets/neutral.ts";
import { planSheet, type RowPlan } from "../../src/sheets/plan-sheet.ts";
import { readSheet } from "../../src/sheets/read-sheet.ts";
import { sheetShape } from "../../src/sheets/sheet-shape.ts";
import { writeSheet } from "../../src/sheets/write-sheet.ts";
import { editCell, keepRows, sheetCells } from "../support/sheets.ts";
import { withCatalog } from "../support/site.ts";
import { vocabulary } from "../support/vocabulary.ts";

const lists = ["programs", "documents"] as const;
const plansOf = (db: ReturnType<typeof withCatalog>, list: (typeof lists)[number], text: string): RowPlan[] => {
  const sheet = readSheet(sheetShape(vocabulary, list), text);
  if (sheet.kind !== "rows") throw new Error(sheet.why);
  return planSheet(db, vocabulary, list, sheet);
};
const only = (plans: readonly RowPlan[], id: string) => plans.find((plan) => plan.id === id)!;
const others = (plans: readonly RowPlan[], id: string) => plans.filter((plan) => plan.id !== id).map(({ kind }) => kind);

describe.each(lists)("the sheet of all %s", (list) => {
  const db = withCatalog();
  const text = writeSheet(db, vocabulary, list);

  it("changes nothing when it comes back as it went", () => {
    const plans = plansOf(db, list, text);
    expect(plans.filter(({ kind }) => kind !== "unchanged")).toEqual([]);
    expect(plans.length).toBeGreaterThan(50);
  });

  it("changes nothing whatever a spreadsheet makes of its commas, ends of lines and columns", () => {
    const cells = sheetCells(text);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...cells[0]!.keys()]),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\r\n", "\n"),
        (order, mark, end) => {
          const columns = [...new Set([cells[0]!.indexOf("id"), ...order])];
          const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
          const again = cells.slice(0, 40).map((row) => columns.map((at) => quote(row[at]!)).join(mark));
          expect(plansOf(db, list, again.join(end)).filter(({ kind }) => kind !== "unchanged")).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("holds no cell that a spreadsheet takes for a formula", () => {
    expect(
      sheetCells(text)
        .flat()
        .filter((cell) => /^[=+\-@\t\r]/.test(cell)),
    ).toEqual([]);
  });
});

describe("a cell", () => {
  it("is text to any spreadsheet, and comes back as it was", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+@\t\n＝＠-]/)), (cell) => {
        expect(neutralize(cell)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(restoreCell(neutralize(cell))).toBe(cell);
      }),
    );
  });

  it("may begin with what would be a formula", () => {
    const db = withCatalog();
    const program = { ...findProgram(db, "farm-aid")!, cost: { en: "=HYPERLINK(1)" }, operator: "@SUM(A1)" };
    const edit = { by: { role: "editor", account: "dana" }, at: "2026-11-30T15:00:00Z", why: null, isPublic: false } as const;
    const expected = versionOfSubject(db, "programs", "farm-aid");
    editListing(db, vocabulary, { ...edit, list: "programs", listing: program, kind: "changed", expected });
    const text = writeSheet(db, vocabulary, "programs");
    expect(text).toContain("'=HYPERLINK(1)");
    expect(plansOf(db, "programs", keepRows(text, "farm-aid"))).toMatchObject([{ kind: "unchanged" }]);
  });
});

describe("a sheet that somebody has edited", () => {
  const db = withCatalog();
  const text = writeSheet(db, vocabulary, "programs");
  const id = "farm-aid";
  const changed = (header: string, value: string) => plansOf(db, "programs", editCell(keepRows(text, id), id, header, value));

  it("names each cell that it changes, and touches no other listing", () => {
    const plans = plansOf(db, "programs", editCell(text, id, "contact 1 value", "(406) 555-0123"));
    expect(only(plans, id)).toMatchObject({ kind: "changed", changes: [{ header: "contact 1 value", after: "406-555-0123" }] });
    expect(new Set(others(plans, id))).toEqual(new Set(["unchanged"]));
  });

  it.each(["(406) 555-0123", "406.555.0123", "1 406 555 0123", "+14065550123", "406-555-0123"])(
    "reads the number %s as people write it",
    (typed) => {
      const plan = only(changed("contact 1 value", typed), id);
      expect(plan).toMatchObject({ kind: "changed" });
      expect((plan as { listing: { contacts: { value: string }[] } }).listing.contacts[0]!.value).toBe("+14065550123");
    },
  );

  it("reads a date that a spreadsheet has rewritten", () => {
    const plan = only(changed("contact 1 as of", "3/7/2026"), id);
    expect((plan as { listing: { contacts: { asOf: string }[] } }).listing.contacts[0]!.asOf).toBe("2026-03-07");
  });

  it("says what is wrong with a row, field by field, and takes the others", () => {
    const plans = plansOf(
      db,
      "programs",
      editCell(editCell(text, id, "contact 1 value", "call us"), "smart-recovery", "category", "peer support"),
    );
    expect(only(plans, id)).toMatchObject({
      kind: "wrong",
      faults: [{ field: "contacts.0.value", message: expect.stringContaining("write a number") }],
    });
    expect(only(plans, "smart-recovery")).toMatchObject({
      kind: "wrong",
      faults: [{ field: "facets.category", fault: { kind: "no reason" } }],
    });
    expect(plans.filter(({ kind }) => kind === "unchanged")).toHaveLength(programIds(db).length - 2);
  });

  it("names a value that there is not, and an id that is there twice", () => {
    expect(only(changed("contact 1 languages", "en, klingon"), id)).toMatchObject({
      faults: [{ fault: { kind: "not a choice", value: "klingon" } }],
    });
    const lines = text.split("\r\n");
    const twice = [...lines.slice(0, 2), lines[1]!].join("\r\n");
    if (sheetCells(twice).length === 3) expect(plansOf(db, "programs", twice).map(({ kind }) => kind)).toEqual(["unchanged", "wrong"]);
  });

  it("confirms no contact and moves no check", () => {
    expect(only(changed("contact 1 confirmed", "yes"), id).kind).toBe("unchanged");
    expect(only(changed("last checked (only a check changes this)", "2026-11-30, phone"), id).kind).toBe("unchanged");
  });

  it("confirms no contact of a listing that is new", () => {
    const [header, ...rows] = sheetCells(text);
    const row = rows.find(([cell]) => cell === id)!;
    const own = new Map([
      ["id", "farm-aid-two"],
      ["contact 1 confirmed", "yes"],
      ["version (leave as it is)", ""],
    ]);
    const fresh = row.map((cell, at) => own.get(header![at]!) ?? cell);
    const csv = [header!, fresh].map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
    const [plan] = plansOf(db, "programs", csv);
    expect(plan).toMatchObject({ kind: "added", listing: { lastCheck: null } });
    const { contacts } = (plan as { listing: { contacts: { confirmed: boolean }[] } }).listing;
    expect(contacts.filter(({ confirmed }) => confirmed)).toEqual([]);
  });

  it("moves no day on which a listing was added", () => {
    expect(only(changed("added", "2019-01-01"), id).kind).toBe("unchanged");
  });

  it("says where a number is changed and its source is not", () => {
    expect(only(changed("contact 1 value", "(406) 555-0123"), id)).toMatchObject({ kind: "changed", kept: ["contacts.0.source"] });
    const sourced = editCell(editCell(text, id, "contact 1 value", "(406) 555-0123"), id, "contact 1 source", "https://farmaid.org/new");
    expect(only(plansOf(db, "programs", sourced), id)).toMatchObject({ kind: "changed", kept: [] });
  });

  it("adds a listing that is new, and takes none away that is left out", () => {
    const [header, ...rows] = sheetCells(text);
    const row = rows.find(([cell]) => cell === id)!;
    const fresh = row.map((cell, at) => (header![at] === "id" ? "farm-aid-two" : header![at]!.startsWith("version") ? "" : cell));
    const csv = [header!, fresh].map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
    expect(plansOf(db, "programs", csv)).toMatchObject([{ id: "farm-aid-two", kind: "added", expected: 0 }]);
  });
});

describe("a sheet that was made before somebody else changed a listing", () => {
  const db = withCatalog();
  const id = "farm-aid";
  const old = keepRows(writeSheet(db, vocabulary, "programs"), id, "smart-recovery");
  const edit = { by: { role: "editor", account: "dana" }, at: "2026-11-30T15:00:00Z", why: null, isPublic: false } as const;
  const listing = { ...findProgram(db, id)!, operator: "Farm Aid, Inc." };
  editListing(db, vocabulary, { ...edit, list: "programs", listing, kind: "changed", expected: versionOfSubject(db, "programs", id) });

  it("takes nothing back where its row was not touched", () => {
    expect(plansOf(db, "programs", old)).toMatchObject([{ kind: "unchanged" }, { kind: "unchanged" }]);
  });

  it("keeps both where the row changes another field", () => {
    const plan = only(plansOf(db, "programs", editCell(old, id, "place", "Somerville")), id);
    expect(plan).toMatchObject({ kind: "changed", listing: { place: "Somerville", operator: "Farm Aid, Inc." } });
  });

  it("is a conflict, named, where both change the same", () => {
    expect(only(plansOf(db, "programs", editCell(old, id, "operator", "Farm Aid Foundation")), id)).toMatchObject({
      kind: "conflict",
      fields: ["operator"],
    });
  });
});

describe("a sheet that was made before somebody took a listing away", () => {
  it("does not bring it back", () => {
    const db = withCatalog();
    const old = writeSheet(db, vocabulary, "programs");
    const removal = { list: "programs", subject: "farm-aid", by: { role: "editor", account: "dana" }, why: "Gone" } as const;
    const expected = versionOfSubject(db, "programs", "farm-aid");
    removeListing(db, vocabulary, { ...removal, at: "2026-11-30T15:00:00Z", kind: "removed", expected });
    expect(only(plansOf(db, "programs", old), "farm-aid")).toEqual({
      number: expect.any(Number),
      id: "farm-aid",
      kind: "conflict",
      fields: [],
    });
  });
});

describe("what is no sheet of ours", () => {
  const shape = sheetShape(vocabulary, "programs");
  it.each([
    ["", "empty"],
    ["hello", "no id column"],
    ['id,name\n"a,b', "not csv"],
  ])("is refused with its reason: %j", (text, why) => {
    expect(readSheet(shape, text)).toMatchObject({ kind: "unreadable", why });
  });

  it("names the columns that it does not know", () => {
    expect(readSheet(shape, "id,favorite color\nfarm-aid,green\n")).toMatchObject({ kind: "rows", unknownColumns: ["favorite color"] });
  });
});
