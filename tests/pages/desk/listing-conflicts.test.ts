import { describe, expect, it } from "vitest";
import { importCatalog } from "../../../src/catalog/import.ts";
import { catalogFolder } from "../../../src/catalog/read.ts";
import { noteConflict, openConflicts } from "../../../src/changes/conflicts.ts";
import { historyOf } from "../../../src/changes/since.ts";
import { findProgram } from "../../../src/programs/find.ts";
import { type AtDesk, signIn } from "../../support/desk.ts";
import { htmlFaults } from "../../support/html.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";
import { keptIn, untouchedForm } from "../../support/untouched-form.ts";

const openDesk = () => {
  const site = openTestSite();
  const app = openTestApp(site);
  return { db: site.data.db, dana: signIn(app, site, "editor", "Dana"), ruth: signIn(app, site, "admin", "Ruth") };
};
const address = "/desk/programs/smart-recovery";
const edit = `${address}/edit`;
const openForm = async (who: AtDesk) => untouchedForm((await who.get(edit)).text, edit);
const sidesIn = (html: string) =>
  [...html.matchAll(/<strong>([^<]*)<\/strong> ([^<]*)<\/span>/g)].map(([, side, value]) => `${side}: ${value}`);

describe("two editors at once", () => {
  it("are both kept where they changed different fields, once the second has seen it", async () => {
    const { db, dana, ruth } = openDesk();
    const [first, second] = [await openForm(dana), await openForm(ruth)];
    await dana.post(edit, { ...first, "summary.en": "Dana’s sentence.", do: "save" });
    const page = await ruth.post(edit, { ...second, "cost.en": "Ruth’s price.", do: "save" });
    expect(page.status).toBe(409);
    expect(page.text).toContain("Dana saved another change");
    expect(page.text).toContain("Ruth’s price.");
    expect(findProgram(db, "smart-recovery")!.cost?.en).not.toBe("Ruth’s price.");
    const merged = await ruth.post(edit, { ...untouchedForm(page.text, edit), do: "merge" });
    expect(merged.headers["location"]).toBe(`${address}?done=saved`);
    expect(findProgram(db, "smart-recovery")).toMatchObject({ summary: { en: "Dana’s sentence." }, cost: { en: "Ruth’s price." } });
  });

  it("of one field are asked: theirs, mine, the one before, with nothing lost on the way", async () => {
    const { db, dana, ruth } = openDesk();
    const was = findProgram(db, "smart-recovery")!;
    const [first, second] = [await openForm(dana), await openForm(ruth)];
    await dana.post(edit, { ...first, "summary.en": "Dana’s sentence.", "contacts.0.asOf": "2026", do: "save" });
    const mine = {
      ...second,
      "summary.en": "Ruth’s sentence.",
      "contacts.0.asOf": "2025",
      operator: "Ruth’s operator",
      why: "I called",
      public: "on",
    };
    const page = await ruth.post(edit, { ...mine, do: "save" });
    expect(page.status).toBe(409);
    expect(await htmlFaults(page.text)).toEqual([]);
    expect(sidesIn(page.text)).toEqual([
      "Theirs: Dana’s sentence.",
      "Yours: Ruth’s sentence.",
      `Before: ${was.summary.en}`,
      "Theirs: 2026",
      "Yours: 2025",
      expect.stringMatching(/^Before: /),
    ]);
    const asked = untouchedForm(page.text, edit);
    const unanswered = await ruth.post(edit, { ...asked, "choice:0": "mine", do: "merge" });
    expect(unanswered.status).toBe(422);
    expect(unanswered.text).toContain("choose one of these");
    expect(untouchedForm(unanswered.text, edit)).toMatchObject({
      "choice:0": "mine",
      operator: "Ruth’s operator",
      why: "I called",
      public: "on",
    });
    const saved = await ruth.post(edit, { ...untouchedForm(unanswered.text, edit), "choice:1": "theirs", do: "merge" });
    expect(saved.headers["location"]).toBe(`${address}?done=saved`);
    const now = findProgram(db, "smart-recovery")!;
    expect(now).toMatchObject({ summary: { en: "Ruth’s sentence." }, operator: "Ruth’s operator" });
    expect(now.contacts[0]!.asOf).toBe("2026");
    expect(historyOf(db, "programs", "smart-recovery")[0]).toMatchObject({ why: "I called", isPublic: true, by: { role: "admin" } });
  });

  it("can be brought together in the form, which then is up to date", async () => {
    const { db, dana, ruth } = openDesk();
    const [first, second] = [await openForm(dana), await openForm(ruth)];
    await dana.post(edit, { ...first, "summary.en": "Dana’s sentence.", do: "save" });
    const page = await ruth.post(edit, { ...second, "summary.en": "Ruth’s sentence.", do: "save" });
    const form = await ruth.post(edit, { ...untouchedForm(page.text, edit), "choice:0": "theirs", do: "merge-edit" });
    expect(form.status).toBe(200);
    const fields = untouchedForm(form.text, edit);
    expect(fields["summary.en"]).toBe("Dana’s sentence.");
    await ruth.post(edit, { ...fields, "summary.en": "Dana’s and Ruth’s sentence.", do: "save" });
    expect(findProgram(db, "smart-recovery")!.summary.en).toBe("Dana’s and Ruth’s sentence.");
  });

  it("of two numbers that are one and the same are asked one by one", async () => {
    const { db, dana, ruth } = openDesk();
    const { contacts } = findProgram(db, "smart-recovery")!;
    const at = contacts.length;
    const twin = (number: number, purpose: string) => ({
      [`contacts.${number}.kind`]: "call",
      [`contacts.${number}.value`]: "(406) 555-0123",
      [`contacts.${number}.purpose.en`]: purpose,
      [`contacts.${number}.source`]: "https://smartrecovery.org/call",
    });
    await dana.post(edit, { ...(await openForm(dana)), ...twin(at, "English"), ...twin(at + 1, "Spanish"), do: "save" });
    const [first, second] = [await openForm(dana), await openForm(ruth)];
    const purposes = (of: string) => ({
      [`contacts.${at}.purpose.en`]: `${of}, first`,
      [`contacts.${at + 1}.purpose.en`]: `${of}, second`,
    });
    await dana.post(edit, { ...first, ...purposes("Theirs"), do: "save" });
    const page = await ruth.post(edit, { ...second, ...purposes("Mine"), do: "save" });
    const choices = { "choice:0": "mine", "choice:1": "theirs" };
    await ruth.post(edit, { ...untouchedForm(page.text, edit), ...choices, do: "merge" });
    const said = findProgram(db, "smart-recovery")!
      .contacts.slice(-2)
      .map(({ purpose }) => purpose?.en);
    expect(said).toEqual(["Mine, first", "Theirs, second"]);
  });

  it("never make a number beside the page of another one without being asked", async () => {
    const { db, dana, ruth } = openDesk();
    const at = findProgram(db, "recover-project")!.contacts.findIndex(({ kind }) => kind === "call");
    const own = "/desk/programs/recover-project/edit";
    const open = async (who: AtDesk) => untouchedForm((await who.get(own)).text, own);
    const [first, second] = [await open(dana), await open(ruth)];
    const moved = {
      [`contacts.${at}.value`]: "413-555-0111",
      [`contacts.${at}.source`]: "https://new.example/",
      [`contacts.${at}.asOf`]: "2026",
    };
    await dana.post(own, { ...first, ...moved, do: "save" });
    const asked = await ruth.post(own, { ...second, [`contacts.${at}.value`]: "413-555-0122", do: "save" });
    expect([asked.status, asked.text.includes("Is the source still right?")]).toEqual([422, true]);
    const page = await ruth.post(own, { ...untouchedForm(asked.text, own), ...keptIn(asked.text), do: "save" });
    expect(page.status).toBe(409);
    const mixed = await ruth.post(own, { ...untouchedForm(page.text, own), "choice:0": "mine", do: "merge" });
    expect([mixed.status, await htmlFaults(mixed.text)]).toEqual([422, []]);
    expect(mixed.text).toContain("Is the source still right?");
    expect(findProgram(db, "recover-project")!.contacts[at]!.value).toBe("+14135550111");
  });

  it("leave what was typed in the form where one of them took the listing off the site", async () => {
    const { db, dana, ruth } = openDesk();
    const form = await openForm(ruth);
    const unlist = `${address}/unlist`;
    await dana.post(unlist, { ...untouchedForm((await dana.get(address)).text, unlist), why: "They asked us to" });
    const kept = await ruth.post(edit, { ...form, "summary.en": "Ruth’s sentence.", why: "I called", do: "save" });
    expect([kept.status, await htmlFaults(kept.text)]).toEqual([422, []]);
    expect(kept.text).toContain("This was taken off the site while you were editing");
    expect(untouchedForm(kept.text, edit)).toMatchObject({ "summary.en": "Ruth’s sentence.", why: "I called" });
    expect(findProgram(db, "smart-recovery")).toBeNull();
    const relist = `${address}/relist`;
    await dana.post(relist, untouchedForm((await dana.get(address)).text, relist));
    const met = await ruth.post(edit, { ...untouchedForm(kept.text, edit), do: "save" });
    expect(met.status).toBe(409);
    await ruth.post(edit, { ...untouchedForm(met.text, edit), do: "merge" });
    expect(findProgram(db, "smart-recovery")!.summary.en).toBe("Ruth’s sentence.");
  });

  it("are asked again where a third change came while they were asked", async () => {
    const { db, dana, ruth } = openDesk();
    const [first, second] = [await openForm(dana), await openForm(ruth)];
    await dana.post(edit, { ...first, "summary.en": "Dana’s sentence.", do: "save" });
    const page = await ruth.post(edit, { ...second, "summary.en": "Ruth’s sentence.", do: "save" });
    await dana.post(edit, { ...(await openForm(dana)), "summary.en": "Dana’s second thought.", do: "save" });
    const again = await ruth.post(edit, { ...untouchedForm(page.text, edit), "choice:0": "mine", do: "merge" });
    expect(again.status).toBe(409);
    expect(again.text).toContain("Dana’s second thought.");
    expect(findProgram(db, "smart-recovery")!.summary.en).toBe("Dana’s second thought.");
  });
});

