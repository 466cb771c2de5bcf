import { describe, expect, it } from "vitest";
import { historyOf } from "../../../src/changes/since.ts";
import { findProgram } from "../../../src/programs/find.ts";
import type { AtDesk } from "../../support/desk.ts";
import { htmlFaults } from "../../support/html.ts";
import { address, edit, openDesk, openForm, sidesIn } from "../../support/one-listing.ts";
import { untouchedForm } from "../../support/untouched-form.ts";

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
