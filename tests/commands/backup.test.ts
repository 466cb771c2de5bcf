import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/database/open.ts";
import { importRecords } from "../support/feeds.ts";
import { openFollowedSite } from "../support/followed-site.ts";
import { run, runScript } from "../support/process.ts";
import { writeCatalog } from "../support/site.ts";

let folder: string;
let settings: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backup-"));
  settings = { DATABASE: join(folder, "porchlight.sqlite"), BACKUP_FOLDER: join(folder, "backups") };
});
afterEach(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

/** Runs a command to its end. */
async function command(...args: string[]): Promise<{ status: number | null; said: string }> {
  const running = run("dist/cli.js", args, settings);
  return { status: await running.ended, said: running.said() };
}

const backups = () => readdirSync(join(folder, "backups"));

describe("npm run backup", { timeout: 60_000 }, () => {
  beforeEach(() => writeCatalog(settings["DATABASE"]!));

  it("says what it has copied and counted, into the folder of the settings or the one named", async () => {
    const { status, said } = await command("backup");
    expect(said).toMatch(
      /backups\/porchlight-\S+Z\.sqlite holds the database: \d{3} programs, \d\d library entries, 0 meetings; \d+ rows in all/,
    );
    expect(status).toBe(0);
    const named = runScript("backup", [join(folder, "other")], settings);
    expect(await named.ended).toBe(0);
    expect(readdirSync(join(folder, "other"))).toHaveLength(1);
  });

  it("says what is wrong: no database, a damaged one, a folder that cannot be", async () => {
    truncateSync(settings["DATABASE"]!, 50_000);
    expect(await command("backup")).toMatchObject({
      status: 1,
      said: expect.stringMatching(/Nothing was changed: .*porchlight\.sqlite.* damaged/),
    });
    rmSync(settings["DATABASE"]!);
    expect(await command("backup")).toMatchObject({
      status: 1,
      said: expect.stringMatching(/there is no database at .*porchlight\.sqlite/),
    });
    expect(await command("backup", "one", "two")).toMatchObject({ status: 2, said: expect.stringMatching(/one folder at most/) });
    expect(await command("backup", "--every")).toMatchObject({ status: 2, said: expect.stringMatching(/no option --every/) });
    expect(await command("restore")).toMatchObject({ status: 2, said: expect.stringMatching(/Say which backup/) });
  });

  it("keeps the last good one where there is no room for another", async () => {
    await command("backup");
    const before = backups();
    // Half of what it needs, in blocks of 512 bytes.
    const blocks = Math.floor(statSync(settings["DATABASE"]!).size / 1024);
    const limited = spawn("sh", ["-c", `ulimit -f ${blocks}; exec node dist/cli.js backup`], { env: { ...process.env, ...settings } });
    const said = limited.stderr.setEncoding("utf8").toArray();
    const [status] = await once(limited, "close");
    expect(status).toBe(1);
    expect((await said).join("")).toMatch(/no backup could be made in .+: .+\. The last one is from 20\d\d-/);
    expect(backups()).toEqual(before);
  });

  it("says of a folder that cannot be written to why no backup was made, and exits 1", async () => {
    const { status, said } = await command("backup", "/dev/null/backups");
    expect(said).toMatch(/no backup could be made in \/dev\/null\/backups: .+\. There is none in it yet\./);
    expect(status).toBe(1);
  });
});

describe("npm run restore", { timeout: 60_000 }, () => {
  it("is taken up by a site that runs", async () => {
    writeCatalog(settings["DATABASE"]!);
    expect((await command("backup")).status).toBe(0);
    const db = openDatabase(settings["DATABASE"]!);
    importRecords(db, {}, [{ slug: "noon", name: "Noon Group", day: 1, time: "12:00", city: "Bigfork", state: "MT" }]);
    db.close();
    const site = await openFollowedSite(settings["DATABASE"]!);
    expect(JSON.parse((await site.ask("/healthz")).text)).toMatchObject({ meetings: 1 });
    const { status, said } = await command("restore", join(folder, "backups", backups()[0]!));
    expect(said).toMatch(
      /porchlight\.sqlite is now what .+Z\.sqlite holds\.[\s\S]+ kept as .+porchlight\.sqlite-before-restore-\S+Z; remove it/,
    );
    expect(status).toBe(0);
    await site.until(/The database that is now at \S+ is shown\./);
    expect(JSON.parse((await site.ask("/healthz")).text)).toMatchObject({ status: "ok", meetings: 0 });
    await site.close();
    expect(statSync(settings["DATABASE"]!).size).toBeGreaterThan(100_000);
  });
});
