import request from "supertest";
import { beforeEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/reports/report.ts";
import { markSeen, settleReport } from "../../../src/reports/settle.ts";
import { waitingReference } from "../../support/known-reports.ts";
import { openReportingSite, referenceIn } from "../../support/reports.ts";

const here = openReportingSite();
beforeEach(() => {
  here.startAnew();
});
const get = (path: string) => request(here.app).get(path);
const settle = (outcome: Outcome, reply: string | null) =>
  settleReport(here.site.data.db, waitingReference, {
    ...{ outcome, reply, at: "2026-11-24T09:00:00.000Z" },
    by: { role: "editor", account: "e1" },
  });

describe("the page of a reference", () => {
  it("says first that it is here, then that somebody looks into it", async () => {
    expect((await get("/report/amber-mesa-heron")).text).toContain("Nobody has read it yet.");
    markSeen(here.site.data.db, waitingReference, "2026-11-23T15:00:00.000Z");
    expect((await get("/report/amber-mesa-heron")).text).toContain("We have read it, and we are looking into it.");
  });

  it.each<[Outcome, string]>([
    ["accepted", "You were right. We have changed it."],
    ["changed", "though not just as you said."],
    ["declined", "We looked into it and changed nothing."],
  ])("says what came of it: %s", async (outcome, sentence) => {
    settle(outcome, "We called them.\n\nThey answer again.");
    const { text, status } = await get("/report/amber-mesa-heron");
    expect(status).toBe(200);
    expect(text).toContain(sentence);
    expect(text).toContain("<p>We called them.</p>\n<p>They answer again.</p>");
    expect(text).toContain("Answered 24 Nov 2026.");
    expect(text).toContain('about <a href="/programs/montana-warm-line">Montana Warm Line</a>');
  });

  it("shows a reply as text", async () => {
    settle("declined", '<script>alert(1)</script> <a href="https://x.example">x</a>');
    const { text } = await get("/report/amber-mesa-heron");
    expect(text).not.toContain("<script>alert");
    expect(text).not.toContain('href="https://x.example"');
    expect(text).toContain("&lt;script&gt;");
  });

  it("shows nothing of what its reader wrote", async () => {
    const answer = await here.report("/report?about=programs/montana-warm-line", {
      field: "other",
      note: "buy-cheap-x at y.example",
      email: "ann@example.org",
    });
    const { text } = await get(`/report/${referenceIn(answer)}`);
    expect(text).not.toMatch(/cheap|y\.example|ann@/);
  });

  it("is there when its listing is gone", async () => {
    await here.changing("DELETE FROM programs WHERE id = 'montana-warm-line'", async () => {
      const { status, text } = await get("/report/amber-mesa-heron");
      expect(status).toBe(200);
      expect(text).toContain("about programs/montana-warm-line.");
    });
  });

  it.each(["Amber-Mesa-Heron", "amber%20mesa%20heron", "amber+mesa+heron", "ambergris-mesas-heroine"])("is found as %s", async (typed) => {
    const { status, headers } = await get(`/report/${typed}`);
    expect([status, headers["location"]]).toEqual([301, "/report/amber-mesa-heron"]);
  });

  it("is looked up with a field", async () => {
    const { status, headers } = await get("/report?reference=Amber+mesa+heron");
    expect(status).toBe(303);
    expect((await get(headers["location"]!)).headers["location"]).toBe("/report/amber-mesa-heron");
    expect((await get("/report?reference=+")).status).toBe(200);
  });

  it.each(["no-such-words", "amber", "%3Cscript%3E", "a-b-c-d", `${"x".repeat(500)}`, "a%2Fb"])(
    "says of %s that it is not there, and how to look again",
    async (reference) => {
      const { status, text } = await get(`/report/${reference}`);
      expect(status).toBe(404);
      expect(text).toContain("We can’t find these three words");
      expect(text).toContain('name="reference"');
      expect(text).not.toContain("<script>");
    },
  );

  it("cannot be guessed: who misses too often is asked to wait", async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 31; at++) statuses.push((await get(`/report/no-such-${"abcdefghij"[at % 10]}x`)).status);
    expect(statuses.filter((status) => status === 404).length).toBe(30);
    expect(statuses.at(-1)).toBe(429);
    expect((await get("/report/amber-mesa-heron")).status).toBe(200);
    here.clock.now += 600_000;
    expect((await get("/report/no-such-words")).status).toBe(404);
  });
});
