import request from "supertest";
import { describe, expect, it } from "vitest";
import { openTestApp, openTestSite } from "../../support/site.ts";

/** The site of the real catalog, where it is always this moment. */
const siteAt = (now: string) => {
  const app = openTestApp(openTestSite(undefined, () => Date.parse(now)));
  return (path: string) => request(app).get(path);
};

const rowOf = (html: string, id: string) => {
  const row = html.split('<li class="row">').find((part) => part.includes(`href="/programs/${id}"`));
  return row!.split("</li>")[0]!;
};

describe("who answers now", () => {
  const noon = siteAt("2026-11-30T12:00-05:00");
  const night = siteAt("2026-11-29T03:00-05:00");

  it("lights the line that is open, and says until when on its own clock", async () => {
    const { text } = await noon("/programs?q=farm+aid");
    const row = rowOf(text, "farm-aid");
    expect(row).toContain("Answers now, until 5 pm Eastern");
    expect(row).toContain('class="button" href="tel:+18003276243"');
    expect(row).not.toContain("If nobody answers");
  });

  it("says it on the clock of the state asked for", async () => {
    expect(rowOf((await noon("/programs?q=farm+aid&state=MT")).text, "farm-aid")).toContain("Answers now, until 3 pm Mountain");
    expect(rowOf((await night("/programs?q=farm+aid&state=MT")).text, "farm-aid")).toContain("Opens Monday 7 am Mountain");
    // Kentucky keeps two zones.
    expect(rowOf((await noon("/programs?q=ky+help&state=KY")).text, "ky-help")).toContain("Answers now, until 10 pm Eastern");
  });

  it("outlines the line that is shut, and lights one that answers", async () => {
    const row = rowOf((await night("/programs?q=georgia+warm+line")).text, "ga-cares-warmline");
    expect(row).toContain("Opens 8:30 am Eastern");
    expect(row).toContain('class="button-outline" href="tel:+18443265400"');
    expect(row.match(/class="button"[^>]*/g)).toEqual([expect.stringContaining('href="tel:')]);
  });

  it("lights no number in doubt, whatever its hours, and says nothing of now", async () => {
    const row = rowOf((await noon("/programs?q=montana+warm+line")).text, "montana-warm-line");
    const [ofItself, instead] = row.split('class="on-screen">Answers now:');
    expect(ofItself).not.toMatch(/Answers now|Opens/);
    expect(ofItself).toContain('class="button-outline" href="tel:+18776883377"');
    expect(instead).toContain('class="button" href="tel:988"');
  });

  it("trusts no hours that are older than the number", async () => {
    expect(rowOf((await noon("/programs?q=copline")).text, "copline")).not.toContain("Answers now, day and night");
  });

  it("puts who answers before the best match where somebody to talk to is asked for, and leaves a match that answers first", async () => {
    const firstOf = (html: string) => html.split('<li class="row">')[1]!;
    expect(firstOf((await night("/programs?q=someone+to+talk+to+about+my+grown+son")).text)).toContain("Answers now");
    expect(firstOf((await night("/programs?q=veteran+someone+to+talk+to")).text)).toContain("Veterans Crisis Line");
    // Another state's line is no answer, nor a line of the state's own for few.
    const rows = (await night("/programs?q=i+need+to+talk")).text.split('<li class="row">').slice(1, 5);
    for (const row of rows) expect(row).toContain("Nationwide");
    expect(firstOf((await night("/programs?q=talk+to+someone+in+sd")).text)).toContain("Answers now, day and night");
    expect(firstOf((await night("/programs?q=parents+of+addicted+loved+ones")).text)).toContain("Parents of Addicted Loved Ones");
  });

  it("says what to press in the language that was asked for", async () => {
    const { text } = await noon("/programs?q=ayuda");
    expect(rowOf(text, "988-lifeline")).toContain("Press 1 for veterans, press 2 for Spanish");
    expect(rowOf(text, "crisis-text-line")).toContain("AYUDA");
    expect(rowOf((await noon("/programs?q=help")).text, "988-lifeline")).not.toContain("press 2 for Spanish");
  });

  it("lights no website", async () => {
    const { text } = await noon("/programs/smart-recovery");
    expect(text).not.toMatch(/class="button( button-large)?" href="https?:/);
    expect(text).toMatch(/<h2>To talk with somebody now<.*class="button" href="tel:\+18006624357"/s);
  });

  it("says it on the page of a program too, beside its hours", async () => {
    const { text } = await night("/programs/farm-aid");
    expect(text).toContain("Opens Monday 9 am Eastern");
    expect(text).toContain("Monday to Friday, 9 am to 5 pm Eastern");
  });

  it("prints the hours, and not what is true for a moment", async () => {
    const open = rowOf((await noon("/programs?q=farm+aid")).text, "farm-aid");
    expect(open).toContain('<p class="on-screen">Answers now, until 5 pm Eastern</p>');
    expect(open).toContain('<p class="on-paper">Monday to Friday, 9 am to 5 pm Eastern</p>');
    const always = rowOf((await noon("/programs?q=samhsa")).text, "samhsa-national-helpline");
    expect(always).toContain("<p>Answers now, day and night</p>");
  });

  it("gives times and instants in JSON", async () => {
    const contactOf = async (ask: typeof noon) =>
      (await ask("/programs.json?q=farm+aid")).body.items.find(({ id }: { id: string }) => id === "farm-aid").contacts[0];
    const open = await contactOf(noon);
    expect(open).toMatchObject({ lit: true, answers: { state: "open", until: "2026-11-30T22:00:00.000Z" } });
    expect(open.hours).toMatchObject({
      times: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00" }],
      zone: "America/New_York",
    });
    expect(await contactOf(night)).toMatchObject({ lit: false, answers: { state: "shut", opens: "2026-11-30T14:00:00.000Z" } });
  });

  it("keeps a page no longer than what it says is true", async () => {
    let now = Date.parse("2026-11-30T16:59-05:00");
    const app = openTestApp(openTestSite(undefined, () => now));
    const ask = async () => (await request(app).get("/programs/farm-aid")).text;
    expect(await ask()).toContain("Answers now, until 5 pm Eastern");
    now += 60_000;
    expect(await ask()).toContain("Opens 9 am Eastern");
  });
});
