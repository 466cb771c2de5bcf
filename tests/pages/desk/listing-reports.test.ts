import { describe, expect, it } from "vitest";
import { historyOf } from "../../../src/changes/since.ts";
import { findProgram } from "../../../src/programs/find.ts";
import { findReport } from "../../../src/reports/find.ts";
import { keepReport } from "../../../src/reports/keep.ts";
import type { NewReport } from "../../../src/reports/report.ts";
import { signIn } from "../../support/desk.ts";
import { htmlFaults } from "../../support/html.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";
import { untouchedForm } from "../../support/untouched-form.ts";

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

  it("is accepted by one press: the number is changed, and its old date is no longer claimed", async () => {
    const { db, dana, program, call, send } = openDesk();
    const reference = send({ field: `contacts[${call}].value`, wrong: program.contacts[call]!.value, right: "(413) 555-0199" });
    const address = `/desk/reports/${reference}`;
    const fields = untouchedForm((await dana.get(address)).text, address);
    const done = await dana.post(address, { ...fields, reply: "Thank you, fixed.", do: "accepted" });
    expect(done.headers["location"]).toBe(`${listing}?done=answered`);
    const contacts = program.contacts.with(call, { ...program.contacts[call]!, value: "+14135550199", asOf: null, confirmed: false });
    expect(findProgram(db, "recover-project")).toEqual({ ...program, contacts });
    expect(findReport(db, reference)!.answer).toMatchObject({ outcome: "accepted", reply: "Thank you, fixed." });
    expect(historyOf(db, "programs", "recover-project")[0]).toMatchObject({ isPublic: true, why: `A reader’s report (${reference})` });
    expect((await dana.post(address, { ...fields, do: "accepted" })).status).toBe(409);
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
    await dana.post(address, { ...untouchedForm((await dana.get(address)).text, address), do: "accepted" });
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
    const saved = await dana.post(edit, { ...untouchedForm(preview.text, edit), do: "save" });
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
