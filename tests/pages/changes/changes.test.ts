import request from "supertest";
import { beforeEach, describe, expect, it } from "vitest";
import { editListing, type ListingEdit, removeListing } from "../../../src/catalog/edit-listing.ts";
import { lastSeq, versionOfSubject } from "../../../src/changes/append.ts";
import type { Database } from "../../../src/database/open.ts";
import { findProgram } from "../../../src/programs/find.ts";
import type { Program } from "../../../src/programs/program.ts";
import { showChanges } from "../../../src/site/show-changes.ts";
import type { Site } from "../../../src/site/site.ts";
import { importRecords } from "../../support/feeds.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";
import { vocabulary } from "../../support/vocabulary.ts";

let site: Site;
let db: Database;
let app: ReturnType<typeof openTestApp>;
beforeEach(() => {
  site = openTestSite();
  db = site.data.db;
  app = openTestApp(site);
});

const by = { role: "editor", account: "account-of-ann" } as const;
const edit = (id: string, change: Partial<Program>, more: Partial<ListingEdit> = {}) =>
  editListing(db, vocabulary, {
    list: "programs",
    listing: { ...findProgram(db, id), ...change },
    kind: "changed",
    expected: versionOfSubject(db, "programs", id),
    by,
    at: "2026-11-30T15:00:00.000Z",
    why: "Told by Ann Example",
    isPublic: true,
    ...more,
  });

/** What the page says, line by line, without its tags. */
async function told(path = "/changes"): Promise<string[]> {
  await showChanges(site);
  const { text } = await request(app).get(path).expect(200);
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(text)![1]!;
  return [...main.matchAll(/<(?:h2|li)>(.*?)<\/(?:h2|li)>/g)].map(([, line]) => line!.replace(/<[^>]*>/g, ""));
}

describe("/changes", () => {
  it("says what became of how many, by day, the last day first", async () => {
    edit("lifering", { name: "LifeRing" });
    edit("lifering", { place: "Bigfork" });
    edit("smart-recovery", { status: "closed" }, { kind: "closed" });
    edit("211", {}, { kind: "checked", at: "2026-11-29T15:00:00.000Z" });
    expect(await told()).toEqual(
      [
        "30 Nov 2026",
        "1 program was changed: LifeRing",
        expect.stringMatching(/^1 program closed: SMART Recovery/),
        "29 Nov 2026",
        "1 program was checked: 211",
        "24 Nov 2026",
        expect.stringMatching(/^\d{3} programs were added$/),
        expect.stringMatching(/^\d+ library entries were added$/),
      ].sort((a, b) => (typeof a === "string" && typeof b === "string" ? 0 : 0)),
    );
  });

  it("tells of an undone closing as what is open again, and of an undone opening as what has closed", async () => {
    edit("lifering", { status: "closed" }, { kind: "undone" });
    expect(await told()).toContainEqual(expect.stringMatching(/^1 program closed: LifeRing/));
    edit("lifering", { status: "active" }, { kind: "undone", at: "2026-12-01T15:00:00.000Z" });
    const [day, line] = await told();
    expect(day).toBe("1 Dec 2026");
    expect(line).toMatch(/^1 program opened again: LifeRing/);
  });

  it("leads to what is listed, and names what is gone", async () => {
    const version = versionOfSubject(db, "programs", "211");
    removeListing(db, vocabulary, {
      list: "programs",
      subject: "211",
      kind: "removed",
      expected: version,
      by,
      at: "2026-11-30T15:00:00.000Z",
      why: null,
    });
    edit("lifering", { name: "LifeRing" });
    await showChanges(site);
    const { text } = await request(app).get("/changes");
    expect(text).toContain('1 program was changed: <a href="/programs/lifering">LifeRing</a>');
    expect(text).toContain("1 program was removed: 211<");
  });

  it("never says who, why, or what does not matter to readers", async () => {
    const from = lastSeq(db);
    edit("lifering", { name: "LifeRing" });
    edit("smart-recovery", { name: "Secret Name" }, { isPublic: false });
    await showChanges(site);
    for (const path of ["/changes", "/changes.atom", `/ledger?after=${from}`]) {
      const { text } = await request(app).get(path).expect(200);
      expect(text, path).toContain("LifeRing");
      expect(text, path).not.toMatch(/Ann Example|account-of-ann|Secret Name/);
    }
  });

  it("counts the meetings that feeds brought, as one line a day", async () => {
    const records = ["noon", "dawn"].map((slug) => ({ slug, name: slug, day: 1, time: "12:00", city: "Bigfork", state: "MT" }));
    importRecords(db, {}, records, { at: "2026-11-30T15:00:00.000Z" });
    importRecords(db, { id: "other" }, records, { at: "2026-11-30T16:00:00.000Z" });
    importRecords(db, {}, records.slice(1), { at: "2026-11-30T17:00:00.000Z", force: true });
    expect((await told()).slice(0, 3)).toEqual(["30 Nov 2026", "4 meetings were added", "1 meeting was removed"]);
  });

  it("puts a late evening's change on the day that it is in the middle of the country", async () => {
    edit("lifering", { name: "LifeRing" }, { at: "2026-12-01T02:00:00.000Z" });
    expect((await told())[0]).toBe("30 Nov 2026");
  });

  it("comes in pages of fourteen days, and one past the end is the last", async () => {
    for (let day = 1; day <= 20; day++)
      edit("lifering", { place: `Place ${day}` }, { at: `2026-12-${String(day).padStart(2, "0")}T15:00:00.000Z` });
    expect((await told())[0]).toBe("20 Dec 2026");
    const second = await told("/changes?page=2");
    expect(second[0]).toBe("6 Dec 2026");
    expect(await told("/changes?page=99")).toEqual(second);
    expect((await told("/changes?page=x"))[0]).toBe("20 Dec 2026");
    const { text } = await request(app).get("/changes?page=2");
    expect(text).toContain('<a href="/changes" rel="prev">');
    expect(text).not.toContain('rel="next"');
  });
});

describe("/changes.atom", () => {
  it("is a feed with an entry for each line, under one id for as long as it grows", async () => {
    edit("lifering", { name: "A <b>&\u0007 name" });
    await showChanges(site);
    const first = await request(app).get("/changes.atom").expect(200).expect("content-type", "application/atom+xml; charset=utf-8");
    expect(first.text).toContain("<content>1 program was changed: A &lt;b&gt;&amp; name.</content>");
    expect(first.text).toContain("<updated>2026-11-30T15:00:00.000Z</updated>");
    const ids = ({ text }: { text: string }) => [...text.matchAll(/<entry><id>(.*?)<\/id>/g)].map(([, id]) => id);
    expect(ids(first)).toHaveLength(3);
    expect(ids(first)[0]).toBe("tag:porchlight.example,2026-11-30:programs/changed");
    edit("smart-recovery", { name: "SMART" }, { at: "2026-11-30T16:00:00.000Z" });
    await showChanges(site);
    const second = await request(app).get("/changes.atom");
    expect(ids(second)).toEqual(ids(first));
    expect(second.text).toContain("<title>2 programs were changed</title>");
  });
});
