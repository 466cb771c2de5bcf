import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, openDatabase } from "../../src/database/open.ts";
import { importRecords } from "../support/feeds.ts";
import { type FollowedSite, openFollowedSite } from "../support/followed-site.ts";
import { run } from "../support/process.ts";
import { writeCatalog } from "../support/site.ts";

/** What becomes of a running site when its database is replaced, lost, cut short or damaged, and when a good one is put in its place. */

let folder: string;
let database: string;
let server: FollowedSite;

const backup = () => join(folder, "backup");
const other = () => join(folder, "other");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "follow-"));
  database = join(folder, "porchlight.sqlite");
  makeDatabase(backup(), "Lion Group");
  makeDatabase(other(), "Zebra Group");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

beforeEach(async () => {
  for (const ending of ["", "-wal", "-shm"]) rmSync(database + ending, { force: true });
  copyFileSync(backup(), database);
  server = await openFollowedSite(database);
}, 60_000);
// It has outlived all of it, and ends when it is told to.
afterEach(() => server.close());

/** A database with the catalog and 400 meetings of one name. */
function makeDatabase(path: string, name: string): void {
  writeCatalog(path);
  const db = openDatabase(path);
  const meeting = { name, time: "12:00", city: "Bigfork", state: "MT", notes: "Enter by the side door. ".repeat(20) };
  const records = Array.from({ length: 400 }, (_, at) => ({ ...meeting, slug: `m${at}`, day: at % 7 }));
  importRecords(db, {}, records);
  closeDatabase(db);
}

const ask = (path: string) => server.ask(path);

async function health(): Promise<{ status: number; problem: string | null; list: string | null }> {
  const { status, text } = await ask("/healthz");
  return { ...(JSON.parse(text) as { problem: string | null; list: string | null }), status };
}

/** The names of the meetings that are shown. */
async function shownMeetings(): Promise<string> {
  const { text } = await ask("/meetings.json");
  const { items } = JSON.parse(text) as { items: { name: string }[] };
  return [...new Set(items.map(({ name }) => name))].join();
}

/** Puts the other database in place, waits until it is shown, and asks again for everything. */
async function recover(): Promise<void> {
  copyFileSync(other(), join(folder, "ready"));
  renameSync(join(folder, "ready"), database);
  await server.until(/The database that is now at \S+ is shown\./);
  expect(await shownMeetings()).toBe("Zebra Group");
  expect(await health()).toMatchObject({ status: 200, problem: null, list: null });
}

describe("a database that is", { timeout: 90_000 }, () => {
  it("replaced is shown", async () => {
    expect(await shownMeetings()).toBe("Lion Group");
    await recover();
  });

  it("replaced by something else is answered for from what was read, until there is a good one", async () => {
    writeFileSync(join(folder, "ready"), "Dear reader, ".repeat(1000));
    renameSync(join(folder, "ready"), database);
    await server.until(/is not a whole database\. Put a good one in its place/);
    expect(await health()).toMatchObject({ status: 503, problem: expect.stringContaining("is not a whole database"), list: null });
    expect(await shownMeetings()).toBe("Lion Group");
    await recover();
    expect(server.said().match(/is not a whole database/g)).toHaveLength(1);
    expect(server.said()).toContain("The database can be read again.");
  });

  it("deleted is answered for from what is still open, until there is another, also one that a command has just made", async () => {
    rmSync(database);
    await server.until(/is gone\. Put a good one in its place/);
    expect(await health()).toMatchObject({ status: 503, problem: expect.stringContaining("is gone"), list: null });
    expect(await shownMeetings()).toBe("Lion Group");
    expect(await run("dist/cli.js", ["catalog", "import"], { DATABASE: database }).ended).toBe(0);
    await server.until(/The database that is now at \S+ is shown\./);
    expect((await ask("/programs/smart-recovery")).status).toBe(200);
    expect(await shownMeetings()).toBe("");
    expect(await health()).toMatchObject({ status: 200 });
  });

  it("cut short is said to be, and kept pages are still answered", async () => {
    const { text } = await ask("/programs");
    truncateSync(database, 0);
    await server.until(/cannot be read: .+ Put a good one in its place/);
    expect(await health()).toMatchObject({ status: 503, list: "programs" });
    expect(await ask("/programs")).toEqual({ status: 200, text });
    await recover();
  });

  it("overwritten by a shorter one is taken up when that is whole", async () => {
    writeCatalog(join(folder, "short"));
    const db = openDatabase(join(folder, "short"));
    db.exec("VACUUM");
    closeDatabase(db);
    copyFileSync(join(folder, "short"), database);
    await server.until(/The database that is now at \S+ is shown\./);
    expect(await shownMeetings()).toBe("");
    expect((await ask("/programs/smart-recovery")).status).toBe(200);
    expect(await health()).toMatchObject({ status: 200 });
  });

  it("damaged in one list says which", async () => {
    // With the indexes on file a start reads no row, so none of them is in SQLite's cache.
    await server.close();
    server = await openFollowedSite(database);
    damage("meeting_times");
    await server.until(/The meetings in the database cannot be read: /);
    expect(await health()).toMatchObject({ status: 503, list: "meetings" });
    expect((await ask("/programs")).status).toBe(200);
    await recover();
  });
});

/** Writes zeros over all pages of a table but its first. */
function damage(table: string): void {
  const db = openDatabase(backup());
  const pages = db.prepare("SELECT pageno FROM dbstat WHERE name = ? AND pageno NOT IN (SELECT rootpage FROM sqlite_schema)").pluck();
  const numbers = pages.all(table) as number[];
  const size = db.pragma("page_size", { simple: true }) as number;
  db.close();
  const bytes = readFileSync(database);
  for (const number of numbers) bytes.fill(0, (number - 1) * size, number * size);
  writeFileSync(database, bytes, { flag: "r+" });
}