describe("undo", () => {
  const undoes = async (who: AtDesk, seq: number, more = {}) => who.post(`${address}/undo`, { change: String(seq), ...more });

  it("is a change of its own, which can be undone too", async () => {
    const { db, dana } = openDesk();
    const was = findProgram(db, "smart-recovery")!;
    await dana.post(edit, {
      ...(await openForm(dana)),
      "summary.en": "A mistake.",
      "facets.help.alcohol": "Another fact",
      public: "on",
      do: "save",
    });
    const [mistake] = historyOf(db, "programs", "smart-recovery");
    expect((await dana.get(address)).text).toContain("is now “A mistake.”");
    expect((await undoes(dana, mistake!.seq)).headers["location"]).toBe(`${address}?done=saved`);
    expect(findProgram(db, "smart-recovery")).toEqual(was);
    const [undone] = historyOf(db, "programs", "smart-recovery");
    expect(undone).toMatchObject({ kind: "undone", isPublic: true, by: { account: dana.editor.id } });
    await undoes(dana, undone!.seq);
    expect(findProgram(db, "smart-recovery")!.summary.en).toBe("A mistake.");
  });

  it("leaves alone what was changed elsewhere since", async () => {
    const { db, dana } = openDesk();
    const was = findProgram(db, "smart-recovery")!;
    await dana.post(edit, { ...(await openForm(dana)), "contacts.0.asOf": "2001", do: "save" });
    const [mistake] = historyOf(db, "programs", "smart-recovery");
    await dana.post(edit, { ...(await openForm(dana)), "contacts.0.purpose.en": "For everybody", do: "save" });
    await undoes(dana, mistake!.seq);
    const [contact] = findProgram(db, "smart-recovery")!.contacts;
    expect(contact).toEqual({ ...was.contacts[0]!, purpose: { en: "For everybody" } });
  });

  it("asks where the same was changed again since", async () => {
    const { db, dana } = openDesk();
    const was = findProgram(db, "smart-recovery")!;
    await dana.post(edit, { ...(await openForm(dana)), "summary.en": "First change.", do: "save" });
    const [first] = historyOf(db, "programs", "smart-recovery");
    await dana.post(edit, { ...(await openForm(dana)), "summary.en": "Second change.", do: "save" });
    const page = await undoes(dana, first!.seq);
    expect(page.status).toBe(409);
    expect(sidesIn(page.text)).toEqual([
      "As it is now: Second change.",
      `As it was before: ${was.summary.en}`,
      "As it was after: First change.",
    ]);
    expect(findProgram(db, "smart-recovery")!.summary.en).toBe("Second change.");
    await dana.post(`${address}/undo`, { ...untouchedForm(page.text, `${address}/undo`), "choice:0": "mine", do: "merge" });
    expect(findProgram(db, "smart-recovery")!.summary.en).toBe(was.summary.en);
  });

  it("can be edited before it is saved", async () => {
    const { db, dana } = openDesk();
    await dana.post(edit, { ...(await openForm(dana)), "summary.en": "First change.", public: "on", do: "save" });
    const [first] = historyOf(db, "programs", "smart-recovery");
    await dana.post(edit, { ...(await openForm(dana)), "summary.en": "Second change.", do: "save" });
    const page = await undoes(dana, first!.seq);
    const undo = `${address}/undo`;
    const form = await dana.post(undo, { ...untouchedForm(page.text, undo), "choice:0": "mine", do: "merge-edit" });
    expect([form.status, await htmlFaults(form.text)]).toEqual([200, []]);
    const fields = untouchedForm(form.text, edit);
    expect(fields).toMatchObject({ "summary.en": (first!.before as { summary: { en: string } }).summary.en, public: "on" });
    expect(fields["why"]).toContain("taken back");
    await dana.post(edit, { ...fields, "summary.en": "As it was, and better.", do: "save" });
    expect(findProgram(db, "smart-recovery")!.summary.en).toBe("As it was, and better.");
  });

  it("of a check takes the check back, and confirms nothing that nobody confirmed", async () => {
    const { db, dana } = openDesk();
    const was = findProgram(db, "smart-recovery")!;
    const number = { "contacts.0.value": "www.smartrecovery.org/other", "contacts.0.source": "https://www.smartrecovery.org/other" };
    await dana.post(edit, { ...(await openForm(dana)), ...number, do: "save" });
    const [changed] = historyOf(db, "programs", "smart-recovery");
    const check = "/desk/check/programs/smart-recovery";
    await dana.post(check, { ...untouchedForm((await dana.get(check)).text, check), how: "website" });
    const [checked] = historyOf(db, "programs", "smart-recovery");
    expect(findProgram(db, "smart-recovery")!.contacts[0]).toMatchObject({ confirmed: true });
    await undoes(dana, changed!.seq);
    expect(findProgram(db, "smart-recovery")!.contacts[0]).toEqual({ ...was.contacts[0], confirmed: false });
    await undoes(dana, checked!.seq);
    expect(findProgram(db, "smart-recovery")!.lastCheck).toEqual(was.lastCheck);
  });

  it("of what is undone already says that nothing was changed", async () => {
    const { db, dana } = openDesk();
    await dana.post(edit, { ...(await openForm(dana)), "summary.en": "A mistake.", do: "save" });
    const [mistake] = historyOf(db, "programs", "smart-recovery");
    await undoes(dana, mistake!.seq);
    expect((await undoes(dana, mistake!.seq)).headers["location"]).toBe(`${address}?done=nothing`);
    expect(historyOf(db, "programs", "smart-recovery").map(({ kind }) => kind)).toEqual(["undone", "changed", "added"]);
  });

  it("is offered for what changed something alone", async () => {
    const { dana } = openDesk();
    const check = "/desk/check/programs/smart-recovery";
    for (let time = 0; time < 2; time++) await dana.post(check, { ...untouchedForm((await dana.get(check)).text, check), how: "website" });
    expect((await dana.get(address)).text.match(/name="change"/g)).toHaveLength(1);
  });

  it("of what never was is refused", async () => {
    const { dana } = openDesk();
    for (const change of ["999999", "0", "x", ""]) expect((await dana.post(`${address}/undo`, { change })).status).toBe(404);
  });
});

