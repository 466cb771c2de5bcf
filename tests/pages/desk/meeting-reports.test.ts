import request from "supertest";
import { beforeEach, describe, expect, it } from "vitest";
import { historyOf } from "../../../src/changes/since.ts";
import { findUnlisted } from "../../../src/changes/unlisted.ts";
import { findMeeting } from "../../../src/meetings/find.ts";
import { findReport } from "../../../src/reports/find.ts";
import { showChanges } from "../../../src/site/show-changes.ts";
import type { Site } from "../../../src/site/site.ts";
import { withChurch } from "../../support/closed-church.ts";
import { type AtDesk, signIn } from "../../support/desk.ts";
import { importRecords } from "../../support/feeds.ts";
import { htmlFaults } from "../../support/html.ts";
import { reportMeeting } from "../../support/meeting-reports.ts";
import { openSiteOver, openTestApp, reopen } from "../../support/site.ts";
import { untouchedForm } from "../../support/untouched-form.ts";

/** Monday, 30 November 2026, nine in the morning in Chicago. */
const now = Date.parse("2026-11-30T15:00Z");
let site: Site;
let app: ReturnType<typeof openTestApp>;
let dana: AtDesk;
beforeEach(() => {
  site = openSiteOver(withChurch(), () => now);
  app = openTestApp(site);
  dana = signIn(app, site);
});

const answerOf = (reference: string) => findReport(site.data.db, reference)!.answer;
const addressOf = (reference: string) => `/desk/reports/${reference}`;
/** The form of a page as a browser sends it, with its ticked boxes. */
async function formAt(address: string, action: string) {
  const { text } = await dana.get(address);
  const ticked = [...text.matchAll(/name="meeting" value="([^"]*)" checked/g)].map(([, value]) => value!);
  return { text, fields: { ...untouchedForm(text, action), meeting: ticked } };
}

