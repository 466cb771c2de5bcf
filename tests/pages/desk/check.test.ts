import request from "supertest";
import { describe, expect, it } from "vitest";
import { historyOf } from "../../../src/changes/since.ts";
import { findProgram } from "../../../src/programs/find.ts";
import { signIn } from "../../support/desk.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";
import { untouchedForm } from "../../support/untouched-form.ts";

/** Monday, 30 November 2026, nine in the morning in Chicago. */
const site = openTestSite(undefined, () => Date.parse("2026-11-30T15:00Z"));
const app = openTestApp(site);
const dana = signIn(app, site);
const id = "farm-aid";
const path = `/desk/check/programs/${id}`;
const versionIn = (html: string) => html.match(/name="version" value="(\d+)"/)![1]!;

describe("the press that says nothing changed", () => {
  it("shows the numbers, asks how, and records who, how and when", async () => {
    const { text } = await dana.get(path);
    expect(text).toContain("Nobody has checked it yet.");
    expect(text).toContain("Call 1-800-327-6243");
    const { status, headers } = await dana.post(path, { version: versionIn(text), how: "phone", found: "Spoke with Pat" });
    expect([status, headers["location"]]).toEqual([303, "/desk?checked=Farm+Aid+Farmer+Hotline"]);
    expect(findProgram(site.data.db, id)!.lastCheck).toEqual({ date: "2026-11-30", how: "phone", role: "editor" });
    expect(historyOf(site.data.db, "programs", id)[0]).toMatchObject({
      kind: "checked",
      by: { role: "editor", account: dana.editor.id },
      why: "Spoke with Pat",
    });
  });

  it("is seen by readers at once, and says nothing of the note or the name", async () => {
    const { text } = await request(app).get(`/programs/${id}`);
    expect(text).toContain("Checked 30 Nov 2026 by phone");
    expect(text).toContain("by phone, by our editor.");
    expect(text).not.toMatch(/Pat|Dana/);
    expect((await request(app).get("/programs?q=farm+aid")).text).toContain("Checked 30 Nov 2026 by phone");
    expect((await dana.get("/desk?checked=Farm+Aid")).text).toContain('<p class="notice" role="status">Checked: Farm Aid.</p>');
  });

  it("asks how where nobody has said, and keeps what was typed", async () => {
    const { text } = await dana.get(path);
    const answer = await dana.post(path, { version: versionIn(text), found: "No answer before ten" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Say how you checked.");
    expect(answer.text).toContain('value="No answer before ten"');
  });

  it("is refused for what somebody changed since, and says so", async () => {
    const answer = await dana.post(path, { version: "0", how: "website" });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("Somebody changed this listing after you opened it.");
    expect(findProgram(site.data.db, id)!.lastCheck!.how).toBe("phone");
  });

  it("says nothing of hours that were typed after it", async () => {
    const edit = "/desk/programs/farm-aid/edit";
    const version = versionIn((await dana.get(path)).text);
    await dana.post(path, { version, how: "phone" });
    const at = findProgram(site.data.db, id)!.contacts.findIndex(({ hours }) => hours !== null);
    const confirmed = () => findProgram(site.data.db, id)!.contacts.map((contact) => contact.confirmed);
    const form = async (typed: object) => ({ ...untouchedForm((await dana.get(edit)).text, edit), ...typed, do: "save" });
    await dana.post(edit, await form({ "summary.en": "Another sentence.", [`contacts.${at}.hours.words.es`]: "De lunes a viernes" }));
    expect(confirmed()).not.toContain(false);
    await dana.post(
      edit,
      await form({ [`contacts.${at}.hours.words.en`]: "Mornings", [`contacts.${at}.source`]: "https://farmaid.org/hours" }),
    );
    expect(confirmed()).toEqual(confirmed().map((_, number) => number !== at));
  });

  it("is there for the library, and for nothing that is not listed", async () => {
    expect((await dana.get("/desk/check/documents/atq-study")).status).toBe(200);
    for (const address of ["/desk/check/programs/nobody", "/desk/check/meetings/farm-aid", "/desk/check/__proto__/farm-aid"]) {
      expect((await dana.get(address)).status).toBe(404);
    }
  });
});
