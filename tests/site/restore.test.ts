import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { listVersion } from "../../src/database/versions.ts";
import { searchMeetings } from "../../src/meetings/search.ts";
import { emptyFilter } from "../../src/search/filter.ts";
import { builtCatalog } from "../../src/site/catalog.ts";
import { openSite } from "../../src/site/site.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { importRecords } from "../support/feeds.ts";
import { settingsFor } from "../support/settings.ts";
import { writeCatalog } from "../support/site.ts";

let folder: string;
let database: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "restore-"));
  database = join(folder, "porchlight.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true }));

const now = Date.parse("2026-11-23T14:30:00Z");
const open = (db: Database) =>
  openSite(db, builtCatalog(), settingsFor("https://porchlight.example"), loadAssets(), () => now, console.error).data;

/** Imports twenty meetings of this name on this day of the week, and closes the database again. */
function importMeetings(name: string, day: number): string {
  const db = openDatabase(database);
  const records = Array.from({ length: 20 }, (_, at) => ({ slug: `${name}${at}`, name, day, time: "12:00", city: "Bigfork", state: "MT" }));
  importRecords(db, { id: name }, records);
  const version = listVersion(db, "meetings");
  // Builds the index and keeps it beside the database.
  open(db);
  db.close();
  return version;
}

describe("a backup that is put back", () => {
  it("is never shown with the index of what was imported after it was made", () => {
    writeCatalog(database);
    openDatabase(database).close();
    copyFileSync(database, join(folder, "backup"));
    const lost = importMeetings("zebra", 1);
    for (const ending of ["-wal", "-shm"]) rmSync(database + ending, { force: true });
    copyFileSync(join(folder, "backup"), database);
    expect(importMeetings("lion", 5)).not.toBe(lost);

    const { db: restored, meetings } = open(openDatabase(database));
    const found = (filter: Partial<typeof emptyFilter>) =>
      searchMeetings(meetings, { filter: { ...emptyFilter, ...filter }, from: null, night: null }, now).times;
    expect(found({ q: "lion" })).toBe(20);
    expect(found({ q: "zebra" })).toBe(0);
    expect(found({ chosen: { day: ["friday"] } })).toBe(20);
    expect(found({ chosen: { day: ["monday"] } })).toBe(0);
    restored.close();
  });
});
