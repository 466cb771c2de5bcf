import { describe, expect, it } from "vitest";
import { importCatalog } from "../../../src/catalog/import.ts";
import { catalogFolder } from "../../../src/catalog/read.ts";
import { historyOf } from "../../../src/changes/since.ts";
import { findProgram } from "../../../src/programs/find.ts";
import { address, edit, openDesk, openForm } from "../../support/one-listing.ts";
import { untouchedForm } from "../../support/untouched-form.ts";

const _sidesIn = (html: string) =>
  [...html.matchAll(/<strong>([^<]*)<\/strong> ([^<]*)<\/span>/g)].map(([, side, value]) => `${side}: ${value}`);

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
