// cspell:ignore montanawarmline
import request from "supertest";
import { beforeEach, describe, expect, it } from "vitest";
import { findProgram, programIds } from "../../../src/programs/find.ts";
import { emailsOf, findReport, openReports } from "../../../src/reports/find.ts";
import { type FormFields, sendForm } from "../../support/desk.ts";
import { htmlFaults } from "../../support/html.ts";
import { hiddenFields, openReportingSite, referenceIn } from "../../support/reports.ts";

const here = openReportingSite();
beforeEach(() => {
  here.startAnew();
  here.site.data.db.exec("DELETE FROM reports");
});
const get = (path: string) => request(here.app).get(path);
const send = (fields: FormFields) => sendForm(here.app, "/report", fields);
const line = "/report?about=programs/montana-warm-line";

/** What the form offers: the value of each choice, what it is called, and what the listing says now. */
function choicesIn(html: string): [field: string, label: string, present: string][] {
  const choices = html.matchAll(/type="radio" name="field" value="([^"]+)"[^>]*> <span>([^<]*)(?:<span class="muted">([^<]*)<\/span>)?/g);
  return [...choices].map(([, field, label, present = ""]) => [field!, label!.trim(), present]);
}

describe("the link to the form", () => {
  it.each([
    ["/programs/smart-recovery", "programs/smart-recovery"],
    ["/library/atq-study", "library/atq-study"],
    ["/meetings/flathead-sunrise", "meetings/flathead-sunrise"],
  ])("on %s names it", async (path, about) => {
    expect((await get(path)).text).toContain(`<a href="/report?about=${about}">Something wrong or missing?</a>`);
  });

  it("leads to the page of a meeting whose feed gives it an odd id", async () => {
    const sql = "UPDATE meetings SET id = 'a b&c#d+é', body = json_set(body, '$.id', 'a b&c#d+é') WHERE id = 'flathead-sunrise'";
    await here.changing(sql, async () => {
      const { text } = await get(`/meetings/${encodeURIComponent("a b&c#d+é")}`);
      const [, href] = text.match(/href="(\/report\?about=[^"]+)"/)!;
      const form = await get(href!.replaceAll("&amp;", "&"));
      expect(form.text).toContain("Sunrise Group");
      expect(form.status).toBe(200);
    });
  });
});

describe("the form", () => {
  it("names what may be wrong with a program, with what it says now beside it", async () => {
    const { text } = await get(line);
    expect(choicesIn(text)).toEqual([
      ["contacts[0].value", "The number doesn’t work", "Call 1-877-688-3377"],
      ["status", "It has closed", "Not confirmed"],
      ["contacts[0].hours", "The hours are wrong", expect.stringContaining("Monday to Friday 8 am to 9 pm")],
      ["contacts[1].value", "The chat doesn’t open", "montanawarmline.org"],
      ["other", "Something else, or something is missing", ""],
    ]);
    expect(text.match(/name="right-\d+"/g)).toEqual(['name="right-0"', 'name="right-2"', 'name="right-3"']);
  });

  it("names what may be wrong with a guide and with a meeting", async () => {
    expect(choicesIn((await get("/report?about=library/atq-study")).text).map(([field]) => field)).toEqual([
      "links[0].url",
      "links[1].url",
      "citation",
      "other",
    ]);
    expect(choicesIn((await get("/report?about=meetings/flathead-sunrise")).text)).toEqual([
      ["status", "It doesn’t meet any more", "Listed as meeting"],
      ["occurrences", "The day or the time is wrong", "Monday, 7 to 8 am Mountain"],
      ["place", "It has moved", "First Church, 12 Main St, Bigfork, MT 59911"],
      ["other", "Something else, or something is missing", ""],
    ]);
  });

  it("names each field of every program once, at the path where the listing holds it", async () => {
    const { db } = here.site.data;
    for (const id of programIds(db)) {
      const program = findProgram(db, id)!;
      const fields = choicesIn((await get(`/report?about=programs/${id}`)).text).map(([field]) => field);
      expect(new Set(fields).size, id).toBe(fields.length);
      const numbers = program.contacts.flatMap((contact, at) => ("vanity" in contact ? [`contacts[${at}].value`] : []));
      expect(fields, id).toEqual(expect.arrayContaining([...numbers, "status", "other"]));
    }
  });

  it("asks of a closed program whether it is open again", async () => {
    const { db } = here.site.data;
    const closed = programIds(db).find((id) => findProgram(db, id)!.status === "closed")!;
    expect(choicesIn((await get(`/report?about=programs/${closed}`)).text)).toContainEqual([
      "status",
      "It is open again",
      "Listed as closed",
    ]);
  });

  it("is stored by nobody, found by no search engine, and sets no cookie", async () => {
    for (const path of [line, "/report", "/report/amber-mesa-heron"]) {
      const { headers, text } = await get(path);
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["set-cookie"]).toBeUndefined();
      expect(text).toContain('<meta name="robots" content="noindex">');
    }
    expect((await get("/robots.txt")).text).toContain("Disallow: /report\n");
    expect((await get("/sitemap.xml")).text).not.toContain("/report<");
  });

  it("is about the site where no listing is named, and says so where there is none of that name", async () => {
    const { status, text } = await get("/report");
    expect([status, choicesIn(text)]).toEqual([200, []]);
    for (const about of ["programs/nope", "nope", "programs/", "meetings/x", "../../etc/passwd", "programs/__proto__", "%00"]) {
      const lost = await get(`/report?about=${about}`);
      expect(lost.status, about).toBe(404);
      expect(lost.text, about).toContain("We can’t find the page you came from.");
    }
    expect((await get("/report?about=programs/smart-recovery&about=x")).status).toBe(200);
  });
});