describe("a report about a meeting", () => {
  it("shows what its list says beside what the reader says, field by field", async () => {
    const reference = reportMeeting(site, {
      ...{ subject: "flathead-both", field: "occurrences", wrong: "Monday, 6 pm Mountain", right: "Tuesdays at 8 <b>pm</b>" },
      note: "I went there.",
    });
    const { text } = await dana.get(addressOf(reference));
    expect(text).toContain(
      '<th scope="row">Day and time</th><td>Monday, 7:30 pm Mountain</td><td><strong>Tuesdays at 8 &lt;b&gt;pm&lt;/b&gt;</strong></td>',
    );
    expect(text).toContain('<th scope="row">Place</th><td>First Church, 12 Main St, Bigfork, MT 59911</td><td></td>');
    expect(text).toContain('<th scope="row">Link</th><td>zoom.us/j/8501126989</td>');
    expect(text).toContain("<dt>It said then</dt><dd>Monday, 6 pm Mountain</dd>");
    expect(text).toContain("I went there.");
    expect(await htmlFaults(text)).toEqual([]);
    expect((await dana.get("/desk")).text).toContain(`<a href="${addressOf(reference)}">Both Ways</a>`);
  });

  it("ends by one press with its meetings off the site, and the reader is told", async () => {
    const reference = reportMeeting(site);
    const { fields } = await formAt(addressOf(reference), addressOf(reference));
    expect(fields).toMatchObject({ meeting: ["flathead-sunrise", "flathead-sunrise-2"] });
    const done = await dana.post(addressOf(reference), { ...fields, do: "unlist", reply: "We asked the church." });
    expect([done.status, done.headers["location"]]).toEqual([303, "/desk/meetings/flathead-sunrise?done=answered"]);
    expect(answerOf(reference)).toMatchObject({ outcome: "accepted", reply: "We asked the church." });
    const [change] = historyOf(site.data.db, "meetings", "flathead-sunrise");
    expect(change).toMatchObject({ kind: "unlisted", by: { account: dana.editor.id }, isPublic: true });
    expect(change!.why).toContain(reference);
    expect((await request(app).get("/changes")).text).toContain("<li>2 meetings were removed: Sunrise Group</li>");
    const told = (await request(app).get(`/report/${reference}`)).text;
    expect(told).toContain("about Sunrise Group.");
    expect(told).toContain("You were right. We have changed it.");
    expect(told).toContain("We asked the church.");
  });

  it("ends with what was passed on to the list, whose people and ways are named", async () => {
    const record = {
      slug: "dawn",
      name: "Dawn Group",
      day: 1,
      time: "06:00",
      city: "Helena",
      state: "MT",
      url: "https://namontana.example/dawn",
    };
    importRecords(site.data.db, { id: "na-montana", program: "narcotics-anonymous" }, [record]);
    reopen(site);
    const reference = reportMeeting(site, { subject: "na-montana-dawn", field: "occurrences", right: "7 am" });
    const { text, fields } = await formAt(addressOf(reference), addressOf(reference));
    const known = site.data.knownFeeds.find(({ id }) => id === "na-montana")!;
    expect(text).toContain(`href="${known.site}" rel="noopener noreferrer external"`);
    expect(text).toContain('href="https://namontana.example/dawn"');
    expect(text).toContain('href="/desk/feeds/na-montana"');
    expect(text).toContain("To ask: ");
    await dana.post(addressOf(reference), { ...fields, do: "passed on" });
    expect(answerOf(reference)).toMatchObject({ outcome: "passed on", reply: null });
    expect(findMeeting(site.data.db, "na-montana-dawn")).not.toBeNull();
    expect((await request(app).get(`/report/${reference}`)).text).toContain("We have passed it on to the people who keep that list.");
  });

  it("begins a letter to the list with the meeting and what is wrong, but without the reader's own note", async () => {
    const record = { slug: "dawn", name: "Dawn & Dusk", day: 1, time: "06:00", city: "Helena", state: "MT" };
    importRecords(site.data.db, { id: "example-meeting-guide" }, [record]);
    reopen(site);
    const reference = reportMeeting(site, {
      ...{ subject: "example-meeting-guide-dawn", field: "occurrences", right: "7 am + 8 am", note: "I am Bob." },
    });
    const { text } = await dana.get(addressOf(reference));
    const [, letter] = text.match(/href="(mailto:[^"]*\?[^"]*)"/)!;
    const url = new URL(letter!.replaceAll("&amp;", "&"));
    expect(url.pathname).toBe("webmaster@example.org");
    expect(url.searchParams.get("subject")).toBe("Your listing of Dawn & Dusk");
    expect(url.searchParams.get("body")).toContain("Day and time: your list says “Monday, 6 am Mountain”. The reader says: 7 am + 8 am");
    expect(url.searchParams.get("body")).toContain("https://porchlight.example/meetings/example-meeting-guide-dawn");
    expect(letter).not.toMatch(/Bob|\+/);
  });

  it("leads to the page that closes its place until a day, filled in, and back", async () => {
    const reference = reportMeeting(site, { note: "The church is closed until January 15." });
    const { text } = await dana.get(addressOf(reference));
    const [, way] = text.match(/<a class="button-outline" href="([^"]*)">Close First Church, Bigfork until a day/)!;
    const closing = await dana.get(way!.replaceAll("&amp;", "&"));
    const which = closing.text.match(/name="which" value="([^"]*)" required checked/)?.[1];
    expect(which).toMatch(/^place /);
    expect(closing.text).toMatch(/name="until" type="date" value="2027-01-15"/);
    expect(closing.text).toContain(reference);
    // What a reader wrote is for the desk: what readers are told is the editor's.
    expect(closing.text).toMatch(/name="words" type="text" value=""/);
    const closed = await dana.post("/desk/closures", {
      q: "x",
      which: which!,
      until: "2027-01-15",
      words: "it is rebuilt",
      report: reference,
    });
    expect(closed.headers["location"]).toBe(addressOf(reference));
    const again = await formAt(addressOf(reference), addressOf(reference));
    expect(again.text).toContain("Closed until 15 Jan 2027: it is rebuilt");
    expect(again.fields).toMatchObject({ reply: "It is closed until 15 Jan 2027. Its page says so." });
    await dana.post(addressOf(reference), { ...again.fields, do: "changed" });
    expect(answerOf(reference)).toMatchObject({ outcome: "changed", reply: "It is closed until 15 Jan 2027. Its page says so." });
  });

  it("takes off nothing that was not ticked, without a reason, or that has changed since the page was opened", async () => {
    const reference = reportMeeting(site, { field: "occurrences", right: "8 pm" });
    const address = addressOf(reference);
    const { fields } = await formAt(address, address);
    expect(fields.meeting).toEqual([]);
    const nothing = await dana.post(address, { ...fields, do: "unlist", why: "", reply: "Kept as typed" });
    expect(nothing.status).toBe(422);
    for (const said of ["Tick what is taken off.", "Say why it must not be listed.", 'value="Kept as typed"'])
      expect(nothing.text).toContain(said);
    expect(await htmlFaults(nothing.text)).toEqual([]);
    const other = await dana.post(address, { ...fields, meeting: "flathead-oak", why: "x", do: "unlist" });
    expect(other.status).toBe(422);
    const outdated = await dana.post(address, { ...fields, meeting: "flathead-sunrise", why: "x", expected: "1", do: "unlist" });
    expect(outdated.status).toBe(409);
    expect((await dana.post(address, { ...fields, do: "nonsense" })).status).toBe(422);
    expect([answerOf(reference), findUnlisted(site.data.db)]).toEqual([null, []]);
    await dana.post(address, { ...fields, do: "declined" });
    expect((await dana.post(address, { ...fields, meeting: "flathead-sunrise", why: "x", do: "unlist" })).status).toBe(409);
    expect(findUnlisted(site.data.db)).toEqual([]);
  });

  it("takes it off every list that has it, so that another list does not show it in its place", async () => {
    const { db } = site.data;
    const elsewhere = {
      slug: "77",
      name: "The Oak Street Group",
      day: 1,
      time: "20:00",
      types: ["O"],
      latitude: 48.38,
      longitude: -115.55,
    };
    importRecords(db, { id: "all", name: "The Aggregator" }, [{ ...elsewhere, formatted_address: "5 Oak Street, Libby, MT 59923, USA" }]);
    reopen(site);
    const reference = reportMeeting(site, { subject: "flathead-oak" });
    const { text, fields } = await formAt(addressOf(reference), addressOf(reference));
    expect(fields.meeting.sort()).toEqual(["all-77", "flathead-oak"]);
    expect(text).toContain("(The Aggregator)");
    await dana.post(addressOf(reference), { ...fields, do: "unlist" });
    expect(findUnlisted(db).map(({ subject }) => subject)).toEqual(["all-77", "flathead-oak"]);
    expect((await request(app).get("/meetings?q=oak+street")).text).not.toMatch(/href="\/meetings\/(all-77|flathead-oak)/);
  });

  it("can be answered where its meeting is not there any more", async () => {
    const reference = reportMeeting(site, { subject: "flathead-gone", note: "It has ended" });
    const { text, fields } = await formAt(addressOf(reference), addressOf(reference));
    expect(text).toContain("No list has it any more");
    expect(await htmlFaults(text)).toEqual([]);
    const done = await dana.post(addressOf(reference), { ...fields, do: "changed" });
    expect(done.headers["location"]).toBe(`${addressOf(reference)}?done=answered`);
    expect(answerOf(reference)).toMatchObject({ outcome: "changed" });
    expect(await htmlFaults((await dana.get(addressOf(reference))).text)).toEqual([]);
  });
});

