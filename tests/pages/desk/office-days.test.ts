import request from "supertest";
import { expect, it } from "vitest";
import { findProgram } from "../../../src/programs/find.ts";
import { keepReport } from "../../../src/reports/keep.ts";
import { withChurch } from "../../support/closed-church.ts";
import { signIn } from "../../support/desk.ts";
import { importRecords } from "../../support/feeds.ts";
import { reportMeeting } from "../../support/meeting-reports.ts";
import { openSiteOver, openTestApp, openTestSite, reopen } from "../../support/site.ts";
import { untouchedForm } from "../../support/untouched-form.ts";

/** Eight in the evening in Chicago: in Greenwich it is the next day. */
const now = () => Date.parse("2026-12-01T02:00Z");
const site = openTestSite(undefined, now);
const app = openTestApp(site);
const dana = signIn(app, site);
const { db } = site.data;

it("an evening at the desk is not yet the next day: in histories, notes, answers, lists and new listings", async () => {
  const address = "/desk/programs/farm-aid";
  await dana.post(`${address}/notes`, { note: "Ask for Pat." });
  await dana.post(`${address}/edit`, {
    ...untouchedForm((await dana.get(`${address}/edit`)).text, `${address}/edit`),
    "cost.en": "Free.",
    do: "save",
  });
  const said = { field: "other", wrong: null, right: null, note: "It is wrong" };
  const reference = keepReport(db, { list: "programs", subject: "farm-aid", ...said }, null, site.now());
  await dana.post(`/desk/reports/${reference}`, { do: "declined" });
  const form = untouchedForm((await dana.get("/desk/programs/new")).text, "/desk/programs/new");
  const { id: _, added: __, ...own } = untouchedForm((await dana.get(`${address}/edit`)).text, `${address}/edit`);
  await dana.post("/desk/programs/new", { ...form, ...own, name: "Farm Aid Two", do: "save" });
  expect(findProgram(db, "farm-aid-two")!.added).toBe("2026-11-30");
  for (const path of [address, "/desk", `/desk/reports/${reference}`, `/report/${reference}`]) {
    const { text } = await dana.get(path);
    expect([path, text.match(/1 Dec 2026/)]).toEqual([path, null]);
  }
  expect((await request(app).get(`/report/${reference}`)).text).toContain("30 Nov 2026");
  expect((await dana.get(address)).text).toContain("30 Nov 2026");
});

it("nor is it of a meeting, of what was taken off and of a feed", async () => {
  const church = openSiteOver(withChurch(), now);
  const at = "2026-12-01T01:00:00.000Z";
  importRecords(church.data.db, { id: "evening" }, [{ slug: "a", name: "A", day: 1, time: "12:00", city: "Bigfork", state: "MT" }], { at });
  reopen(church);
  const editor = signIn(openTestApp(church), church);
  const reference = reportMeeting(church);
  const meeting = "/desk/meetings/flathead-sunrise";
  const { text: reported } = await editor.get(meeting);
  expect(reported).toContain("30 Nov 2026");
  const fields = untouchedForm(reported, `${meeting}/unlist`);
  await editor.post(`${meeting}/unlist`, { ...fields, meeting: "flathead-sunrise", why: "It has ended." });
  await editor.post(`/desk/reports/${reference}`, { do: "declined" });
  for (const path of [meeting, "/desk/meetings", `/desk/reports/${reference}`, "/desk/feeds", "/desk/feeds/evening"]) {
    const { text } = await editor.get(path);
    expect([path, text.match(/1 Dec 2026/), text.includes("30 Nov 2026")]).toEqual([path, null, true]);
  }
});
