import request from "supertest";
import { describe, expect, it } from "vitest";
import { readKnownFeeds } from "../../src/feeds/known-feeds.ts";
import { findDocument } from "../../src/library/find.ts";
import { announceLinks } from "../../src/links/announce.ts";
import { collectLinks } from "../../src/links/collect.ts";
import type { LinkUse, Verdict } from "../../src/links/link.ts";
import { recordLook, saveUses } from "../../src/links/state.ts";
import { findProgram, programIds } from "../../src/programs/find.ts";
import { openTestApp, openTestSite, reopen } from "../support/site.ts";

const site = openTestSite();
const app = openTestApp(site);
const { db, guidance } = site.data;
const text = async (path: string) => (await request(app).get(path)).text;

const program = findProgram(db, "smart-recovery")!;
const document = findDocument(db, "fletcher-group")!;
const section = guidance.find(({ steps }) => steps.some(({ links }) => links.length > 0))!;
const list = readKnownFeeds().find(({ states, site: address }) => states[0] === "MT" && address !== null)!;

/** Looks at links on four days, and finds the same each time. */
function findBroken(uses: readonly LinkUse[], verdict: Verdict): void {
  saveUses(db, uses);
  for (const day of ["01", "02", "03", "04"]) {
    for (const { url } of uses) recordLook(db, url, { verdict, movedTo: null, detail: "" }, `2026-11-${day}T12:00:00.000Z`);
  }
  announceLinks(db, "2026-11-04T13:00:00.000Z");
  reopen(site);
}

describe("a link that is broken", () => {
  const uses = [
    ...collectLinks(program, "programs", program.id),
    ...collectLinks(document, "documents", document.id),
    ...collectLinks(section, "guidance", section.id),
    ...collectLinks(list.site, "known-lists", list.id),
  ];
  const addresses = [`/programs/${program.id}`, `/library/${document.id}`, "/guidance", "/places/mt"];
  const noted = /This link has not worked since 1 Nov 2026: ([^<.]+)\./g;

  it("is said to be so beside it, on every page that was kept from before too", async () => {
    for (const address of addresses) expect(await text(address)).not.toMatch(noted);
    findBroken(uses, "gone");
    for (const address of addresses) expect(await text(address), address).toMatch(noted);
    const page = await text(`/programs/${program.id}`);
    const links = program.contacts.filter(({ value }) => value.startsWith("http")).length + program.sources.length;
    expect(page.match(noted)).toHaveLength(links);
    expect(page).toContain(program.lastCheck === null ? "None of us has checked this listing by phone yet." : "Checked");
  });

  it("is said in a list where it is the next step of a row, with somebody to call, and not beside a number", async () => {
    const said = "This link has not worked since 1 Nov 2026";
    const rowOf = (html: string, id: string) => html.match(new RegExp(`<h3[^>]*><a href="/programs/${id}">[\\s\\S]*?</li>`))![0];
    const linked = programIds(db)
      .map((id) => findProgram(db, id)!)
      .find(
        ({ contacts: [first], status, name, fallback }) =>
          first!.kind === "site" && status === "active" && fallback.length > 0 && name.length > 8,
      )!;
    const search = `/programs?q=${encodeURIComponent(linked.name)}`;
    const calledFirst = programIds(db)
      .map((id) => findProgram(db, id)!)
      .find(({ contacts, status }) => contacts[0]!.kind === "call" && status === "active" && contacts.some(({ kind }) => kind === "site"))!;
    const called = `/programs?q=${encodeURIComponent(calledFirst.name)}`;
    expect(rowOf(await text(search), linked.id)).not.toContain("not worked");
    findBroken(
      [linked, calledFirst].flatMap((one) => collectLinks(one, "programs", one.id)),
      "gone",
    );
    const row = rowOf(await text(search), linked.id);
    expect(row).toContain(`<p class="in-doubt">${said}</p>`);
    expect(row).toContain('href="tel:');
    expect(rowOf(await text(called), calledFirst.id)).not.toContain("not worked");
    findBroken(
      [linked, calledFirst].flatMap((one) => collectLinks(one, "programs", one.id)),
      "moved",
    );
    expect(rowOf(await text(search), linked.id)).not.toContain("not worked");
  });

  it.each([
    ["certificate", "its security certificate is not valid"],
    ["parked", "the web address is for sale"],
    ["no-answer", "the site does not answer"],
  ] as const)("says why: %s", async (verdict, reason) => {
    findBroken(uses, verdict);
    expect([...(await text(`/library/${document.id}`)).matchAll(noted)].map(([, why]) => why)).toContain(reason);
  });

  it("is nothing where it has moved or turns programs away", async () => {
    for (const verdict of ["moved", "blocks-robots", "certificate-chain"] as const) {
      findBroken(uses, verdict);
      for (const address of addresses) expect(await text(address)).not.toMatch(noted);
    }
  });
});
