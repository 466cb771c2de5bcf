import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importCatalog } from "../../src/catalog/import.ts";
import { catalogFolder } from "../../src/catalog/read.ts";
import { openDatabase } from "../../src/database/open.ts";
import { programIds } from "../../src/programs/find.ts";
import { importRecords } from "../support/feeds.ts";
import { type Running, run } from "../support/process.ts";

let folder: string;
let running: Running | null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "background-"));
  running = null;
});

afterEach(async () => {
  running?.child.kill("SIGKILL");
  await running?.ended;
  rmSync(folder, { recursive: true, maxRetries: 5 });
});

/** A process of its own with nothing but this work in it, over an empty database. */
function start(...work: ["site"] | ["feeds", ("missing" | "too-large")?]): Running {
  running = run(
    "tests/support/in-background.ts",
    work.filter((word) => word !== undefined),
    { DATABASE: join(folder, "test.sqlite") },
  );
  return running;
}

/** Tells it to end; its output closes only when no process of its own holds it any more. */
async function stopped({ child, ended, said }: Running): Promise<void> {
  const closed = once(child, "close");
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  await closed;
  expect(said()).toMatch(/Stopped\.\n$/);
}

describe("showing what another process has written", () => {
  it("takes up programs at once, and meetings with the index that a third process has built, until it is stopped", async () => {
    const site = start("site");
    await site.until(/Shows 0 programs and 0 meetings\./);
    const db = openDatabase(join(folder, "test.sqlite"));
    importCatalog(db, catalogFolder, "2026-11-24T12:00:00.000Z");
    await site.until(/New data is shown: programs, documents\./);
    expect(site.said()).toContain(`Shows ${programIds(db).length} programs and 0 meetings.`);
    importRecords(db, {}, [{ slug: "noon", name: "Noon Group", day: 1, time: "12:00", city: "Bigfork", state: "MT" }]);
    await site.until(/New data is shown: meetings\./);
    expect(site.said()).toContain(`Shows ${programIds(db).length} programs and 1 meetings.`);
    expect(readdirSync(folder).some((name) => /-meetings-.*\.index$/.test(name))).toBe(true);
    db.close();
    await stopped(site);
  });
});

describe("keeping feeds fresh", () => {
  it("asks again when the last time is over, one run after the other, until it is stopped", async () => {
    const feeds = start("feeds");
    await feeds.until(/Wait 4\./);
    const runs = feeds
      .said()
      .split(/Wait \d\.\n/)
      // The first also fills the new database.
      .slice(2, 4);
    expect(runs[0]).toContain("No feed is switched on.");
    expect(runs[1]).toBe(runs[0]);
    await stopped(feeds);
  });

  it.each([
    ["missing", "ENOENT"],
    ["too-large", "E2BIG"],
  ] as const)("goes on when no process can be started (%s), says so, and tries again", async (trouble, code) => {
    const feeds = start("feeds", trouble);
    await feeds.until(/Wait 3\./);
    expect(feeds.said().match(new RegExp(`Feeds could not be fetched: spawn .*${code}.* They are tried again later\\.`, "g"))?.length).toBe(
      2,
    );
    await stopped(feeds);
  });
});