describe("a report", () => {
  it("is kept with the field that it is about, what that says, and what is right", async () => {
    const answer = await here.report(line, {
      field: "contacts[0].value",
      "right-0": " 406-555-0123 ",
      "right-2": "typed under another choice",
      note: "I called twice.",
      email: "ann@example.org",
    });
    expect(answer.status).toBe(303);
    expect(answer.headers["cache-control"]).toBe("no-store");
    const reference = referenceIn(answer);
    expect(reference).toMatch(/^[a-z]+-[a-z]+-[a-z]+$/);
    expect(findReport(here.site.data.db, reference)).toMatchObject({
      list: "programs",
      subject: "montana-warm-line",
      field: "contacts[0].value",
      wrong: "+18776883377",
      right: "406-555-0123",
      note: "I called twice.",
      at: new Date(here.clock.now).toISOString(),
    });
    expect(emailsOf(here.site.data.db, reference)).toEqual(["ann@example.org"]);
  });

  it("that it has closed proposes so", async () => {
    await here.report(line, { field: "status" });
    expect(openReports(here.site.data.db)).toMatchObject([{ field: "status", wrong: "unconfirmed", right: "closed", note: null }]);
  });

  it("about the site needs no choice", async () => {
    expect((await here.report("/report", { note: "I cannot read the map." })).status).toBe(303);
    expect(openReports(here.site.data.db)).toMatchObject([{ list: null, subject: null, field: "other", note: "I cannot read the map." }]);
  });

  it("about a meeting names it by its list", async () => {
    await here.report("/report?about=meetings/flathead-sunrise", { field: "occurrences", "right-1": "Tuesday at 8" });
    expect(openReports(here.site.data.db)).toMatchObject([
      { list: "meetings", subject: "flathead-sunrise", field: "occurrences", wrong: "Monday, 7 to 8 am Mountain", right: "Tuesday at 8" },
    ]);
  });

  it("that says what another said has its reference", async () => {
    const one = await here.report(line, { field: "contacts[0].value", "right-0": "406-555-0123" });
    const other = await here.report(line, { field: "contacts[0].value", "right-0": "406-555-0123" });
    expect(referenceIn(other)).toBe(referenceIn(one));
    expect(openReports(here.site.data.db)).toMatchObject([{ times: 2 }]);
  });

  it("of a formula is kept as text, as it was typed", async () => {
    const formula = '=HYPERLINK("http://x.example","Click")';
    await here.report(line, { field: "other", note: formula });
    expect(openReports(here.site.data.db)).toMatchObject([{ note: formula }]);
  });
});

