import { describe, expect, it } from "vitest";
import { historyOf } from "../../../src/changes/since.ts";
import { findDocument } from "../../../src/library/find.ts";
import { findProgram } from "../../../src/programs/find.ts";
import { findReport } from "../../../src/reports/find.ts";
import { keepReport } from "../../../src/reports/keep.ts";
import type { NewReport } from "../../../src/reports/report.ts";
import { signIn } from "../../support/desk.ts";
import { htmlFaults } from "../../support/html.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";
import { keptIn, untouchedForm } from "../../support/untouched-form.ts";

const openDesk = () => {
  const site = openTestSite();
  const { db } = site.data;
  const dana = signIn(openTestApp(site), site, "editor", "Dana");
  const program = findProgram(db, "recover-project")!;
  const call = program.contacts.findIndex(({ kind }) => kind === "call");
  const send = (report: Partial<NewReport>) =>
    keepReport(
      db,
      { list: "programs", subject: "recover-project", field: "other", wrong: null, right: null, note: null, ...report },
      null,
      site.now(),
    );
  return { db, dana, program, call, send };
};
const listing = "/desk/programs/recover-project";

describe("a reader's report", () => {
  it("waits on the page of its listing, with what it says beside what is listed", async () => {
    const { db, dana, program, call, send } = openDesk();
    const reference = send({
      field: `contacts[${call}].value`,
      wrong: program.contacts[call]!.value,
      right: "(413) 555-0199",
      note: "=1+1 <script>",
    });
    const address = `/desk/reports/${reference}`;
    expect((await dana.get(listing)).text).toContain(`href="${address}"`);
    const page = await dana.get(address);
    expect(page.text).toContain("(413) 555-0199");
    expect(page.text).toContain("=1+1 &lt;script&gt;");
    expect(await htmlFaults(page.text)).toEqual([]);
    expect(findReport(db, reference)!.seenAt).not.toBeNull();
  });

  it("of another number is accepted with the page that prints it: the old one did not", async () => {
    const { db, dana, program, call, send } = openDesk();
    const reference = send({ field: `contacts[${call}].value`, wrong: program.contacts[call]!.value, right: "(413) 555-0199" });
    const address = `/desk/reports/${reference}`;
    const page = await dana.get(address);
    expect(page.text).toContain("The reader gave no source.");
    const fields = untouchedForm(page.text, address);
    const way = await dana.post(address, { ...fields, reply: "Thank you, fixed.", do: "accepted" });
    const edit = `${listing}/edit`;
    const form = untouchedForm((await dana.get(way.headers["location"]!)).text, edit);
    expect(form).toMatchObject({
      [`contacts.${call}.value`]: "(413) 555-0199",
      [`contacts.${call}.source`]: "",
      [`contacts.${call}.asOf`]: "",
    });
    const refused = await dana.post(edit, { ...form, do: "save" });
    expect([refused.status, await htmlFaults(refused.text)]).toEqual([422, []]);
    expect(refused.text).toContain(`href="#contacts_${call}_source"`);
    expect(findProgram(db, "recover-project")).toEqual(program);
    const source = { [`contacts.${call}.source`]: "recover.example/new", [`contacts.${call}.asOf`]: "2026-11" };
    const done = await dana.post(edit, { ...untouchedForm(refused.text, edit), ...source, do: "save" });
    expect(done.headers["location"]).toBe(`${listing}?done=answered`);
    const accepted = { value: "+14135550199", source: "https://recover.example/new", asOf: "2026-11", confirmed: false };
    const contacts = program.contacts.with(call, { ...program.contacts[call]!, ...accepted } as (typeof program.contacts)[number]);
    expect(findProgram(db, "recover-project")).toEqual({ ...program, contacts });
    expect(findReport(db, reference)!.answer).toMatchObject({ outcome: "accepted", reply: "Thank you, fixed." });
    expect(historyOf(db, "programs", "recover-project")[0]).toMatchObject({ isPublic: true, why: `A reader’s report (${reference})` });
    expect((await dana.post(address, { ...fields, do: "accepted" })).status).toBe(409);
  });

  it("for which nothing has to be changed any more is answered by saving the form, with its reply", async () => {
    const { db, dana, program, send } = openDesk();
    const reference = send({ field: "status", wrong: "closed", right: program.status });
    const edit = `${listing}/edit`;
    const form = untouchedForm((await dana.get(`${edit}?report=${reference}`)).text, edit);
    const saved = await dana.post(edit, { ...form, reply: "It was put right last week.", do: "save" });
    expect(saved.headers["location"]).toBe(`${listing}?done=answered`);
    expect(findReport(db, reference)!.answer).toMatchObject({ outcome: "accepted", reply: "It was put right last week." });
    expect(findProgram(db, "recover-project")).toEqual(program);
  });

  it("of another citation or place is accepted in the form, which asks for its source", async () => {
    const { db, dana, send } = openDesk();
    const own = "/desk/library/fletcher-group/edit";
    const document = findDocument(db, "fletcher-group")!;
    const reference = send({
      list: "documents",
      subject: "fletcher-group",
      field: "citation",
      wrong: document.citation,
      right: "Fletcher (2026).",
    });
    const address = `/desk/reports/${reference}`;
    const way = await dana.post(address, { ...untouchedForm((await dana.get(address)).text, address), do: "accepted" });
    const form = untouchedForm((await dana.get(way.headers["location"]!)).text, own);
    const asked = await dana.post(own, { ...form, do: "save" });
    expect(asked.text).toContain("How to cite it: I looked, and the source says what is written here now");
    const saved = await dana.post(own, { ...untouchedForm(asked.text, own), ...keptIn(asked.text), do: "save" });
    expect(saved.headers["location"]).toBe("/desk/library/fletcher-group?done=answered");
    expect(findDocument(db, "fletcher-group")).toEqual({ ...document, citation: "Fletcher (2026)." });
    expect(findReport(db, reference)!.answer).toMatchObject({ outcome: "accepted" });
  });

  it("about another listing is not answered by an edit of this one", async () => {
    const { db, dana, send } = openDesk();
    const reference = send({ subject: "smart-recovery", field: "status", wrong: "active", right: "closed" });
    const edit = `${listing}/edit`;
    const form = untouchedForm((await dana.get(`${edit}?report=${reference}`)).text, edit);
    expect(form).toMatchObject({ status: findProgram(db, "recover-project")!.status });
    await dana.post(edit, { ...form, "cost.en": "It is free.", report: reference, do: "save" });
    expect(findReport(db, reference)!.answer).toBeNull();
  });

  it("that somebody has answered meanwhile stays as it was answered, and says so", async () => {
    const { db, dana, send } = openDesk();
    const reference = send({ field: "status", wrong: "unconfirmed", right: "closed" });
    const address = `/desk/reports/${reference}`;
    const fields = untouchedForm((await dana.get(address)).text, address);
    await dana.post(address, { ...fields, reply: "No.", do: "declined" });
    for (const outcome of ["accepted", "declined", "changed"]) {
      const again = await dana.post(address, { ...fields, reply: "Yes.", do: outcome });
      expect([outcome, again.status]).toEqual([outcome, 409]);
      expect(again.text).toContain("Declined on");
    }
    expect(findReport(db, reference)!.answer).toMatchObject({ outcome: "declined", reply: "No." });
    expect(findProgram(db, "recover-project")!.status).not.toBe("closed");
  });

  it("finds its number where the contacts have moved since", async () => {
    const { db, dana, program, call, send } = openDesk();
    const reference = send({ field: `contacts[${call}].value`, wrong: program.contacts[call]!.value, right: "413-555-0199" });
    const edit = `${listing}/edit`;
    const other = call === 0 ? 1 : 0;
    await dana.post(edit, {
      ...untouchedForm((await dana.get(edit)).text, edit),
      "contacts.9.kind": "site",
      "contacts.9.value": "https://other.example",
      "contacts.9.source": "https://other.example",
      do: "save",
    });
    let form = untouchedForm((await dana.get(edit)).text, edit);
    for (let at = program.contacts.length; at > 0; at--)
      form = untouchedForm((await dana.post(edit, { ...form, do: `raise contacts.${at}` })).text, edit);
    await dana.post(edit, { ...form, do: "save" });
    const address = `/desk/reports/${reference}`;
    const way = await dana.post(address, { ...untouchedForm((await dana.get(address)).text, address), do: "accepted" });
    const proposed = untouchedForm((await dana.get(way.headers["location"]!)).text, edit);
    await dana.post(edit, { ...proposed, [`contacts.${call + 1}.source`]: "https://other.example", do: "save" });
    const { contacts } = findProgram(db, "recover-project")!;
    expect(contacts[0]!.value).toBe("https://other.example");
    expect(contacts[call + 1]!.value).toBe("+14135550199");
    expect(contacts[other + 1]!.value).toBe(program.contacts[other]!.value);
  });

  it("that it has closed is accepted by one press", async () => {
    const { db, dana, send } = openDesk();
    const reference = send({ field: "status", wrong: "unconfirmed", right: "closed" });
    const address = `/desk/reports/${reference}`;
    await dana.post(address, { ...untouchedForm((await dana.get(address)).text, address), do: "accepted" });
    expect(findProgram(db, "recover-project")!.status).toBe("closed");
    expect(historyOf(db, "programs", "recover-project")[0]!.kind).toBe("closed");
  });

  it("is changed in the form, which holds what the reader says, and answered by saving", async () => {
    const { db, dana, program, call, send } = openDesk();
    const reference = send({
      field: `contacts[${call}].hours`,
      wrong: program.contacts[call]!.hours?.words.en ?? null,
      right: "Weekdays, 9 to 5",
    });
    const address = `/desk/reports/${reference}`;
    const way = await dana.post(address, {
      ...untouchedForm((await dana.get(address)).text, address),
      reply: "We asked them.",
      do: "form",
    });
    const edit = `${listing}/edit`;
    const form = untouchedForm((await dana.get(way.headers["location"]!)).text, edit);
    expect(form).toMatchObject({ [`contacts.${call}.hours.words.en`]: "Weekdays, 9 to 5", reply: "We asked them.", report: reference });
    const preview = await dana.post(edit, { ...form, do: "preview" });
    const asked = await dana.post(edit, {
      ...untouchedForm(preview.text, edit),
      [`contacts.${call}.hours.words.en`]: "Weekdays, 9 to 4",
      do: "save",
    });
    expect([asked.status, await htmlFaults(asked.text)]).toEqual([422, []]);
    expect(asked.text).toContain("Is the source still right?");
    const answered = { ...untouchedForm(asked.text, edit), ...keptIn(asked.text) };
    const saved = await dana.post(edit, { ...answered, do: "save" });
    expect(saved.headers["location"]).toBe(`${listing}?done=answered`);
    expect(findReport(db, reference)!.answer).toMatchObject({ outcome: "changed", reply: "We asked them." });
  });

  it("that says nothing one could take over is declined or changed, never accepted", async () => {
    const { db, dana, program, send } = openDesk();
    for (const report of [
      { note: "It is bad" },
      { field: "contacts[77].value", right: "413-555-0199" },
      { field: "contacts[0].value", wrong: "x", right: "not a number" },
      { field: "__proto__.polluted", right: "x" },
    ]) {
      const reference = send(report);
      const address = `/desk/reports/${reference}`;
      const page = await dana.get(address);
      expect(page.text).not.toContain('value="accepted"');
      expect((await dana.post(address, { ...untouchedForm(page.text, address), do: "accepted" })).status).toBe(409);
      await dana.post(address, { ...untouchedForm(page.text, address), reply: "We could not confirm this.", do: "declined" });
      expect(findReport(db, reference)!.answer).toMatchObject({ outcome: "declined", reply: "We could not confirm this." });
    }
    expect(findProgram(db, "recover-project")).toEqual(program);
  });

  it("about the site, a meeting or what is gone can be answered too", async () => {
    const { db, dana, send } = openDesk();
    for (const report of [
      { list: null, subject: null, note: "A link is dead" },
      { list: "meetings", subject: "x/1", note: "ended" },
      { subject: "no-such-program", note: "gone" },
    ] as const) {
      const reference = send(report);
      const address = `/desk/reports/${reference}`;
      const page = await dana.get(address);
      expect([page.status, await htmlFaults(page.text)]).toEqual([200, []]);
      await dana.post(address, { ...untouchedForm(page.text, address), do: "changed" });
      expect(findReport(db, reference)!.answer).toMatchObject({ outcome: "changed", reply: null });
    }
  });
});
