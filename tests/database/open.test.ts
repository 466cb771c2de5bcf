import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/database/open.ts";

describe("opening the database", () => {
  it("makes the file and the folders it is in", () => {
    const folder = mkdtempSync(join(tmpdir(), "open-"));
    const path = join(folder, "one/two/porchlight.sqlite");
    openDatabase(path).close();
    expect(existsSync(path)).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it.each(["/dev/null/place.sqlite", tmpdir()])("says which file cannot be one: %s", (path) => {
    expect(() => openDatabase(path)).toThrow(
      new RegExp(`^the database ${path} cannot be opened \\(.+\\)\\. Set DATABASE to a file that this account may write\\.$`),
    );
  });
});