describe("a report with faults", () => {
  it.each<[string, Record<string, string>, string, string]>([
    ["nothing chosen", { note: "x" }, "field", "Choose what is wrong."],
    ["a choice that is not there", { field: "id" }, "field", "Choose what is wrong."],
    ["no word about something else", { field: "other", note: "  \n " }, "note", "Say in a few words what is wrong."],
    ["no number", { field: "contacts[0].value", "right-0": "call Ann" }, "right-0", "Write the whole number, such as 406-555-0123."],
    ["no web address", { field: "contacts[1].value", "right-3": "their site" }, "right-3", "Write a web address, such as example.org."],
    ["no email", { field: "status", email: "ann at home" }, "email", "Write an email such as name@example.org, or leave it empty."],
    [
      "two emails",
      { field: "status", email: "a@b.example,c@d.example" },
      "email",
      "Write an email such as name@example.org, or leave it empty.",
    ],
    ["a long note", { field: "status", note: "x".repeat(1501) }, "note", "Make this shorter: at most 1,500\u00A0letters."],
    [
      "a long value",
      { field: "contacts[0].value", "right-0": `${"5".repeat(301)}` },
      "right-0",
      "Make this shorter: at most 300\u00A0letters.",
    ],
  ])("comes back for %s, with the fault beside its field and on top", async (_, fields, at, sentence) => {
    const { status, text, headers } = await here.report(line, fields);
    expect(status).toBe(422);
    expect(headers["cache-control"]).toBe("no-store");
    expect(text).toContain(`<li><a href="#${at}">${sentence}</a></li>`);
    expect(text).toContain(`<p class="fault" id="${at}-fault">${sentence}</p>`);
    expect(text).toContain(`id="${at}"`);
    expect(text).toContain("<title>Not sent yet · Something wrong or missing? · Porchlight</title>");
    expect(await htmlFaults(text)).toEqual([]);
    expect(openReports(here.site.data.db)).toEqual([]);
  });

  it("loses nothing that was typed, and is taken once it is right, at once", async () => {
    const typed = { field: "contacts[0].value", "right-0": "nobody", "right-2": "From nine", note: "Line one\nline two", email: "x@" };
    const { text } = await here.report(line, typed);
    expect(text).toContain('value="contacts[0].value" checked');
    expect(text).toMatch(/name="right-0"[^>]* value="nobody"/);
    expect(text).toMatch(/name="right-2"[^>]* value="From nine"/);
    expect(text).toContain("\nLine one\nline two</textarea>");
    expect(text).toMatch(/name="email"[^>]* value="x@"/);
    const hidden = hiddenFields(text);
    const { status } = await send({ ...hidden, ...typed, "right-0": "406-555-0123", email: "" });
    expect(status).toBe(303);
  });

  it("keeps all of a text that is too long", async () => {
    const note = `${"word ".repeat(500)}end`;
    expect((await here.report(line, { field: "other", note })).text).toContain(`${note}</textarea>`);
  });
});

describe("a listing that changes while its form is open", () => {
  it("is shown again with what it says now, and with what was typed", async () => {
    const hidden = hiddenFields((await get(line)).text);
    const sql = "UPDATE programs SET body = json_set(body, '$.contacts[0].value', '+14065550100') WHERE id = 'montana-warm-line'";
    await here.changing(sql, async () => {
      here.clock.now += 60_000;
      const typed = { field: "contacts[0].value", "right-0": "406-555-0123" };
      const { status, text } = await send({ ...hidden, ...typed });
      expect(status).toBe(422);
      expect(text).toContain("the page has changed since");
      expect(text).toContain("Call 406-555-0100");
      expect(text).toContain('value="406-555-0123"');
      expect((await send({ ...hiddenFields(text), ...typed })).status).toBe(303);
      expect(openReports(here.site.data.db)).toMatchObject([{ wrong: "+14065550100", right: "406-555-0123" }]);
    });
  });

  it("or is gone, becomes a report about the site, and nothing typed is lost", async () => {
    const hidden = hiddenFields((await get(line)).text);
    await here.changing("DELETE FROM programs WHERE id = 'montana-warm-line'", async () => {
      here.clock.now += 60_000;
      const { status, text } = await send({ ...hidden, field: "other", note: "The line has a new name." });
      expect(status).toBe(422);
      expect(text).toContain("We can’t find the page you came from.");
      expect((await send({ ...hiddenFields(text), note: "The line has a new name." })).status).toBe(303);
      expect(openReports(here.site.data.db)).toMatchObject([{ list: null, note: "The line has a new name." }]);
    });
  });
});
