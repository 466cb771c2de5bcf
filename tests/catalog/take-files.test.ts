import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { editListing, removeListing } from "../../src/catalog/edit-listing.ts";
import { describeImport, importCatalog } from "../../src/catalog/import.ts";
import { catalogFolder } from "../../src/catalog/read.ts";
import { versionOfSubject } from "../../src/changes/append.ts";
import { openConflicts, settleConflict } from "../../src/changes/conflicts.ts";
import { rewind } from "../../src/changes/rewind.ts";
import { historyOf } from "../../src/changes/since.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { listVersion } from "../../src/database/versions.ts";
import { findProgram } from "../../src/programs/find.ts";
import type { Program } from "../../src/programs/program.ts";
import { vocabulary } from "../support/vocabulary.ts";

/** A catalog of one program, which its file and the desk edit in turn. */

const at = "2026-11-30T12:00:00.000Z";
const person = { by: { role: "editor", account: "7" }, at, why: null, isPublic: true } as const;
const original = JSON.parse(readFileSync(join(catalogFolder, "programs/lifering.json"), "utf8"));
let folder: string;
let db: Database;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "take-"));
  cpSync(join(catalogFolder, "vocabulary.json"), join(folder, "vocabulary.json"));
  for (const list of ["programs", "library"]) mkdirSync(join(folder, list));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, "programs/lifering.json");
const say = (change: Partial<Program>) => writeFileSync(file(), JSON.stringify({ ...original, ...change }));
const bring = () => importCatalog(db, folder, at);
const listed = () => findProgram(db, "lifering");
const expected = () => versionOfSubject(db, "programs", "lifering");
const edit = (change: Partial<Program>) =>
  editListing(db, vocabulary, {
    ...person,
    list: "programs",
    listing: { ...(listed() ?? original), ...change },
    kind: listed() ? "changed" : "added",
    expected: expected(),
  });
const remove = (kind: "removed" | "unlisted") =>
  removeListing(db, vocabulary, { ...person, list: "programs", subject: "lifering", kind, expected: expected() });

beforeEach(() => {
  db = openDatabase(":memory:");
  say({});
  bring();
});

describe("a file and the desk", () => {
  it("each change what the other has not: both changes stay", () => {
    edit({ name: "Desk's name" });
    say({ place: "Bigfork" });
    expect(bring().changed).toEqual(["lifering"]);
    expect(listed()).toMatchObject({ name: "Desk's name", place: "Bigfork" });
    expect(openConflicts(db)).toEqual([]);
    expect(historyOf(db, "programs", "lifering")[0]).toMatchObject({ by: { role: "catalog" }, after: { place: "Bigfork" } });
  });

  it("change one field to different values: what is there stays, and the report and the list of conflicts say so", () => {
    edit({ name: "Desk's name" });
    say({ name: "File's name" });
    const report = bring();
    expect(describeImport(report)).toContain("1 changed at the desk too, which stays until somebody decides there (lifering)");
    expect(listed()?.name).toBe("Desk's name");
    const conflict = {
      list: "programs",
      subject: "lifering",
      field: "name",
      before: original.name,
      theirs: "File's name",
      mine: "Desk's name",
    };
    expect(openConflicts(db)).toEqual([{ number: expect.any(Number), at, ...conflict }]);
    expect(bring()).toMatchObject({ conflicting: [], changed: [], unchanged: ["lifering"] });
    say({ name: "File's newer name" });
    bring();
    expect(openConflicts(db)).toMatchObject([{ field: "name", theirs: "File's newer name", mine: "Desk's name" }]);
    settleConflict(db, openConflicts(db)[0]!.number, at);
    expect(openConflicts(db)).toEqual([]);
  });

  it("say the same in the end: their conflict is over", () => {
    edit({ name: "Desk's name" });
    say({ name: "File's name" });
    bring();
    say({ name: "Desk's name" });
    bring();
    expect([listed()?.name, openConflicts(db)]).toEqual(["Desk's name", []]);
  });

  it("a file that says nothing new takes nothing back", () => {
    edit({ name: "Desk's name", lastCheck: { date: "2026-11-30", how: "phone", role: "editor" } });
    writeFileSync(file(), JSON.stringify(original, null, 4));
    expect(bring()).toMatchObject({ changed: [], conflicting: [] });
    expect(listed()).toMatchObject({ name: "Desk's name", lastCheck: { how: "phone" } });
  });

  it("only a person's check moves the date of the last one", () => {
    say({ lastCheck: { date: "2026-11-29", how: "website", role: "volunteer" }, place: "Bigfork" });
    bring();
    expect(listed()).toMatchObject({ place: "Bigfork", lastCheck: original.lastCheck });
    expect(openConflicts(db)).toEqual([]);
  });

  it("that no longer fit together are refused with the reason, and what is there stays", () => {
    edit({ facets: { ...original.facets, category: { "crisis-line": "They say so." } } });
    const words = JSON.parse(readFileSync(join(folder, "vocabulary.json"), "utf8"));
    const category = words.category.filter(({ id }: { id: string }) => id !== "crisis-line");
    writeFileSync(join(folder, "vocabulary.json"), JSON.stringify({ ...words, category }));
    say({ place: "Bigfork" });
    expect(describeImport(bring())).toMatch(/refused lifering\.json\n {4}beside what others changed, facets\.category: "crisis-line"/);
    expect([listed()?.place, listed()?.facets.category]).toEqual([original.place, { "crisis-line": "They say so." }]);
    writeFileSync(join(folder, "vocabulary.json"), JSON.stringify(words));
    expect(bring().changed).toEqual(["lifering"]);
  });
});

