import request from "supertest";
import { describe, expect, it } from "vitest";
import { lastSeq } from "../../../src/changes/append.ts";
import { closePlace, openPlace } from "../../../src/meetings/close-place.ts";
import { showChanges } from "../../../src/site/show-changes.ts";
import { withChurch } from "../../support/closed-church.ts";
import { htmlFaults } from "../../support/html.ts";
import { openSiteOver, openTestApp } from "../../support/site.ts";

const site = openSiteOver(withChurch(), () => Date.parse("2026-11-30T15:00Z"));
const app = openTestApp(site);
const { db } = site.data;
const before = lastSeq(db);
const ann = { role: "editor", account: "account-of-ann" } as const;
const place = db.prepare("SELECT place_key FROM meetings WHERE name = 'Sunrise Group'").pluck().get() as string;

const close = (until: string, at: string, label = "First Church, Bigfork") =>
  closePlace(
    db,
    {
      ...{ place, feed: null, group: null, label, zone: "America/Denver", until, at },
      ...{ words: "the church has no heating", why: "Rang the pastor" },
    },
    ann,
  );

async function told(path: string): Promise<string> {
  await showChanges(site);
  const { text } = await request(app).get(path).expect(200);
  return text;
}

describe("a place that is closed until a day", () => {
  it("is told of by its name and its day, on the page and in the feed", async () => {
    close("2026-12-04", "2026-11-30T14:00:00.000Z");
    close("2026-12-07", "2026-11-30T15:00:00.000Z");
    const said = "1 place or group closed for a time: First Church, Bigfork (until 7 Dec 2026)";
    const page = await told("/changes");
    expect(page).toContain(`<li>${said}</li>`);
    expect(page).not.toContain(place);
    expect(await htmlFaults(page)).toEqual([]);
    const feed = await told("/changes.atom");
    expect(feed).toContain(said);
    expect(feed).not.toContain(place);
  });

  it("is told of when it opens before that day", async () => {
    const number = close("2026-12-20", "2026-12-01T15:00:00.000Z");
    openPlace(db, number, "2026-12-02T15:00:00.000Z", ann);
    expect(await told("/changes")).toContain("<li>1 place or group opened again: First Church, Bigfork</li>");
  });

  it("is text, whatever an editor calls it", async () => {
    close("2026-12-24", "2026-12-03T15:00:00.000Z", "<b>Hall</b> & Co");
    expect(await told("/changes")).toContain("&lt;b&gt;Hall&lt;/b&gt; &amp; Co (until 24 Dec 2026)");
    expect(await told("/changes.atom")).not.toContain("<b>Hall");
  });

  it("is a line of the ledger, with what readers are told and without who closed it or why", async () => {
    const lines = (await told(`/ledger?after=${before}`))
      .split("\n")
      .filter((line) => line.includes('"role":"editor"'))
      .map((line) => JSON.parse(line));
    expect(lines[0]).toEqual({
      ...{ seq: expect.any(Number), at: "2026-11-30T14:00:00.000Z", role: "editor", kind: "closed", list: "meetings", subject: place },
      after: { name: "First Church, Bigfork", until: "2026-12-04", words: "the church has no heating" },
    });
    expect(lines.map(({ kind }) => kind)).toEqual(["closed", "closed", "closed", "reopened", "closed"]);
    expect(JSON.stringify(lines)).not.toMatch(/pastor|account-of-ann/);
  });
});
