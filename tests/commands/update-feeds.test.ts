import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { constants, getPriority } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDatabase } from "../../src/database/open.ts";
import { feedState } from "../../src/feeds/state.ts";
import { meetingIdsOf } from "../../src/meetings/find.ts";
import type { Running } from "../support/process.ts";
import { openProduct, type Product } from "../support/product.ts";

let product: Product;
let folder: string;
let update: Running | null;

beforeEach(() => {
  update = null;
  product = openProduct();
  folder = product.folder;
});

afterEach(async () => {
  update?.child.kill("SIGKILL");
  await update?.ended;
  product.remove();
});

const command = (...args: string[]) => product.feeds(...args);
const feed = (id: string, file: string) => ({
  id,
  file: join(folder, file),
  program: "alcoholics-anonymous",
  zone: "America/Denver",
  on: true,
});

it("asks for the next feed when one has ended its process, and keeps away from that one afterwards", async () => {
  const hanging = join(folder, "hanging.json");
  execFileSync("mkfifo", [hanging]);
  writeFileSync(join(folder, "good.json"), JSON.stringify([{ name: "Noon Group", slug: "noon", day: 1, time: "12:00" }]));
  writeFileSync(join(folder, "data/feeds.json"), JSON.stringify([feed("hanging", "hanging.json"), feed("good", "good.json")]));

  update = command("update");
  // Opened as soon as the feed's process reads from it, which then waits for a text that does not come.
  const writer = await open(hanging, "w");
  const parent = update.child.pid!;
  const child = Number(readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim());
  // Readers of the site come before both.
  expect([getPriority(parent), getPriority(child)]).toEqual([constants.priority.PRIORITY_LOW, constants.priority.PRIORITY_LOW]);
  process.kill(child, "SIGKILL");
  expect(await update.ended).toBe(1);
  await writer.close();
  expect(update.printed()).toContain("hanging: failed: Its process was ended by SIGKILL. The last good data stays.");
  expect(update.printed()).toContain("good\nMeetings: 1 added");

  const again = command("update", "--back-off");
  expect(await again.ended).toBe(0);
  expect(again.printed()).toMatch(/^hanging: it failed before; not asked again until /);
  const db = openDatabase(join(folder, "test.sqlite"));
  expect(meetingIdsOf(db, "good")).toEqual(["good-noon"]);
  expect(feedState(db, "hanging")).toMatchObject({ failures: 1, problem: "Its process was ended by SIGKILL." });
  expect(feedState(db, "good")).toMatchObject({ failures: 0, problem: null });
  db.close();
});

it("ends the feed's process when it is told to stop", async () => {
  const hanging = join(folder, "hanging.json");
  execFileSync("mkfifo", [hanging]);
  writeFileSync(join(folder, "data/feeds.json"), JSON.stringify([feed("hanging", "hanging.json")]));
  update = command("update");
  const writer = await open(hanging, "w");
  update.child.kill("SIGTERM");
  // Its output closes only when no process holds it any more.
  expect(await update.ended).toBe(1);
  await writer.close();
});

it("does not leave the feed's process behind when it is killed, however busy that is", async () => {
  const hanging = join(folder, "hanging.json");
  execFileSync("mkfifo", [hanging]);
  writeFileSync(join(folder, "data/feeds.json"), JSON.stringify([feed("hanging", "hanging.json")]));
  update = command("update");
  // The feed's process waits for a text within one call, so that nothing else of its main thread ever runs.
  const writer = await open(hanging, "w");
  update.child.kill("SIGKILL");
  // Its output closes only when no process holds it any more.
  expect(await update.ended).toBe(null);
  await writer.close();
});
