import request from "supertest";
import { describe, expect, it } from "vitest";
import { programIds } from "../../../src/programs/find.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";

const site = openTestSite();
const app = openTestApp(site);
const get = (path: string) => request(app).get(path);

describe("GET /programs/:id", () => {
  it("puts the next step first, with a button that shows the digits", async () => {
    const { text } = await get("/programs/nc-peer-warmline");
    expect(text.indexOf("Next step")).toBeLessThan(text.indexOf("What it is"));
    expect(text).toContain('class="button button-large" href="tel:+18557337762"');
    expect(text).toContain("Call 1-855-733-7762");
    expect(text).toContain("Day and night, every day");
  });

  it("tells source and date of each number, and that nobody has confirmed it", async () => {
    const { text } = await get("/programs/montana-warm-line");
    expect(text).toContain("From kyssfm.com, Apr 2020. Not confirmed since.");
    expect(text).toContain("This number is from 2020. It may no longer work.");
    expect(text).toContain("<h2>If nobody answers</h2>");
    expect(text).toContain('href="tel:988"');
    expect(text).toContain("None of us has checked this listing by phone yet.");
  });

  it("does not light the number that may be gone, but the one that answers", async () => {
    const { text } = await get("/programs/montana-warm-line");
    const next = text.slice(text.indexOf('<section class="next-step"')).split("</section>")[0]!;
    expect(next).toContain('class="button-outline" href="tel:+18776883377"');
    expect(next.match(/class="button [^>]*/g)).toEqual(['class="button button-large" href="tel:988"']);
  });

  it("names the host of every link that leaves, and sends nothing along", async () => {
    for (const id of programIds(site.data.db)) {
      const { text } = await get(`/programs/${id}`);
      for (const [link] of text.matchAll(/<a [^>]*href="http[^>]*>/g)) expect(link, id).toContain('rel="noopener noreferrer external"');
    }
    expect((await get("/programs/smart-recovery")).text).toContain(">smartrecovery.org<");
  });

  it("says where a closed program's people went", async () => {
    const { text } = await get("/programs/sos");
    expect(text).toContain("This program has closed.");
    expect(text).toContain("<h2>Where to go instead</h2>");
    expect(text.split("<h2>Where to go instead</h2>")[0]).not.toContain('href="tel:+');
    expect(text).toContain('href="/programs/lifering"');
  });

  it("leads to related programs and to the evidence", async () => {
    const { text } = await get("/programs/alcoholics-anonymous");
    expect(text).toContain('href="/programs/al-anon"');
    expect(text).toContain('href="/library/cochrane-2020-aa-tsf"');
  });

  it("leads to the form for what is wrong or missing", async () => {
    const { text } = await get("/programs/smart-recovery");
    expect(text).toContain('<a href="/report?about=programs/smart-recovery">Something wrong or missing?</a>');
  });

  it("says so in its own dress when there is no such program", async () => {
    const { status, text } = await get("/programs/no-such-thing");
    expect(status).toBe(404);
    expect(text).toContain("We could not find that page");
    expect(text).toContain('href="tel:988"');
    expect(text).toContain('href="/help-now"');
  });
});
