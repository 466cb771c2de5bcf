import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/database/open.ts";
import { isBeingReplaced, replaceWithNote } from "../../src/database/replacing.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "replacing-"));
  file = join(folder, "porchlight.sqlite");
  openDatabase(file).close();
});
afterEach(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

describe("a database that a process has begun to replace", () => {
  it("is left to it while it runs", () => {
    let seen = false;
    replaceWithNote(file, file, () => {
      seen = isBeingReplaced(file);
    });
    expect(seen).toBe(true);
    expect(isBeingReplaced(file)).toBe(false);
  });

  it.skipIf(process.platform !== "linux").each([
    ["this process", process.pid],
    ["another that runs", process.ppid],
  ])("is opened where that was killed and its number is now that of %s", (_what, number) => {
    writeFileSync(`${file}-replacing`, JSON.stringify({ process: number, began: "before the power failed", next: "1:1" }));
    openDatabase(file).close();
    expect(existsSync(`${file}-replacing`)).toBe(false);
  });
});
