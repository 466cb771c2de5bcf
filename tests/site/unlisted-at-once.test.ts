import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import request from "supertest";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDatabase } from "../../src/database/open.ts";
import { versionOfMeetings } from "../../src/meetings/unlist.ts";
import type { Site } from "../../src/site/site.ts";
import { withChurch } from "../support/closed-church.ts";
import { signIn } from "../support/desk.ts";
import { openSiteOver, openTestApp } from "../support/site.ts";

let folder: string;
let site: Site;
let app: ReturnType<typeof openTestApp>;
let dana: ReturnType<typeof signIn>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "unlisted-"));
  const file = join(folder, "porchlight.sqlite");
  writeFileSync(file, withChurch().serialize());
  // Over a file, meetings are indexed by another process: here by none, as in the seconds that this takes.
  site = openSiteOver(openDatabase(file), () => Date.parse("2026-11-30T15:00Z"));
  app = openTestApp(site);
  dana = signIn(app, site);
});
afterEach(() => {
  site.data.db.close();
  rmSync(folder, { recursive: true });
});

const lists = ["/meetings", "/meetings?q=both+ways", "/meetings?near=59911", "/meetings?format=video", "/meetings.json", "/meetings.ics"];
const textOf = async (path: string) => (await request(app).get(path)).text;

it("takes a meeting from every page, also from those that are kept, before its list is indexed anew", async () => {
  for (const path of lists) expect(await textOf(path), path).toContain("Both Ways");
  const program = await textOf("/programs/alcoholics-anonymous");
  const state = await textOf("/places/MT");
  const form = { meeting: "flathead-both", why: "x", expected: String(versionOfMeetings(site.data.db, ["flathead-both"])) };
  const version = site.data.versions.meetings;
  expect((await dana.post("/desk/meetings/flathead-both/unlist", form)).headers["location"]).toContain("done=unlisted");
  expect(site.data.versions.meetings).toBe(version);
  for (const path of lists) expect(await textOf(path), path).not.toContain("Both Ways");
  expect((await request(app).get("/meetings/flathead-both")).status).toBe(410);
  expect((await request(app).get("/meetings/flathead-sunrise")).text).not.toContain("Both Ways");
  expect(program).toContain("4 meetings a week");
  expect(await textOf("/programs/alcoholics-anonymous")).toContain("3 meetings a week");
  expect(await textOf("/places/MT")).not.toBe(state);
});

it("takes a meeting from the pages that are kept, also when another one is listed again", async () => {
  const press = async (action: string, id: string) => {
    const expected = String(versionOfMeetings(site.data.db, [id]));
    const { headers } = await dana.post(`/desk/meetings/${id}/${action}`, { meeting: id, why: `because of ${id}`, expected });
    expect(headers["location"]).toContain(`done=${action}ed`);
  };
  await press("unlist", "flathead-both");
  expect(await textOf("/meetings")).toContain("Oak Street");
  await press("unlist", "flathead-oak");
  await press("relist", "flathead-both");
  expect(await textOf("/meetings")).not.toContain("Oak Street");
});
