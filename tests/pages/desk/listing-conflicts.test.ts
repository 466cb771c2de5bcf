import { describe, expect, it } from "vitest";
import { historyOf } from "../../../src/changes/since.ts";
import { findProgram } from "../../../src/programs/find.ts";
import type { AtDesk } from "../../support/desk.ts";
import { htmlFaults } from "../../support/html.ts";
import { address, edit, openDesk, openForm, sidesIn } from "../../support/one-listing.ts";
import { keptIn, untouchedForm } from "../../support/untouched-form.ts";

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