describe("a file that is gone", () => {
  it("takes its listing with it", () => {
    rmSync(file());
    expect(bring().removed).toEqual(["lifering"]);
    expect([listed(), historyOf(db, "programs", "lifering")[0]?.kind]).toEqual([null, "removed"]);
    say({});
    expect(bring().added).toEqual(["lifering"]);
  });

  it("leaves a listing that says something else by now, as a conflict", () => {
    edit({ name: "Desk's name" });
    rmSync(file());
    expect(bring()).toMatchObject({ removed: [], conflicting: ["lifering"] });
    expect(openConflicts(db)).toMatchObject([{ field: null, theirs: null, mine: { name: "Desk's name" } }]);
    expect(bring()).toMatchObject({ removed: [], conflicting: [] });
    expect(listed()?.name).toBe("Desk's name");
    say({});
    bring();
    expect(openConflicts(db)).toMatchObject([{ field: "name", mine: "Desk's name" }]);
  });
});

describe("a listing that the desk", () => {
  it("removed stays away while its file says nothing new, and is in conflict when it does", () => {
    remove("removed");
    expect(bring()).toMatchObject({ added: [], conflicting: [] });
    say({ name: "File's name" });
    expect(bring()).toMatchObject({ added: [], conflicting: ["lifering"] });
    expect(openConflicts(db)).toMatchObject([{ field: null, theirs: { name: "File's name" }, mine: null }]);
    expect(listed()).toBeNull();
  });

  it("must not list is not brought back by any file", () => {
    remove("unlisted");
    say({ name: "File's name" });
    const report = bring();
    expect(describeImport(report)).toContain("1 left out because it must not be listed (lifering)");
    expect([listed(), openConflicts(db)]).toEqual([null, []]);
  });

  it("added stays though no file names it; a file that then says the same changes nothing", () => {
    const added = { ...original, id: "lifering-bigfork" };
    editListing(db, vocabulary, { ...person, list: "programs", listing: added, kind: "added", expected: 0 });
    expect(bring()).toMatchObject({ removed: [], conflicting: [] });
    const path = join(folder, "programs/lifering-bigfork.json");
    writeFileSync(path, JSON.stringify(added));
    const version = listVersion(db, "programs");
    expect(bring()).toMatchObject({ added: [], changed: [], conflicting: [] });
    expect(listVersion(db, "programs")).toBe(version);
    rmSync(path);
    expect(bring().removed).toEqual(["lifering-bigfork"]);
  });
});

describe("edits by files and the desk in any order", () => {
  type Step = { who: "file" | "desk"; field: "name" | "place" | "operator"; value: string } | { who: "import" };
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      who: fc.constantFrom("file", "desk"),
      field: fc.constantFrom("name", "place", "operator"),
      value: fc.constantFrom("Ash", "Birch", "Cedar"),
    }),
    fc.constant({ who: "import" } as const),
  );

  const fields = ["name", "place", "operator"] as const;

  /** Imports, and checks field by field that nothing is taken back that the file did not say anew, or that somebody else had changed. */
  function bringAndCheck(text: Partial<Program>, said: Partial<Program>): void {
    const before = listed()!;
    say(text);
    bring();
    for (const field of fields) {
      const isNews = text[field] !== said[field];
      const open = openConflicts(db).filter((conflict) => conflict.field === field);
      expect(listed()![field]).toBe(isNews && before[field] === said[field] ? text[field] : before[field]);
      if (listed()![field] === text[field]) expect(open).toEqual([]);
      else if (isNews) expect(open).toMatchObject([{ theirs: text[field], mine: before[field] }]);
    }
  }

  it("overwrite nothing silently, and can all be read in the ledger", () => {
    const run = (steps: readonly Step[]) => {
      db = openDatabase(":memory:");
      let text: Partial<Program> = { name: "Ash", place: "Ash", operator: "Ash" };
      let said = text;
      say(text);
      bring();
      const states = [{ version: expected(), listing: listed() }];
      for (const one of steps) {
        if (one.who === "file") text = { ...text, [one.field]: one.value };
        else if (one.who === "desk") edit({ [one.field]: one.value });
        else {
          bringAndCheck(text, said);
          said = text;
        }
        states.push({ version: expected(), listing: listed() });
      }
      const history = historyOf(db, "programs", "lifering");
      const asOf = (version: number) => history.filter(({ seq }) => seq > version);
      for (const { version, listing } of states) expect(rewind(listed(), asOf(version))).toEqual(listing);
      db.close();
    };
    fc.assert(fc.property(fc.array(step, { maxLength: 20 }), run), { numRuns: 60 });
  });
});
