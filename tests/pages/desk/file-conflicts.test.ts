import { describe, expect, it } from "vitest";
import { noteConflict, openConflicts } from "../../../src/changes/conflicts.ts";
import { findProgram } from "../../../src/programs/find.ts";
import { htmlFaults } from "../../support/html.ts";
import { address, edit, openDesk, openForm, sidesIn } from "../../support/one-listing.ts";
import { untouchedForm } from "../../support/untouched-form.ts";

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
