import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { catalogFolder } from "../../src/catalog/read.ts";
import { feedsCommand } from "../../src/commands/feeds.ts";
import { Misunderstood } from "../../src/commands/misunderstood.ts";
import { openDatabase } from "../../src/database/open.ts";
import { findProgram } from "../../src/programs/find.ts";
import { run } from "../support/process.ts";

let folder: string;
let database: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "feeds-"));
  database = join(folder, "new/porchlight.sqlite");
  file = join(folder, "meetings.json");
  writeFileSync(file, JSON.stringify([{ name: "Tuesday Group", slug: "tuesday", day: 2, time: "19:00", city: "Kalispell", state: "MT" }]));
});

afterEach(() => rmSync(folder, { recursive: true }));

const feeds = (...args: string[]) => run("dist/cli.js", ["feeds", ...args], { DATABASE: database });
const anImport = () => [
  "import",
  "--id",
  "flathead",
  "--program",
  "alcoholics-anonymous",
  "--zone",
  "America/Denver",
  "--file",
  file,
  "--json",
];

function inDatabase<T>(ask: (db: ReturnType<typeof openDatabase>) => T): T {
  const db = openDatabase(database);
  try {
    return ask(db);
  } finally {
    db.close();
  }
}

describe("npm run feeds", () => {
  it("imports into a database that no server has opened yet, and prints nothing but the report", async () => {
    const command = feeds(...anImport());
    expect(await command.ended).toBe(0);
    expect(JSON.parse(command.printed())).toMatchObject({ added: 1, removed: 0, refused: [] });
    expect(command.said()).toMatch(/Catalog: \d+ added/);
    inDatabase((db) => {
      expect(findProgram(db, "smart-recovery")).not.toBeNull();
      expect(db.prepare("SELECT count(*) FROM places").pluck().get()).toBeGreaterThan(40_000);
    });
  });

  it.each(["list", "update"])("fills a new database before %s", async (verb) => {
    const command = feeds(verb);
    expect(await command.ended).toBe(0);
    expect(command.said()).toMatch(/Catalog: \d+ added/);
  });

  it("leaves the catalog of a filled database as it is", async () => {
    const few = join(folder, "few");
    cpSync(catalogFolder, few, { recursive: true });
    rmSync(join(few, "programs/smart-recovery.json"));
    await run("dist/cli.js", ["catalog", "import", few], { DATABASE: database }).ended;
    const command = feeds(...anImport());
    expect(await command.ended).toBe(0);
    expect(command.said()).not.toContain("Catalog:");
    expect(inDatabase((db) => findProgram(db, "smart-recovery"))).toBeNull();
  });

  it("ends with 2, a sentence and the usage when it is not understood, and opens no database", async () => {
    const command = feeds("import", "--id", "flathead");
    expect(await command.ended).toBe(2);
    expect(command.said()).toContain("Give --program.\nUsage:");
    expect(command.printed()).toBe("");
    expect(existsSync(database)).toBe(false);
  });

  it("ends with 1 and says why when the file is not there", async () => {
    const command = feeds("import", "--id", "flathead", "--program", "oiaa", "--file", join(folder, "nowhere.json"));
    expect(await command.ended).toBe(1);
    expect(command.said()).toMatch(/^Nothing was changed: .*nowhere\.json/m);
  });

  it("prints the usage when asked for help", async () => {
    const command = feeds("import", "--help");
    expect(await command.ended).toBe(0);
    expect(command.printed()).toContain("npm run feeds -- import");
    expect(existsSync(database)).toBe(false);
  });
});

describe("a command about feeds", () => {
  it.each([
    [["import", "--id", "flathead"], "Give --program."],
    [["import", "--id", "Flat Head", "--program", "oiaa"], "--id is lower-case words joined by hyphens"],
    [["import", "--id", "a", "--program", "oiaa", "--file", "a", "--zone", "Mars"], "--zone Mars is no time zone"],
    [["import", "--id", "a", "--program", "oiaa", "--file", "a", "--shape", "round"], "--shape round is not one of"],
    [["import", "--color", "red"], "'--color'"],
    [["update", "nobody"], 'data/feeds.json has no feed "nobody".'],
    [["remove"], "Give a feed's id."],
    [["explode"], 'There is no command "feeds explode".'],
    [[], "Say what to do with the feeds."],
  ])("is not understood: %o", async (args, sentence) => {
    await expect(feedsCommand(args)).rejects.toThrow(Misunderstood);
    await expect(feedsCommand(args)).rejects.toThrow(sentence);
  });
});
