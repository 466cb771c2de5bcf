import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { editListing } from "../../src/catalog/edit-listing.ts";
import { versionOfSubject } from "../../src/changes/append.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { findProgram } from "../../src/programs/find.ts";
import { showChanges } from "../../src/site/show-changes.ts";
import { importRecords } from "../support/feeds.ts";
import { type FollowedSite, openFollowedSite } from "../support/followed-site.ts";
import { writeCatalog } from "../support/site.ts";
import { vocabulary } from "../support/vocabulary.ts";

let folder: string;
let server: FollowedSite;
let db: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "show-"));
  writeCatalog(join(folder, "test.sqlite"));
  db = openDatabase(join(folder, "test.sqlite"));
  server = await openFollowedSite(join(folder, "test.sqlite"));
});
afterEach(async () => {
  await server.close();
  db.close();
  rmSync(folder, { recursive: true, maxRetries: 5 });
});

/** Names the listing anew, on this connection. */
function rename(on: Database, name: string): void {
  editListing(on, vocabulary, {
    list: "programs",
    listing: { ...findProgram(on, "lifering"), name },
    ...{ kind: "changed", expected: versionOfSubject(on, "programs", "lifering"), by: { role: "editor", account: "7" } },
    ...{ at: "2026-11-30T12:00:00.000Z", why: null, isPublic: true },
  });
}

const found = async (name: string) => {
  const { text } = await server.ask(`/programs.json?q=${encodeURIComponent(name)}`);
  return (JSON.parse(text) as { items: { name: string }[] }).items[0]?.name === name;
};

describe("showing a change", () => {
  it("of this process makes it searchable and visible on its page before it resolves, each of several", async () => {
    for (const name of ["Zebra Porch", "Walrus Porch"]) {
      rename(server.site.data.db, name);
      await showChanges(server.site);
      expect(await found(name)).toBe(true);
      expect((await server.ask("/programs/lifering")).text).toContain(name);
    }
  });

  it("of another process needs no process more, also while meetings wait for one", async () => {
    importRecords(db, {}, [{ slug: "noon", name: "Noon Group", day: 1, time: "12:00", city: "Bigfork", state: "MT" }]);
    rename(db, "Zebra Porch");
    await server.until(/New data is shown: (programs|programs, meetings)\./);
    expect(await found("Zebra Porch")).toBe(true);
    await server.until(/New data is shown: .*meetings\./);
    expect((await server.ask("/meetings")).text).toContain("Noon Group");
  });

  it("serves those who ask meanwhile all at once", async () => {
    rename(server.site.data.db, "Zebra Porch");
    const all = [showChanges(server.site), showChanges(server.site)];
    rename(server.site.data.db, "Walrus Porch");
    await Promise.all([...all, showChanges(server.site)]);
    expect(await found("Walrus Porch")).toBe(true);
  });
});
