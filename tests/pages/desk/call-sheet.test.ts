import request from "supertest";
import { describe, expect, it } from "vitest";
import { openCalls } from "../../../src/calls/calls.ts";
import { editListing, removeListing } from "../../../src/catalog/edit-listing.ts";
import { versionOfSubject } from "../../../src/changes/append.ts";
import { findProgram } from "../../../src/programs/find.ts";
import { signIn } from "../../support/desk.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const openSheet = () => {
  const site = openTestSite(undefined, () => Date.parse("2026-11-30T15:00Z"));
  const app = openTestApp(site);
  return { site, app, dana: signIn(app, site), db: site.data.db };
};
const idsIn = (html: string) =>
  [...html.matchAll(/name="version\.([^"]+)" value="(\d+)"/g)].map(([, id, version]) => ({ id: id!, version: version! }));

describe("the call sheet", () => {
  it("has the numbers of the month by time zone from east to west, with their hours and four boxes each", async () => {
    const { dana } = openSheet();
    const { text } = await dana.get("/desk/calls");
    expect(idsIn(text)).toHaveLength(40);
    expect(text.match(/type="radio"/g)).toHaveLength(160);
    const zones = [...text.matchAll(/<h2 id="zone-\d+">([^<]*)</g)].map(([, zone]) => zone);
    const fromEast = ["Eastern", "Central", "Mountain", "Pacific", "No set time zone"];
    expect(zones).toEqual(fromEast.filter((zone) => zones.includes(zone)));
    expect(zones.length).toBeGreaterThan(1);
    expect(text).toContain('<a class="call-number" href="tel:');
    expect(text).toContain("Hours:");
  });

  it("takes a whole month in one form: right is a check, the rest is left to do", async () => {
    const { dana, db, app } = openSheet();
    const [right, changed, silent, wrong, untouched] = idsIn((await dana.get("/desk/calls")).text) as [
      ...Record<"right" | "changed" | "silent" | "wrong" | "untouched", never>[],
    ] &
      { id: string; version: string }[];
    const rows = [right!, changed!, silent!, wrong!, untouched!];
    const results = ["right", "changed", "no answer", "wrong"];
    const fields = Object.fromEntries([
      ...rows.map(({ id, version }) => [`version.${id}`, version]),
      ...results.map((result, at) => [`result.${rows[at]!.id}`, result]),
      [`note.${changed!.id}`, "Now closes at four"],
    ]);
    const { status, headers } = await dana.post("/desk/calls", fields);
    expect([status, headers["location"]]).toEqual([303, "/desk/calls?saved=1+3"]);
    expect(findProgram(db, right!.id)!.lastCheck).toMatchObject({ how: "phone", date: "2026-11-30" });
    expect(findProgram(db, untouched!.id)!.lastCheck).toBeNull();
    expect(openCalls(db).map(({ subject, result, note }) => [subject, result, note])).toEqual([
      [wrong!.id, "wrong", null],
      [silent!.id, "no answer", null],
      [changed!.id, "changed", "Now closes at four"],
    ]);
    expect(findProgram(db, wrong!.id)!.status).toBe("unconfirmed");
    expect((await request(app).get(`/programs/${wrong!.id}`)).text).toMatch(/This number is from .*20\d\d\. It may no longer work\./);
    const { text } = await dana.get("/desk/calls?saved=1+3");
    expect(text).toContain("Saved. Right: 1. 3 with something left to do");
    expect(idsIn(text).map(({ id }) => id)).not.toContain(right!.id);
  });

  it("says of a listing that was taken away meanwhile that it is gone, with what was typed", async () => {
    const { dana, db } = openSheet();
    const [gone] = idsIn((await dana.get("/desk/calls")).text);
    const removal = { list: "programs", subject: gone!.id, kind: "unlisted", why: "They asked us to" } as const;
    const by = { role: "editor", account: "lee" } as const;
    removeListing(db, vocabulary, { ...removal, by, at: "2026-11-30T15:00:00Z", expected: Number(gone!.version) });
    const fields = {
      [`version.${gone!.id}`]: gone!.version,
      [`result.${gone!.id}`]: "changed",
      [`note.${gone!.id}`]: "Now closes at four",
    };
    const answer = await dana.post("/desk/calls", fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`${gone!.id}: It is not listed any more, so nothing was saved. Now closes at four`);
  });

  it("keeps what was typed into a row that cannot be saved, says why, and saves the others", async () => {
    const { dana, db } = openSheet();
    const [first, second, third] = idsIn((await dana.get("/desk/calls")).text);
    const listing = { ...findProgram(db, second!.id)!, operator: "Somebody else" };
    const expected = versionOfSubject(db, "programs", second!.id);
    const by = { role: "editor", account: "lee" } as const;
    editListing(db, vocabulary, {
      list: "programs",
      listing,
      kind: "changed",
      by,
      at: "2026-11-30T15:00:00Z",
      why: null,
      isPublic: false,
      expected,
    });
    const answer = await dana.post("/desk/calls", {
      ...{ [`version.${first!.id}`]: first!.version, [`result.${first!.id}`]: "changed", [`note.${first!.id}`]: "" },
      ...{ [`version.${second!.id}`]: second!.version, [`result.${second!.id}`]: "right", [`note.${second!.id}`]: "Spoke with Pat" },
      ...{ [`version.${third!.id}`]: third!.version, [`result.${third!.id}`]: "right" },
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Write what has changed.");
    expect(answer.text).toContain("Somebody changed this listing while you called.");
    expect(answer.text).toContain('value="Spoke with Pat"');
    expect(answer.text).toMatch(new RegExp(`id="call-${first!.id}-changed"[^>]* checked`));
    expect(findProgram(db, second!.id)!.lastCheck).toBeNull();
    expect(findProgram(db, third!.id)!.lastCheck).not.toBeNull();
  });

  it("refuses results and listings that there are not", async () => {
    const { dana, db } = openSheet();
    const answer = await dana.post("/desk/calls", { "result.farm-aid": "maybe", "result.nobody": "right", "result.__proto__": "right" });
    expect(answer.status).toBe(422);
    expect(findProgram(db, "farm-aid")!.lastCheck).toBeNull();
    expect(openCalls(db)).toEqual([]);
  });
});