describe("a file of the catalog and the desk", () => {
  it("that changed one field are settled by a person", async () => {
    const { db, dana } = openDesk();
    await dana.post(edit, { ...(await openForm(dana)), "summary.en": "The desk’s sentence.", do: "save" });
    const field = { list: "programs", subject: "smart-recovery", field: "summary", at: "2026-11-30T12:00:00.000Z" } as const;
    noteConflict(db, { ...field, before: { en: "Before." }, theirs: { en: "The file’s sentence." }, mine: { en: "The desk’s sentence." } });
    const [{ number } = { number: 0 }] = openConflicts(db);
    const conflict = `${address}/conflict`;
    expect((await dana.get(address)).text).toContain(`${conflict}?number=${number}`);
    const page = await dana.get(`${conflict}?number=${number}`);
    expect(sidesIn(page.text)).toEqual(["The file: The file’s sentence.", "The desk: The desk’s sentence.", "Before: Before."]);
    expect((await dana.post(conflict, { ...untouchedForm(page.text, conflict), do: "merge" })).status).toBe(422);
    await dana.post(conflict, { ...untouchedForm(page.text, conflict), "choice:0": "theirs", do: "merge" });
    expect(findProgram(db, "smart-recovery")!.summary.en).toBe("The file’s sentence.");
    expect(openConflicts(db)).toEqual([]);
  });

  it("wait without a word while the listing is not listed", async () => {
    const { db, dana } = openDesk();
    const field = { list: "programs", subject: "smart-recovery", field: "summary", at: "2026-11-30T12:00:00.000Z" } as const;
    noteConflict(db, { ...field, before: { en: "Before." }, theirs: { en: "The file’s." }, mine: { en: "The desk’s." } });
    const unlist = `${address}/unlist`;
    await dana.post(unlist, { ...untouchedForm((await dana.get(address)).text, unlist), why: "They asked us to" });
    for (const page of ["/desk", address]) expect((await dana.get(page)).text).not.toContain("/conflict?number=");
    const relist = `${address}/relist`;
    await dana.post(relist, untouchedForm((await dana.get(address)).text, relist));
    for (const page of ["/desk", address]) expect((await dana.get(page)).text).toContain("/conflict?number=");
  });

  it("are settled in the form too, where neither is right as it is", async () => {
    const { db, dana } = openDesk();
    const field = { list: "programs", subject: "smart-recovery", field: "summary", at: "2026-11-30T12:00:00.000Z" } as const;
    noteConflict(db, { ...field, before: { en: "Before." }, theirs: { en: "The file’s sentence." }, mine: { en: "The desk’s sentence." } });
    const [{ number } = { number: 0 }] = openConflicts(db);
    const conflict = `${address}/conflict`;
    const page = await dana.get(`${conflict}?number=${number}`);
    const form = await dana.post(conflict, { ...untouchedForm(page.text, conflict), "choice:0": "theirs", do: "merge-edit" });
    expect([form.status, await htmlFaults(form.text)]).toEqual([200, []]);
    expect(openConflicts(db)).toHaveLength(1);
    const fields = { ...untouchedForm(form.text, edit), "summary.en": "Both of them." };
    const other = `${"/desk/programs/988-lifeline"}/edit`;
    await dana.post(other, {
      ...untouchedForm((await dana.get(other)).text, other),
      "cost.en": "It is free.",
      conflict: String(number),
      do: "save",
    });
    expect(openConflicts(db)).toHaveLength(1);
    const preview = await dana.post(edit, { ...fields, do: "preview" });
    await dana.post(edit, { ...untouchedForm(preview.text, edit), do: "save" });
    expect([findProgram(db, "smart-recovery")!.summary.en, openConflicts(db)]).toEqual(["Both of them.", []]);
  });

  it("are settled where one of them has removed the listing", async () => {
    const { db, dana } = openDesk();
    const program = findProgram(db, "smart-recovery")!;
    noteConflict(db, {
      list: "programs",
      subject: "smart-recovery",
      field: null,
      before: program,
      theirs: null,
      mine: program,
      at: "2026-11-30T12:00:00.000Z",
    });
    const [{ number } = { number: 0 }] = openConflicts(db);
    const conflict = `${address}/conflict`;
    const page = await dana.get(`${conflict}?number=${number}`);
    expect(sidesIn(page.text)).toEqual(["The file: Removed", "The desk: SMART Recovery"]);
    await dana.post(conflict, { ...untouchedForm(page.text, conflict), "choice:0": "mine", do: "merge" });
    expect([openConflicts(db), findProgram(db, "smart-recovery")]).toEqual([[], program]);
  });
});

