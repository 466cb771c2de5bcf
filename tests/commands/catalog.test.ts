import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { catalogFolder } from "../../src/catalog/read.ts";
import { catalogCommand } from "../../src/commands/catalog.ts";
import { Misunderstood } from "../../src/commands/misunderstood.ts";
import { openDatabase } from "../../src/database/open.ts";
import { run } from "../support/process.ts";

let folder: string;
let database: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "catalog-"));
  database = join(folder, "porchlight.sqlite");
});

afterEach(() => rmSync(folder, { recursive: true }));

const operate = (...args: string[]) => run("dist/cli.js", args, { DATABASE: database });
const catalog = (...args: string[]) => operate("catalog", ...args);

describe("npm run catalog", () => {
  it("imports and ends with 0", async () => {
    const command = catalog("import");
    expect(await command.ended).toBe(0);
    expect(command.printed()).toMatch(/^Catalog: \d+ added/);
  });

  it("exports the files of a new database as they are, and ends with 0", async () => {
    const command = catalog("export", join(folder, "files"));
    expect(await command.ended).toBe(0);
    expect(command.printed()).toMatch(/^Files: \d+ written, 0 unchanged, 0 removed\.$/m);
    expect(readFileSync(join(folder, "files/programs/lifering.json"))).toEqual(readFileSync(join(catalogFolder, "programs/lifering.json")));
  });

  it("says that it waits while another process writes, and then imports", async () => {
    const other = openDatabase(database);
    other.exec("BEGIN IMMEDIATE");
    const command = catalog("import");
    await command.until(/Another process is writing to the database\. Waiting up to a minute/);
    other.exec("COMMIT");
    other.close();
    expect(await command.ended).toBe(0);
    expect(command.printed()).toMatch(/^Catalog: \d+ added/);
  });

  it("ends with 1 when the folder is not there, and says that nothing was changed", async () => {
    const command = catalog("import", join(folder, "nowhere"));
    expect(await command.ended).toBe(1);
    expect(command.said()).toContain("Nothing was changed");
  });

  it("verifies without a database", async () => {
    const command = catalog("verify");
    expect(await command.ended).toBe(0);
    expect(existsSync(database)).toBe(false);
  });

  it("builds the indexes of a database that no server has opened yet", async () => {
    const command = catalog("index");
    expect(await command.ended).toBe(0);
    expect(command.said()).toMatch(/Catalog: \d+ added/);
    expect(command.printed()).toBe("");
  });

  it("ends with 2, a sentence and the usage when it is not understood, and opens no database", async () => {
    const command = catalog("publish");
    expect(await command.ended).toBe(2);
    expect(command.said()).toContain('There is no command "catalog publish".\nUsage: npm run catalog -- import');
    expect(command.printed()).toBe("");
    expect(existsSync(database)).toBe(false);
  });
});

describe("a command about the catalog", () => {
  it.each([
    [["publish"], 'There is no command "catalog publish".'],
    [["constructor"], 'There is no command "catalog constructor".'],
    [[], "Say what to do with the catalog."],
    [["import", "one", "two"], '"catalog import" takes one folder at most.'],
    [["export", "one", "two"], '"catalog export" takes one folder at most.'],
    [["import", "--dry-run"], '"catalog import" has no option --dry-run.'],
    [["index", "one"], '"catalog index" takes no folder.'],
  ])("is not understood: %o", async (args, sentence) => {
    await expect(catalogCommand(args)).rejects.toThrow(Misunderstood);
    await expect(catalogCommand(args)).rejects.toThrow(sentence);
  });
});

describe("the command line", () => {
  it.each([[["help"]], [["catalog", "help"]], [["catalog", "import", "-h"]]])(
    "prints the usage at %o and opens no database",
    async (args) => {
      const command = operate(...args);
      expect(await command.ended).toBe(0);
      expect(command.printed()).toContain("Usage: npm run catalog -- import");
      expect(existsSync(database)).toBe(false);
    },
  );

  it("ends with 2 and the usage when it is about nothing", async () => {
    const command = operate("porch");
    expect(await command.ended).toBe(2);
    expect(command.said()).toContain('There are no commands about "porch".\nUsage:');
  });
});
