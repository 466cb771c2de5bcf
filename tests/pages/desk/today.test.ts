import { describe, expect, it } from "vitest";
import { saveCall } from "../../../src/calls/calls.ts";
import { weigh } from "../../../src/pages/desk/weight.ts";
import { findProgram } from "../../../src/programs/find.ts";
import { openCheckedSite } from "../../support/checked.ts";
import { signIn } from "../../support/desk.ts";
import { openTestApp } from "../../support/site.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const now = Date.parse("2026-11-30T15:00Z");
const site = openCheckedSite(
  { "farm-aid": { date: "2026-08-01" }, "988-lifeline": { date: "2026-08-15" }, "smart-recovery": { date: "2026-11-01", how: "website" } },
  () => now,
);
const app = openTestApp(site);
const dana = signIn(app, site);
const section = (html: string, id: string) => html.split(`<h2 id="${id}">`)[1]?.split("</section>")[0] ?? "";
const labels = (html: string) => [...html.matchAll(/<li><a href="[^"]*">([^<]*)<\/a>/g)].map(([, label]) => label);

describe("what needs a person today", () => {
  it("has overdue checks, what would mislead most readers first", async () => {
    const { text } = await dana.get("/desk");
    const overdue = section(text, "overdue");
    expect(overdue).toContain("Checks overdue: 2");
    expect(labels(overdue)[0]).toContain("988");
    expect(overdue).toContain("Last checked 1 Aug 2026");
    expect(text).toContain("No visits are counted.");
  });

  it("shows twenty of a kind, counts the rest and links to them", async () => {
    const { text } = await dana.get("/desk");
    const due = section(text, "due");
    expect(labels(due)).toHaveLength(20);
    const [, count] = due.match(/Checks due: (\d+)/)!;
    expect(due).toContain(`<a href="/desk/today/due">Show all ${count}</a>`);
    const all = await dana.get("/desk/today/due");
    expect(labels(section(all.text, "due"))).toHaveLength(Number(count));
    expect((await dana.get("/desk/today/nothing")).status).toBe(404);
  });

  it("leaves out what was checked lately, and what has closed", async () => {
    const text = section((await dana.get("/desk/today/due")).text, "due");
    expect(labels(text)).not.toContain("SMART Recovery");
    expect(labels(text)).not.toContain("Rational Recovery");
  });

  it("has what a call left to do, with its note", async () => {
    saveCall(site.data.db, {
      ...{ list: "programs", subject: "farm-aid", result: "changed", note: "New hours, <b>9 to 5</b>", month: null },
      ...{ role: "editor", account: dana.editor.id, at: "2026-11-30T15:00:00Z" },
    });
    const calls = section((await dana.get("/desk")).text, "calls");
    expect(calls).toContain("Something has changed, called 30 Nov 2026: New hours, &lt;b&gt;9 to 5&lt;/b&gt;");
  });
});

describe("the weight of a listing", () => {
  const lifeline = findProgram(site.data.db, "988-lifeline")!;
  it("grows with the states it serves, and shrinks down the list and with each other way to reach it", () => {
    const weight = (states: typeof lifeline.states, rank: number, ways: number) =>
      weigh(vocabulary, { states, contacts: Array.from({ length: ways }, () => lifeline.contacts[0]!) }, rank);
    expect(weight("nationwide", 0, 1)).toBeGreaterThan(weight(["MT", "ID"], 0, 1));
    expect(weight(["MT"], 0, 1)).toBeGreaterThan(weight(["MT"], 100, 1));
    expect(weight(["MT"], 0, 1)).toBe(2 * weight(["MT"], 0, 2));
  });
});
