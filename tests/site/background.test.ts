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
import { type FollowedSite, openFollowedSite } from "../support/followed-site.ts";
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

/** A process of its own that fetches feeds, over an empty database. */
function startFeeds(settings: Record<string, string> = {}): Running {
  running = run("tests/support/in-background.ts", [], { DATABASE: join(folder, "test.sqlite"), ...settings });
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
  let site: FollowedSite;
  afterEach(() => site.close());

  const shown = async () => {
    const { programs, meetings } = JSON.parse((await site.ask("/healthz")).text) as { programs: number; meetings: number };
    return { programs, meetings };
  };

  it("takes up programs and library by itself, and meetings with the index that a third process has built", async () => {
    site = await openFollowedSite(join(folder, "test.sqlite"));
    expect(await shown()).toEqual({ programs: 0, meetings: 0 });
    const db = openDatabase(join(folder, "test.sqlite"));
    importCatalog(db, catalogFolder, "2026-11-24T12:00:00.000Z");
    await site.until(/New data is shown: programs, documents\./);
    expect(await shown()).toEqual({ programs: programIds(db).length, meetings: 0 });
    importRecords(db, {}, [{ slug: "noon", name: "Noon Group", day: 1, time: "12:00", city: "Bigfork", state: "MT" }]);
    await site.until(/New data is shown: meetings\./);
    expect(await shown()).toEqual({ programs: programIds(db).length, meetings: 1 });
    expect(readdirSync(folder).some((name) => /-meetings-.*\.index$/.test(name))).toBe(true);
    db.close();
  });

  it("goes on with the data before it while the index cannot be built, and tries again after a while", async () => {
    const obstacle = join(folder, "obstacle");
    writeFileSync(obstacle, "");
    const dieWhile = `import{existsSync}from'node:fs';if(existsSync('${obstacle}'))process.kill(process.pid,'SIGKILL')`;
    site = await openFollowedSite(join(folder, "test.sqlite"), { NODE_OPTIONS: `--import data:text/javascript,${dieWhile}` });
    const db = openDatabase(join(folder, "test.sqlite"));
    importCatalog(db, catalogFolder, "2026-11-24T12:00:00.000Z");
    await site.until(/New data is shown: programs, documents\./);
    importRecords(db, {}, [{ slug: "noon", name: "Noon Group", day: 1, time: "12:00", city: "Bigfork", state: "MT" }]);
    await site.until(/New data could not be shown: catalog index failed: it ended with SIGKILL\. The data before it stays/);
    expect(await shown()).toEqual({ programs: programIds(db).length, meetings: 0 });
    rmSync(obstacle);
    await site.until(/New data is shown: meetings\./);
    expect(await shown()).toEqual({ programs: programIds(db).length, meetings: 1 });
    expect(site.said().match(/could not be shown/g)).toHaveLength(1);
    db.close();
  });
});

describe("keeping feeds fresh", () => {
  it("asks again when the last time is over, one run after the other, until it is stopped", async () => {
    const feeds = startFeeds();
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
    const feeds = startFeeds({ TROUBLE: trouble });
    await feeds.until(/Wait 3\./);
    const sentence = new RegExp(`feeds update --back-off failed: spawn .*${code}\\. It is tried again later\\.`, "g");
    // It may have gone on before we looked.
    expect(feeds.said().match(sentence)?.length).toBeGreaterThanOrEqual(2);
    await stopped(feeds);
  });
});