describe("what must not be listed", () => {
  it("is gone for readers, with a reason, and no import brings it back until somebody lists it again", async () => {
    const { db, dana } = openDesk();
    const was = findProgram(db, "smart-recovery");
    const unlist = `${address}/unlist`;
    const fields = untouchedForm((await dana.get(address)).text, unlist);
    const refused = await dana.post(unlist, fields);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Say why in a few words.");
    await dana.post(unlist, { ...fields, why: "They asked us to" });
    expect((await dana.get("/programs/smart-recovery")).status).not.toBe(200);
    importCatalog(db, catalogFolder, "2026-12-01T12:00:00.000Z");
    expect(findProgram(db, "smart-recovery")).toBeNull();
    const page = await dana.get(address);
    expect(page.text).toContain("This is not listed: They asked us to");
    expect((await dana.get(edit)).headers["location"]).toBe(address);
    expect((await dana.get("/desk/programs?q=smart-recovery")).text).toContain("Not listed");
    await dana.post(`${address}/relist`, untouchedForm(page.text, `${address}/relist`));
    expect(findProgram(db, "smart-recovery")).toEqual(was);
    expect((await dana.get("/programs/smart-recovery")).status).toBe(200);
    expect(historyOf(db, "programs", "smart-recovery").map(({ kind }) => kind)).toEqual(["relisted", "unlisted", "added"]);
  });
});

