import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import request from "supertest";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { nameOfBackup } from "../../src/database/backup-folder.ts";
import { rememberLinkCheck } from "../../src/links/state.ts";
import type { Site } from "../../src/site/site.ts";
import { openTestApp, openTestSite } from "../support/site.ts";

const hour = 3_600_000;
const opened = Date.parse("2026-11-01T12:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "health-"));
afterAll(() => rmSync(folder, { recursive: true }));

let now: number;
let site: Site;
beforeEach(() => {
  now = opened;
  site = openTestSite(undefined, () => now);
});

async function problemAfter(hours: number): Promise<string | null> {
  now = opened + hours * hour;
  const { status, body } = await request(openTestApp(site)).get("/healthz");
  expect(status).toBe(200);
  return body.problem;
}

describe("/healthz", () => {
  it("says when no backup has been made for two periods, since the start or since the last one", async () => {
    site.settings.backups = { folder, every: 24 * hour };
    expect(await problemAfter(48)).toBeNull();
    expect(await problemAfter(49)).toMatch(/^No backup has been made, which is more than two times BACKUP_EVERY ago\./);
    writeFileSync(join(folder, nameOfBackup(opened + 30 * hour)), "");
    expect(await problemAfter(49)).toBeNull();
    writeFileSync(join(folder, nameOfBackup(opened + 90_000 * hour)), "made while the clock was wrong");
    expect(await problemAfter(79)).toMatch(/^The last backup is from 2026-11-02T18:00:00\.000Z, which is more than two times/);
  });

  it("has nothing to say of backups and links where they are made by hand", async () => {
    expect(await problemAfter(10_000)).toBeNull();
    site.settings.backups = { folder, every: null };
    site.settings.linksCheck = null;
    expect(await problemAfter(10_000)).toBeNull();
  });

  it("says when links could not be checked, or have not been for two periods", async () => {
    site.settings.linksCheck = 168 * hour;
    expect(await problemAfter(336)).toBeNull();
    expect(await problemAfter(337)).toMatch(/^Links have not been checked for two times LINKS_CHECK/);
    rememberLinkCheck(site.data.db, { at: new Date(opened + 300 * hour).toISOString(), problem: "No server answered." });
    expect(await problemAfter(301)).toBe("Links could not be checked: No server answered.");
    rememberLinkCheck(site.data.db, { at: new Date(opened + 310 * hour).toISOString(), problem: null });
    expect(await problemAfter(311)).toBeNull();
    expect(await problemAfter(647)).toMatch(/^Links have not been checked/);
  });
});
