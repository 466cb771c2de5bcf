import { describe, expect, it } from "vitest";
import { startSession } from "../../../src/editors/sessions.ts";
import { findProgram } from "../../../src/programs/find.ts";
import { atDesk, cookieName, sendForm, signIn } from "../../support/desk.ts";
import { htmlFaults } from "../../support/html.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";
import { untouchedForm } from "../../support/untouched-form.ts";

let now = Date.parse("2026-11-30T15:00Z");
const site = openTestSite(undefined, () => now);
const app = openTestApp(site);
const dana = signIn(app, site);
const edit = "/desk/programs/smart-recovery/edit";

describe("a form that comes after its session was over", () => {
  it("is not lost: the page holds all of it, and it is sent once its editor has signed in again", async () => {
    const typed = {
      ...untouchedForm((await dana.get(edit)).text, edit),
      "summary.en": 'Half an "hour" & more.\n<b>Typed</b>',
      why: "A call",
    };
    now += 31 * 60_000;
    const held = await dana.post(edit, { ...typed, do: "save" });
    expect([held.status, await htmlFaults(held.text)]).toEqual([403, []]);
    expect(held.headers["cache-control"]).toBe("no-store");
    expect(held.text).toContain("You were signed out");
    expect(held.text).toContain('href="/desk/sign-in"');
    const again = untouchedForm(held.text, edit);
    expect(again).toEqual({ ...typed, do: "save" });
    expect(findProgram(site.data.db, "smart-recovery")!.summary.en).not.toContain("Half an");
    expect((await dana.post(edit, again)).status).toBe(403);
    const back = atDesk(app, dana.editor, `${cookieName}=${startSession(site.data.db, dana.editor.id, now)}`);
    expect((await back.post(edit, again)).status).toBe(303);
    expect(findProgram(site.data.db, "smart-recovery")!.summary.en).toContain('Half an "hour" & more.');
  });

  it("is never held where a password is typed, nor for whoever has no session, nor from another site", async () => {
    now += 31 * 60_000;
    for (const path of ["/desk/account/password", "/desk/account/codes", "/desk/editors"]) {
      const answer = await dana.post(path, { current: "green barn over cold creek", next: "another barn over creeks" });
      expect([path, answer.status]).not.toEqual([path, 403]);
      expect(answer.text).not.toContain("barn");
    }
    const nobody = await sendForm(app, edit, { "summary.en": "Typed by nobody", do: "save" });
    expect(nobody.headers["location"]).toMatch(/^\/desk\/sign-in/);
    expect(nobody.text).not.toContain("Typed by nobody");
    const elsewhere = await sendForm(app, edit, { do: "save", why: "Sent by another site" })
      .set("Cookie", dana.cookie)
      .set("Sec-Fetch-Site", "cross-site");
    expect(elsewhere.status).toBe(403);
    expect(elsewhere.text).not.toContain("Sent by another site");
  });
});