describe("a program that has closed", () => {
  it("says so to readers, and is open again by one press", async () => {
    const { db, dana } = openDesk();
    await dana.post(`${address}/close`, untouchedForm((await dana.get(address)).text, `${address}/close`));
    expect((await dana.get("/programs/smart-recovery")).text).toContain("closed");
    expect(historyOf(db, "programs", "smart-recovery")[0]).toMatchObject({ kind: "closed", isPublic: true, after: { status: "closed" } });
    await dana.post(`${address}/reopen`, untouchedForm((await dana.get(address)).text, `${address}/reopen`));
    expect(historyOf(db, "programs", "smart-recovery")[0]).toMatchObject({ kind: "reopened", after: { status: "active" } });
  });

  it("is open again as it was: who was not confirmed then is not confirmed by that", async () => {
    const { db, dana } = openDesk();
    const own = "/desk/programs/recover-project";
    const press = async (action: string) => dana.post(`${own}/${action}`, untouchedForm((await dana.get(own)).text, `${own}/${action}`));
    const form = untouchedForm((await dana.get(`${own}/edit`)).text, `${own}/edit`);
    await dana.post(`${own}/edit`, { ...form, status: "unconfirmed", do: "save" });
    await press("close");
    await press("reopen");
    expect(findProgram(db, "recover-project")!.status).toBe("unconfirmed");
  });

  it("is left as it is by a press on an outdated page", async () => {
    const { db, dana, ruth } = openDesk();
    const outdated = untouchedForm((await ruth.get(address)).text, `${address}/close`);
    await dana.post(edit, { ...(await openForm(dana)), "summary.en": "They moved to the church.", do: "save" });
    expect((await ruth.post(`${address}/close`, outdated)).headers["location"]).toBe(`${address}?done=elsewhere`);
    expect(findProgram(db, "smart-recovery")!.status).toBe("active");
  });
});

describe("private notes", () => {
  it("are for editors alone", async () => {
    const { dana, ruth } = openDesk();
    await dana.post(`${address}/notes`, { note: "Ask for Jo.\n<b>Mornings</b> only." });
    const page = await ruth.get(address);
    expect(page.text).toContain("Ask for Jo.\n&lt;b&gt;Mornings&lt;/b&gt; only.");
    for (const path of ["/programs/smart-recovery", "/changes", "/ledger?after=0", "/changes.atom"])
      expect((await dana.get(path)).text).not.toContain("Ask for Jo");
    const [, number] = page.text.match(/name="number" value="(\d+)"/)!;
    await ruth.post("/desk/programs/988-lifeline/forget-note", { number: number! });
    expect((await dana.get(address)).text).toContain("Ask for Jo");
    await ruth.post(`${address}/forget-note`, { number: number! });
    expect((await dana.get(address)).text).not.toContain("Ask for Jo");
    expect((await dana.post(`${address}/notes`, { note: " " })).status).toBe(422);
  });
});
