import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../support/process.ts";

let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "try-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const attempt = (...args: string[]) => run("dist/cli.js", ["feeds", "try", ...args], { DATABASE: join(folder, "porchlight.sqlite") });
function write(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe("npm run feeds -- try", () => {
  it("says how a feed was read, what is refused and missing, and shows ten meetings as readers would see them, keeping nothing", async () => {
    const groups = Array.from({ length: 30 }, (_, at) => ({
      name: `Group ${at}`,
      slug: `g${at}`,
      day: at % 7,
      time: "19:00",
      address: `${at} Main St`,
      city: "Kalispell",
      state: "MT",
    }));
    const command = attempt(write("list.json", [...groups, "no record"]), "--region", "Montana");
    expect(await command.ended).toBe(0);
    const printed = command.printed();
    expect(printed).toContain("Read as meeting-guide in json: 31 records, as meetings of alcoholics-anonymous.");
    expect(printed).toMatch(/30 added, .* 1 refused/);
    expect(printed).toContain("Ways to join: in-person 30.");
    expect(printed.match(/^Group \d+\n {2}\w+, 7 pm Mountain\n {2}\d+ Main St, Kalispell, MT · In\sperson$/gm)).toHaveLength(10);
    expect(printed.trim()).toMatch(/Nothing was kept\.$/);
    expect(existsSync(join(folder, "porchlight.sqlite"))).toBe(false);
  });

  it("takes what speaks BMLT as a list of NA, unless told otherwise", async () => {
    const record = {
      id_bigint: "7",
      meeting_name: "Just for Today",
      weekday_tinyint: "2",
      start_time: "19:00:00",
      location_municipality: "Butte",
    };
    const file = write("bmlt.json", [record]);
    const command = attempt(file);
    expect(await command.ended).toBe(0);
    expect(command.printed()).toContain("1 records, as meetings of narcotics-anonymous.");
    const told = attempt(file, "--program", "virtual-na");
    expect(await told.ended).toBe(0);
    expect(told.printed()).toContain("as meetings of virtual-na.");
  });

  it("says in a sentence why something cannot be read", async () => {
    const broken = join(folder, "broken.json");
    writeFileSync(broken, "<html><title>Sign in</title></html>");
    const command = attempt(broken);
    expect(await command.ended).toBe(1);
    expect(command.said()).toContain("in place of meetings");
    const inside = attempt("http://127.0.0.1:9/feed");
    expect(await inside.ended).toBe(1);
    expect(inside.printed()).toContain("leads into a private network");
    const nothing = attempt();
    expect(await nothing.ended).toBe(2);
    expect(nothing.said()).toContain("Give a web address or the path of a file.");
  });
});
