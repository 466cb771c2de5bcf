import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "../../src/database/open.ts";
import { recordLook, saveUses } from "../../src/links/state.ts";
import { findProgram } from "../../src/programs/find.ts";
import { run, runScript } from "../support/process.ts";

let folder: string;
let settings: Record<string, string>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "links-"));
  settings = { DATABASE: join(folder, "porchlight.sqlite") };
  await run("dist/cli.js", ["catalog", "import"], settings).ended;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

it("npm run links -- list says what a person should look at, and where it is", async () => {
  const db = openDatabase(settings["DATABASE"]!);
  const { value } = findProgram(db, "smart-recovery")!.contacts.find(({ kind }) => kind === "site")!;
  saveUses(db, [{ url: value, list: "programs", subject: "smart-recovery" }]);
  recordLook(db, value, { verdict: "moved", movedTo: "https://new.example/\u001b[2J", detail: "200" }, "2026-11-01T12:00:00.000Z");
  db.close();
  const listed = runScript("links", ["list"], settings);
  expect(await listed.ended).toBe(0);
  expect(listed.printed()).toBe(`moved since 2026-11-01: ${value} → https://new.example/\\x1b[2J (programs/smart-recovery)\n`);
});

it.each([
  [["mend"], 'There is no command "links mend".'],
  [["check", "--quick"], '"links check" has no option --quick.'],
  [["list", "--all"], '"links list" has no option --all.'],
])("refuses %o before it asks anybody", async (args, sentence) => {
  const refused = run("dist/cli.js", ["links", ...args], settings);
  expect(await refused.ended).toBe(2);
  expect(refused.said()).toContain(sentence);
});
