import request from "supertest";
import { describe, expect, it } from "vitest";
import { findProgram } from "../../../src/programs/find.ts";
import { findSuggestion } from "../../../src/reports/find.ts";
import { keepReport, keepSuggestion } from "../../../src/reports/keep.ts";
import { signIn } from "../../support/desk.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";
import { untouchedForm } from "../../support/untouched-form.ts";

const site = openTestSite(undefined, () => Date.parse("2026-11-30T15:00Z"));
const app = openTestApp(site);
const { db } = site.data;
const dana = signIn(app, site, "admin", "Wren Sentinel");
const at = (id: string) => `/desk/programs/${id}`;
const form = async (path: string, action: string) => untouchedForm((await dana.get(path)).text, action);

/** Every place at the desk where something is typed, or known, that is for editors alone. */
async function typeEverywhere(): Promise<string[]> {
  const program = findProgram(db, "farm-aid")!;
  const report = (note: string) =>
    keepReport(
      db,
      { list: "programs", subject: "farm-aid", field: "other", wrong: null, right: `Sentinel right`, note },
      "sentinel@example.org",
      site.now(),
    );
  const references = [report("Sentinel open"), report("Sentinel closed")];
  const said = {
    kind: "program",
    name: "Sentinel circle",
    what: "Sentinel what",
    reach: "Sentinel reach",
    url: null,
    source: "Sentinel source",
  } as const;
  const suggestion = keepSuggestion(db, said, "sentinel@example.org", site.now());
  await dana.post(`/desk/reports/${references[1]}`, { do: "declined" });
  await dana.post(`${at("farm-aid")}/notes`, { note: "Sentinel note" });
  await dana.post(`${at("farm-aid")}/edit`, {
    ...(await form(`${at("farm-aid")}/edit`, `${at("farm-aid")}/edit`)),
    ...{ "cost.en": "It is free.", why: "Sentinel why", public: "on", do: "save" },
  });
  const check = "/desk/check/programs/farm-aid";
  await dana.post(check, { ...(await form(check, check)), how: "phone", found: "Sentinel found" });
  const version = (await form(check, check))["version"]!;
  await dana.post("/desk/calls", { "version.farm-aid": version, "result.farm-aid": "wrong", "note.farm-aid": "Sentinel call" });
  const unlist = `${at("smart-recovery")}/unlist`;
  await dana.post(unlist, { ...(await form(at("smart-recovery"), unlist)), why: "Sentinel reason" });
  await dana.post("/desk/spreadsheet", { list: "programs", pasted: `id\tplace\n${program.id}\tSentinel town\n` });
  expect(findSuggestion(db, suggestion)).not.toBeNull();
  return [...references, suggestion];
}

describe("what is for editors alone", () => {
  it("is on no public page, in no feed, no export and no line for followers", async () => {
    const references = await typeEverywhere();
    const editor = dana.editor.id;
    const pages = [
      "/",
      "/programs",
      "/programs/farm-aid",
      "/programs/smart-recovery",
      "/library",
      "/places/mt",
      "/help-now",
      "/about/accuracy",
    ];
    const machines = [
      "/changes.atom",
      "/ledger?after=0",
      "/healthz",
      "/about/accuracy.json",
      "/programs.json",
      "/programs.atom",
      "/sitemap.xml",
    ];
    const answers = references.map((reference) => `/report/${reference}`);
    let addresses = [...pages, "/changes", "/report?about=programs/farm-aid", ...machines, ...answers];
    let ledger = 0;
    for (let address = addresses.shift(); address !== undefined; address = addresses.shift()) {
      const { text, body } = await request(app).get(address).buffer(true);
      const said = text ?? JSON.stringify(body);
      expect([address, said.match(/sentinel/i)?.[0], said.includes(editor)]).toEqual([address, undefined, false]);
      if (!address.startsWith("/ledger")) continue;
      ledger += said.split("\n").length;
      const { next } = JSON.parse(said.split("\n")[0]!) as { next: string | null };
      if (next !== null) addresses = [next, ...addresses];
    }
    expect(ledger).toBeGreaterThan(300);
    expect((await dana.get(at("farm-aid"))).text).toContain("Sentinel note");
  });
});
