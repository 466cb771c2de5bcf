import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { renewIdentity } from "../../src/changes/identity.ts";
import { backUp } from "../../src/database/backup.ts";
import { closeDatabase, openDatabase } from "../../src/database/open.ts";
import { restoreDatabase } from "../../src/database/restore.ts";
import { recordChange } from "../support/record-change.ts";
import { withCatalog } from "../support/site.ts";

/** Litestream itself, with the configuration that the README gives, and a folder as the second place. */

const root = new URL("../../", import.meta.url);
const program = new URL(`node_modules/@flydotio/litestream-${process.platform}-${process.arch}/litestream`, root).pathname;
const isInstalled = existsSync(program);
const [, configuration] = /```yaml\n([\s\S]+?)```/.exec(readFileSync(new URL("README.md", root), "utf8"))!;

let folder: string;
let database: string;
let config: string;
let litestream: ChildProcess;

beforeEach(async () => {
  if (!isInstalled) return;
  folder = mkdtempSync(join(tmpdir(), "litestream-"));
  database = join(folder, "porchlight.sqlite");
  config = join(folder, "litestream.yml");
  const memory = withCatalog();
  writeFileSync(database, memory.serialize());
  memory.close();
  closeDatabase(openDatabase(database));
  const paths = configuration!
    .replace("/srv/porchlight/data/porchlight.sqlite", database)
    .replace("/mnt/other/porchlight", join(folder, "copy"));
  expect(paths.match(new RegExp(folder, "g"))).toHaveLength(2);
  writeFileSync(config, paths);
  litestream = spawn(program, ["replicate", "-config", config], { stdio: ["ignore", "pipe", "pipe"] });
  await said(/snapshot written/);
});
afterEach(async () => {
  if (!isInstalled) return;
  litestream.kill();
  await once(litestream, "close");
  rmSync(folder, { recursive: true });
});

/** Resolves when litestream has said this. */
async function said(pattern: RegExp): Promise<void> {
  let text = "";
  await new Promise<void>((resolve) => {
    for (const stream of [litestream.stdout!, litestream.stderr!]) {
      stream.on("data", (chunk: Buffer) => {
        text += chunk;
        if (pattern.test(text)) resolve();
      });
    }
  });
}

function changesIn(file: string): unknown {
  const db = new Sqlite(file, { readonly: true });
  const count = db.prepare("SELECT count(*) FROM changes").pluck().get();
  db.close();
  return count;
}

describe.skipIf(!isInstalled)("litestream with the README's configuration", { timeout: 60_000 }, () => {
  it("keeps a copy in a second place to which the database can be restored, up to the last change", async () => {
    const db = openDatabase(database);
    const before = changesIn(database) as number;
    recordChange(db, "programs");
    closeDatabase(db);
    const fetched = join(folder, "fetched.sqlite");
    // It copies once a second; where it never does, the test is over its time.
    do {
      rmSync(fetched, { force: true });
      execFileSync(program, ["restore", "-config", config, "-o", fetched, database], { stdio: "ignore" });
    } while (changesIn(fetched) === before);
    expect(changesIn(fetched)).toBe(before + 1);
    // And that may take the place of the database on any machine.
    const fresh = join(folder, "fresh.sqlite");
    restoreDatabase(fresh, fetched, 0, renewIdentity);
    expect(changesIn(fresh)).toBe(before + 1);
  });

  it("keeps nobody from making and restoring backups, with all that is only in the log", async () => {
    const db = openDatabase(database);
    const before = changesIn(database) as number;
    const { file } = await backUp(db, join(folder, "backups"), 0);
    recordChange(db, "programs");
    expect(restoreDatabase(database, file, 0, renewIdentity)).toBe(`${database}-before-restore-1970-01-01T000000Z`);
    db.close();
    expect(changesIn(database)).toBe(before);
    expect(changesIn(`${database}-before-restore-1970-01-01T000000Z`)).toBe(before + 1);
  });
});
