import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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
function start(work: "site" | "feeds", settings: Record<string, string> = {}): Running {
  running = run("tests/support/in-background.ts", [work], { DATABASE: join(folder, "test.sqlite"), ...settings });
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

describe("showing what another process has written", { timeout: 90_000 }, () => {
  it("takes up each list with the index that a third process has built, until it is stopped", async () => {
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

  it("goes on with the data before it while the index cannot be built, and tries again after a while", async () => {
    const obstacle = join(folder, "obstacle");
    writeFileSync(obstacle, "");
    const site = start("site", { DIE_WHILE: obstacle, RETRY: "3000" });
    await site.until(/Shows 0 programs/);
    const db = openDatabase(join(folder, "test.sqlite"));
    importCatalog(db, catalogFolder, "2026-11-24T12:00:00.000Z");
    db.close();
    await site.until(/New data could not be shown: catalog index failed: it ended with SIGKILL\. The data before it stays/);
    rmSync(obstacle);
    await site.until(/New data is shown: programs, documents\./);
    expect(site.said().match(/could not be shown/g)).toHaveLength(1);
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
    const feeds = start("feeds", { TROUBLE: trouble });
    await feeds.until(/Wait 3\./);
    const sentence = new RegExp(`feeds update --back-off failed: spawn .*${code}\\. It is tried again later\\.`, "g");
    expect(feeds.said().match(sentence)?.length).toBe(2);
    await stopped(feeds);
  });
});
