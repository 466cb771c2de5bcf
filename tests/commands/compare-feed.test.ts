import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../support/process.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "compare-"));
  file = join(folder, "meetings.json");
  writeFileSync(file, JSON.stringify([{ name: "Tuesday Group", slug: "tuesday", day: 2, time: "19:00", city: "Kalispell", state: "MT" }]));
});

afterEach(() => rmSync(folder, { recursive: true }));

const feeds = (...args: string[]) => run("dist/cli.js", ["feeds", ...args], { DATABASE: join(folder, "porchlight.sqlite") });

describe("npm run feeds -- compare", () => {
  it("compares what was imported with a file, and says by its status whether all is explained", async () => {
    await feeds("import", "--id", "flathead", "--program", "alcoholics-anonymous", "--zone", "America/Denver", "--file", file).ended;
    const same = feeds("compare", "flathead", file);
    expect([await same.ended, same.said()]).toEqual([0, expect.stringContaining("Compared: 1. The same in all that is read: 1.")]);
    writeFileSync(file, JSON.stringify([{ name: "Tuesday Group", slug: "tuesday", day: 2, time: "20:00", sponsor_desk: "yes" }]));
    const other = feeds("compare", "flathead", file, "--json");
    expect(await other.ended).toBe(0);
    expect(JSON.parse(other.printed())).toMatchObject({
      kind: "kept",
      differences: [
        { field: "time", kept: "Tue 19:00", why: expect.stringContaining("not imported since") },
        { field: "sponsor_desk", why: expect.stringContaining("not read") },
      ],
    });
    expect(await feeds("compare", "nobodys", file).ended).toBe(2);
  });
});
