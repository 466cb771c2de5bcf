import { describe, expect, it } from "vitest";
import { announceLinks } from "../../../src/links/announce.ts";
import { brokenLinks } from "../../../src/links/find.ts";
import type { Look } from "../../../src/links/link.ts";
import { recordLook, saveUses } from "../../../src/links/state.ts";
import { findProgram } from "../../../src/programs/find.ts";
import { signIn } from "../../support/desk.ts";
import { htmlFaults } from "../../support/html.ts";
import { openTestApp, openTestSite, reopen } from "../../support/site.ts";
import { untouchedForm } from "../../support/untouched-form.ts";

const page = "/desk/links";
const noted = /This link has not worked since/;

/** The site after four days on which a link of a program was found so. */
function openDesk({ verdict, movedTo = null }: Partial<Look> & Pick<Look, "verdict">) {
  const site = openTestSite();
  const { db, guidance } = site.data;
  const program = findProgram(db, "smart-recovery")!;
  const url = program.contacts.find(({ value }) => value.startsWith("http"))!.value;
  saveUses(db, [
    { url, list: "programs", subject: program.id },
    { url, list: "guidance", subject: guidance[0]!.id },
  ]);
  const look = (found: Look, day: string) => recordLook(db, url, found, `2026-11-${day}T12:00:00.000Z`);
  for (const day of ["01", "02", "03", "04"]) look({ verdict, movedTo, detail: "" }, day);
  announceLinks(db, "2026-11-04T13:00:00.000Z");
  reopen(site);
  const dana = signIn(openTestApp(site), site, "editor", "Dana");
  const own = `${page}?${new URLSearchParams({ url })}`;
  const press = async () => dana.post(page, untouchedForm((await dana.get(own)).text, page));
  return { db, dana, url, own, look, press };
}

describe("a link that needs a person", () => {
  it("leads from the queue to every place where it is", async () => {
    const { dana, own, url } = openDesk({ verdict: "gone" });
    expect((await dana.get("/desk")).text).toContain(`<a href="${own}">SMART Recovery</a>`);
    const { text } = await dana.get(own);
    expect(text).toContain(`<a href="${url}" rel="noopener noreferrer external">`);
    expect(text).toContain('<a href="/desk/programs/smart-recovery">SMART Recovery</a>');
    expect(text).toContain('<a href="/guidance#');
    expect(text).toContain("page not found, since 1 Nov 2026");
    expect(await htmlFaults(text)).toEqual([]);
  });

  it("is found to work by one press, and its page stops calling it broken at once", async () => {
    const { db, dana, press, own } = openDesk({ verdict: "gone" });
    expect((await dana.get("/programs/smart-recovery")).text).toMatch(noted);
    const done = await press();
    expect([done.status, done.headers["location"]]).toEqual([303, `${page}?done=1`]);
    expect(brokenLinks(db)).toEqual([]);
    expect((await dana.get("/programs/smart-recovery")).text).not.toMatch(noted);
    expect((await dana.get("/desk")).text).not.toContain('id="links"');
    const after = await dana.get(own);
    expect([after.status, await htmlFaults(after.text)]).toEqual([200, []]);
    expect(after.text).not.toContain('<form method="post" action="/desk/links"');
  });

  it("that has moved says where it leads", async () => {
    const { db, dana, own, press } = openDesk({ verdict: "moved", movedTo: "https://new.example.org/a?b=1&c" });
    expect((await dana.get(own)).text).toContain('href="https://new.example.org/a?b=1&amp;c"');
    await press();
    expect(brokenLinks(db)).toEqual([]);
  });

  it("is not settled where a check has found something else since the page was opened", async () => {
    const { db, dana, own, look } = openDesk({ verdict: "gone" });
    const fields = untouchedForm((await dana.get(own)).text, page);
    look({ verdict: "moved", movedTo: "https://sold.example/", detail: "301" }, "05");
    const { status, text } = await dana.post(page, fields);
    expect(status).toBe(409);
    expect(text).toContain("https://sold.example/");
    expect(brokenLinks(db).map(({ verdict }) => verdict)).toContain("moved");
  });

  it("is none that nobody links to", async () => {
    const { dana } = openDesk({ verdict: "gone" });
    expect((await dana.post(page, { url: "https://evil.example/", verdict: "gone" })).status).toBe(404);
    expect((await dana.get(`${page}?url=javascript:alert(1)`)).text).not.toContain("javascript:");
  });
});
