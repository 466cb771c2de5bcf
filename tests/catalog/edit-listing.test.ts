import { beforeEach, describe, expect, it } from "vitest";
import { editListing, type ListingEdit, removeListing } from "../../src/catalog/edit-listing.ts";
import { versionOfSubject } from "../../src/changes/append.ts";
import { rewind } from "../../src/changes/rewind.ts";
import { historyOf } from "../../src/changes/since.ts";
import { findUnlisted, isUnlisted } from "../../src/changes/unlisted.ts";
import type { Database } from "../../src/database/open.ts";
import { findDocument } from "../../src/library/find.ts";
import { findProgram } from "../../src/programs/find.ts";
import type { Program } from "../../src/programs/program.ts";
import { Conflict, Invalid, NotFound } from "../../src/web/errors.ts";
import { withCatalog } from "../support/site.ts";
import { vocabulary } from "../support/vocabulary.ts";

let db: Database;
beforeEach(() => {
  db = withCatalog();
});

const at = "2026-11-30T12:00:00.000Z";
const by = { role: "editor", account: "7" } as const;
const lifering = () => findProgram(db, "lifering")!;
const version = (subject = "lifering") => versionOfSubject(db, "programs", subject);
const edit = (change: Partial<Program>, more: Partial<ListingEdit> = {}) =>
  editListing(db, vocabulary, {
    list: "programs",
    listing: { ...lifering(), ...change },
    kind: "changed",
    expected: version(),
    by,
    at,
    why: null,
    isPublic: true,
    ...more,
  });
const remove = (kind: "removed" | "unlisted", more: Partial<Parameters<typeof removeListing>[2]> = {}) =>
  removeListing(db, vocabulary, {
    list: "programs",
    subject: "lifering",
    kind,
    expected: version(),
    by,
    at,
    why: "They asked us to.",
    ...more,
  });

describe("an edit", () => {
  it("writes the listing, and the fields that differ as a change", () => {
    const before = lifering();
    const seq = edit({ name: "LifeRing", cost: { en: "Free." } });
    expect(lifering()).toEqual({ ...before, name: "LifeRing", cost: { en: "Free." } });
    expect(version()).toBe(seq);
    expect(historyOf(db, "programs", "lifering")[0]).toEqual({
      seq,
      id: expect.any(String),
      at,
      by,
      kind: "changed",
      list: "programs",
      subject: "lifering",
      before: { name: before.name, cost: before.cost },
      after: { name: "LifeRing", cost: { en: "Free." } },
      why: null,
      isPublic: true,
    });
  });

  it("can be taken back from its history, step by step", () => {
    const states = [lifering()];
    for (const name of ["One Name", "Other Name"]) {
      edit({ name });
      states.unshift(lifering());
    }
    const history = historyOf(db, "programs", "lifering");
    for (const [steps, state] of states.entries()) expect(rewind(lifering(), history.slice(0, steps))).toEqual(state);
    expect(rewind(lifering(), history)).toBeNull();
  });

  it("that does not fit the schema says where and what, and writes nothing", () => {
    const [before, seq] = [lifering(), version()];
    const contacts = [{ ...before.contacts[0], kind: "call", value: "555-CALL" }];
    const refused = () => edit({ name: "Other Name" }, { listing: { ...before, name: "Other Name", contacts } });
    expect(refused).toThrow(Invalid);
    try {
      refused();
    } catch (error) {
      expect((error as Invalid).issues).toContainEqual({ path: "contacts.0.value", message: expect.stringContaining("+1 and ten digits") });
    }
    expect([lifering(), version()]).toEqual([before, seq]);
  });

  it("that was made from an older version is a conflict", () => {
    const expected = version();
    edit({ name: "One Name" });
    expect(() => edit({ name: "Other Name" }, { expected })).toThrow(Conflict);
    expect(lifering().name).toBe("One Name");
  });

  it("that changes nothing appends nothing, unless it is a check", () => {
    const seq = version();
    expect(edit({})).toBe(seq);
    expect(version()).toBe(seq);
    expect(edit({}, { kind: "checked" })).toBeGreaterThan(seq);
    expect(historyOf(db, "programs", "lifering")[0]).toMatchObject({ kind: "checked", before: {}, after: {} });
  });

  it("adds a listing that is not there yet", () => {
    edit({}, { kind: "added", expected: 0, listing: { ...lifering(), id: "lifering-bigfork" } });
    expect(findProgram(db, "lifering-bigfork")).not.toBeNull();
    expect(historyOf(db, "programs", "lifering-bigfork")).toMatchObject([
      { kind: "added", before: null, after: { id: "lifering-bigfork" } },
    ]);
  });

  it("of the library goes the same way", () => {
    const [id] = db.prepare("SELECT id FROM documents LIMIT 1").pluck().all() as string[];
    const document = findDocument(db, id!)!;
    const expected = versionOfSubject(db, "documents", id!);
    editListing(db, vocabulary, {
      list: "documents",
      listing: { ...document, title: "Another title" },
      ...{ kind: "changed", expected, by, at, why: null, isPublic: false },
    });
    expect(findDocument(db, id!)?.title).toBe("Another title");
    expect(historyOf(db, "documents", id!)[0]).toMatchObject({ after: { title: "Another title" }, isPublic: false });
  });
});

describe("taking a listing away", () => {
  it("keeps it whole in the ledger", () => {
    const before = lifering();
    remove("removed");
    expect(findProgram(db, "lifering")).toBeNull();
    expect(historyOf(db, "programs", "lifering")[0]).toMatchObject({ kind: "removed", before, after: null });
    expect(() => remove("removed")).toThrow(NotFound);
  });

  it("for good says why, and refuses it until it is listed again", () => {
    const listing = lifering();
    remove("unlisted");
    expect(findUnlisted(db)).toEqual([{ list: "programs", subject: "lifering", why: "They asked us to.", at }]);
    expect(() => edit({}, { listing, kind: "added", expected: version() })).toThrow(Conflict);
    edit({}, { listing, kind: "relisted", expected: version() });
    expect(isUnlisted(db, "programs", "lifering")).toBe(false);
    expect(lifering()).toEqual(listing);
  });
});
