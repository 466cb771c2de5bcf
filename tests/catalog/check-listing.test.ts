import { describe, expect, it } from "vitest";
import { openCalls, saveCall } from "../../src/calls/calls.ts";
import { checkListing } from "../../src/catalog/check-listing.ts";
import { editListing } from "../../src/catalog/edit-listing.ts";
import { versionOfSubject } from "../../src/changes/append.ts";
import { historyOf } from "../../src/changes/since.ts";
import { findDocument } from "../../src/library/find.ts";
import { findProgram } from "../../src/programs/find.ts";
import { Conflict, NotFound } from "../../src/web/errors.ts";
import { withCatalog } from "../support/site.ts";
import { vocabulary } from "../support/vocabulary.ts";

const by = { role: "editor", account: "dana" } as const;
const at = "2026-11-30T15:00:00.000Z";
const check = { list: "programs", how: "phone", by, at, found: null } as const;

describe("a check", () => {
  it("moves the day, how and by whom, and confirms what was checked, as one change that readers are told", () => {
    const db = withCatalog();
    const id = "montana-warm-line";
    const before = findProgram(db, id)!;
    expect(before).toMatchObject({ lastCheck: null, status: "unconfirmed" });
    const seq = checkListing(db, vocabulary, { ...check, id, found: "Spoke with Pat", expected: versionOfSubject(db, "programs", id) });
    const after = findProgram(db, id)!;
    expect(after.lastCheck).toEqual({ date: "2026-11-30", how: "phone", role: "editor" });
    expect(after.status).toBe("active");
    expect(after.contacts.every(({ confirmed }) => confirmed)).toBe(true);
    expect({ ...after, lastCheck: null, status: before.status, contacts: before.contacts }).toEqual(before);
    expect(historyOf(db, "programs", id)[0]).toMatchObject({ seq, kind: "checked", by, why: "Spoke with Pat", isPublic: true });
  });

  it("is an event of its own each time, also on one day", () => {
    const db = withCatalog();
    const once = () => checkListing(db, vocabulary, { ...check, id: "farm-aid", expected: versionOfSubject(db, "programs", "farm-aid") });
    expect(once()).toBeLessThan(once());
    expect(historyOf(db, "programs", "farm-aid").filter(({ kind }) => kind === "checked")).toHaveLength(2);
  });

  it("can be of the library, and of what has closed, which stays closed", () => {
    const db = withCatalog();
    const document = db.prepare("SELECT id FROM documents LIMIT 1").pluck().get() as string;
    checkListing(db, vocabulary, {
      ...check,
      list: "documents",
      how: "website",
      id: document,
      expected: versionOfSubject(db, "documents", document),
    });
    expect(findDocument(db, document)?.lastCheck?.how).toBe("website");
    const id = "rational-recovery";
    checkListing(db, vocabulary, { ...check, how: "website", id, expected: versionOfSubject(db, "programs", id) });
    expect(findProgram(db, id)).toMatchObject({ status: "closed", lastCheck: { how: "website" } });
  });

  it("is refused for what was changed since it was looked at, and for what is not there", () => {
    const db = withCatalog();
    const id = "farm-aid";
    const expected = versionOfSubject(db, "programs", id);
    const listing = { ...findProgram(db, id)!, name: "Farm Aid hotline" };
    editListing(db, vocabulary, { list: "programs", listing, kind: "changed", by, at, why: null, isPublic: true, expected });
    expect(() => checkListing(db, vocabulary, { ...check, id, expected })).toThrow(Conflict);
    expect(findProgram(db, id)!.lastCheck).toBeNull();
    expect(() => checkListing(db, vocabulary, { ...check, id: "nobody", expected: 0 })).toThrow(NotFound);
  });

  it("is done with what calls left to be done, both or neither", () => {
    const db = withCatalog();
    const id = "farm-aid";
    saveCall(db, { list: "programs", subject: id, result: "no answer", note: null, month: null, role: "editor", account: "dana", at });
    expect(() => checkListing(db, vocabulary, { ...check, id, expected: -1 })).toThrow(Conflict);
    expect(openCalls(db)).toHaveLength(1);
    checkListing(db, vocabulary, { ...check, id, expected: versionOfSubject(db, "programs", id) });
    expect(openCalls(db)).toEqual([]);
  });
});
