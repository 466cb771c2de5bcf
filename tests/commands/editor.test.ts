import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/database/open.ts";
import { listEditors } from "../../src/editors/find.ts";
import { findLink } from "../../src/editors/links.ts";
import { run } from "../support/process.ts";

let folder: string;
let database: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "editor-"));
  database = join(folder, "porchlight.sqlite");
});

afterEach(() => rmSync(folder, { recursive: true }));

async function editor(...args: string[]) {
  const command = run("dist/cli.js", ["editor", ...args], { DATABASE: database, SITE_URL: "https://porch.example" });
  return { status: await command.ended, printed: command.printed(), said: command.said() };
}

const tokenIn = (text: string) => text.match(/^https:\/\/porch\.example\/desk\/link\?token=([\w-]{43})$/m)?.[1] ?? "";

describe("npm run editor", () => {
  it("adds somebody and prints a link for an hour, of which the database holds a hash alone", async () => {
    const { status, printed } = await editor("add", "Dana", "Whitehorse", "--role", "admin");
    expect(status).toBe(0);
    const db = openDatabase(database);
    expect(listEditors(db)).toMatchObject([{ name: "Dana Whitehorse", role: "admin", hasPassword: false }]);
    expect(findLink(db, tokenIn(printed), Date.now())).toMatchObject({ name: "Dana Whitehorse" });
    expect(findLink(db, tokenIn(printed), Date.now() + 3_600_001)).toBeNull();
    expect(db.serialize().includes(tokenIn(printed))).toBe(false);
    db.close();
  });

  it("lists who there is, and says what to do where there is nobody", async () => {
    expect((await editor("list")).printed).toContain("npm run editor -- add");
    await editor("add", "Dana", "--role", "editor");
    expect((await editor("list")).printed).toBe("Dana · editor · no password yet · never signed in\n");
  });

  it("makes a new link, after which the one before works no more", async () => {
    const first = tokenIn((await editor("add", "Dana", "--role", "editor")).printed);
    const second = tokenIn((await editor("reset", "dana")).printed);
    const db = openDatabase(database);
    expect(findLink(db, first, Date.now())).toBeNull();
    expect(findLink(db, second, Date.now())).not.toBeNull();
    db.close();
  });

  it("removes somebody, whose name is free again", async () => {
    await editor("add", "Dana", "--role", "editor");
    expect((await editor("remove", "Dana")).status).toBe(0);
    expect((await editor("add", "Dana", "--role", "editor")).status).toBe(0);
  });

  it.each([
    [["add", "Dana"], 2, /--role admin or --role editor/],
    [["add", "--role", "admin"], 2, /Give the name/],
    [["add", "Dana", "--role", "owner"], 2, /--role admin or --role editor/],
    [["add", "Dana", "--role", "editor", "--password", "hunter2"], 2, /Unknown option '--password'/],
    [["promote", "Dana"], 2, /no command "editor promote"/],
    [["reset", "Nobody"], 1, /no editor called Nobody/],
    [["add", "=cmd()", "--role", "editor"], 1, /A name is 2 to 60 letters/],
  ])("refuses %j", async (args, status, sentence) => {
    const answer = await editor(...args);
    expect(answer.status).toBe(status);
    expect(answer.said).toMatch(sentence);
  });
});