describe("a meeting at the desk", () => {
  const page = "/desk/meetings/flathead-both";

  it("is found by its name, taken off, and gone from every page at once", async () => {
    const pages = ["/meetings", "/meetings?q=both+ways", "/meetings?near=59911", "/meetings.json", "/meetings.ics", "/meetings?print=1"];
    for (const path of pages) expect((await request(app).get(path)).text, path).toContain("Both Ways");
    expect((await dana.get("/desk/meetings?q=both+ways")).text).toContain(`<a href="${page}">Both Ways</a>`);
    const { fields } = await formAt(page, `${page}/unlist`);
    expect(fields).toMatchObject({ meeting: ["flathead-both"] });
    const done = await dana.post(`${page}/unlist`, { ...fields, why: "The group asked us" });
    expect([done.status, done.headers["location"]]).toEqual([303, `${page}?done=unlisted`]);
    for (const path of pages) {
      const { status, text } = await request(app).get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(text, path).not.toContain("Both Ways");
    }
    for (const path of ["/meetings/flathead-both", "/meetings/flathead-both.ics"]) {
      const { status, text } = await request(app).get(path);
      expect([path, status]).toEqual([path, 410]);
      expect(text).toContain("This is not listed any more");
      expect(text).not.toContain("The group asked us");
    }
    expect((await request(app).get("/changes")).text).toContain("1 meeting was removed: Both Ways");
    expect((await request(app).get("/ledger?after=0")).text).not.toContain("The group asked us");
    const known = await dana.get(page);
    expect(known.text).toContain("Taken off this site on 30 Nov 2026: The group asked us");
    expect(await htmlFaults(known.text)).toEqual([]);
    expect((await dana.get("/desk/meetings")).text).toContain("Taken off this site: 1");
  });

  it("is listed again by one press, and read anew from its feed", async () => {
    site.data.db.prepare("UPDATE feeds SET etag = 'x', last_modified = 'y'").run();
    const taken = await formAt(page, `${page}/unlist`);
    await dana.post(`${page}/unlist`, { ...taken.fields, why: "x" });
    const again = await dana.post(`${page}/relist`, untouchedForm((await dana.get(page)).text, `${page}/relist`));
    expect(again.headers["location"]).toBe(`${page}?done=relisted`);
    await showChanges(site);
    expect((await request(app).get("/meetings?q=both+ways")).text).toContain("Both Ways");
    expect(site.data.db.prepare("SELECT etag, last_modified FROM feeds WHERE id = 'flathead'").get()).toEqual({
      etag: null,
      last_modified: null,
    });
    expect((await dana.post(`${page}/relist`, { expected: "1" })).headers["location"]).toBe(`${page}?done=outdated`);
  });

  it("is listed again with what was taken off together with it, and without the rest", async () => {
    const sunrise = "/desk/meetings/flathead-sunrise";
    for (const meeting of [["flathead-sunrise", "flathead-sunrise-2"], ["flathead-oak"]]) {
      const address = `/desk/meetings/${meeting[0]}`;
      const { fields } = await formAt(address, `${address}/unlist`);
      await dana.post(`${address}/unlist`, { ...fields, meeting, why: meeting[0]! });
    }
    const { text } = await dana.get(sunrise);
    expect(text).toContain("listed again together: Sunrise Group: Wednesday, 7 to 8 pm Mountain (Flathead Valley list).");
    await dana.post(`${sunrise}/relist`, untouchedForm(text, `${sunrise}/relist`));
    expect(findUnlisted(site.data.db).map(({ subject }) => subject)).toEqual(["flathead-oak"]);
    expect(findMeeting(site.data.db, "flathead-sunrise-2")).not.toBeNull();
  });

  it("that was never listed is no page", async () => {
    expect((await dana.get("/desk/meetings/flathead-nothing")).status).toBe(404);
    expect((await dana.post("/desk/meetings/flathead-nothing/unlist", { why: "x" })).status).toBe(404);
  });
});
