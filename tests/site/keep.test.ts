import { mkdtempSync, readdirSync, rmSync, watch } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lastBackup, nameOfBackup } from "../../src/database/backup-folder.ts";
import { closeDatabase, openDatabase } from "../../src/database/open.ts";
import type { Background } from "../../src/site/background.ts";
import { keepBackingUp } from "../../src/site/keep.ts";

let folder: string;
let work: Background;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "keep-"));
  closeDatabase(openDatabase(join(folder, "porchlight.sqlite")));
});
afterEach(() => {
  work.stop();
  rmSync(folder, { recursive: true, maxRetries: 5 });
});

it("makes a backup where the newest is too old, and removes what need not be kept", async () => {
  const old = ["2020-01-05T00:00:00Z", "2020-01-06T00:00:00Z"].map((day) => nameOfBackup(Date.parse(day)));
  for (const name of old) closeDatabase(openDatabase(join(folder, name)));
  const before = Date.now();
  const environment = { ...process.env, DATABASE: join(folder, "porchlight.sqlite"), BACKUP_FOLDER: folder, BACKUP_KEEP: "2d0w0m" };
  const removed = new Promise<void>((resolve) => {
    watch(folder).on("change", (_, name) => {
      if (name === old[0] && !readdirSync(folder).includes(old[0]!)) resolve();
    });
  });
  work = keepBackingUp(folder, 86_400_000, environment, Date.now, { minPause: 0 });
  await removed;
  // Names have no milliseconds.
  expect(lastBackup(folder, Date.now())).toBeGreaterThanOrEqual(before - 1000);
  expect(readdirSync(folder)).toContain(old[1]);
});
