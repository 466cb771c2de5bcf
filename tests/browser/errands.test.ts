// cspell:ignore ayuda hablar alguien reunión reuniones español oprima marque pulse gambl famil grupo sandhills potsandpans substack
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { importRuralMeetings } from "../support/rural-meetings.ts";
import { openVisit, type Visit } from "../support/served.ts";
import { copiesOf, openSiteOver, withPlaces } from "../support/site.ts";
import {
  choose,
  readFirstScreen,
  rowOf,
  rowsOf,
  screenOf,
  search,
  searchNear,
  startWalk,
  tap,
  tapNavigation,
  type Walk,
} from "../support/walk.ts";

/**
 * Errands of real readers, each walked from the front page on a small phone without JavaScript: each ends in the first screen with one
 * thing to do that works now. Prints how many taps each took and on which screen the thing is.
 */

const saturdayNightInMontana = Date.parse("2026-11-29T06:00:00Z");
const saturdaySixInTexas = Date.parse("2026-11-29T00:00:00Z");
const wednesdayNoonInNebraska = Date.parse("2026-11-25T18:00:00Z");

const withRuralMeetings = copiesOf(() => {
  const db = withPlaces();
  importRuralMeetings(db);
  return db;
});

const visits = new Map<number, Visit>();
const log: string[] = [];

async function visitAt(now: number): Promise<Visit> {
  const visit = visits.get(now) ?? (await openVisit({ site: openSiteOver(withRuralMeetings(), () => now) }));
  visits.set(now, visit);
  return visit;
}

/** Walks one errand. Its steps say on which screen they ended, or what else came of them. */
async function errand(now: number, name: string, steps: (walk: Walk, page: Page) => Promise<number | string>): Promise<void> {
  const visit = await visitAt(now);
  const page = await visit.visitor({ javaScriptEnabled: false });
  const walk = await startWalk(page);
  let end = "";
  try {
    const reached = await steps(walk, page);
    end = typeof reached === "number" ? `screen ${reached}` : reached;
    if (typeof reached === "number") expect(reached, "where it ends").toBe(1);
  } catch (error) {
    end = `failed: ${(error as Error).message.split("\n")[0]}`;
    throw error;
  } finally {
    log.push(`${name}: ${walk.taps} ${walk.taps === 1 ? "tap" : "taps"}, ${end}, at ${page.url().slice(visit.url.length)}`);
    await page.context().close();
  }
}

afterAll(async () => {
  console.log(log.join("\n"));
  for (const visit of visits.values()) await visit.close();
});

const answersNow = /answers now/i;
const forFew = /gambl|sex\b|sexual|eating|spending/i;
const callOrText = /^(call|text) |\d{3}-\d{4}/i;
const firstLine = (page: Page) => page.getByRole("main").getByRole("link", { name: callOrText }).first();

describe("1. Montana, Saturday at eleven at night", () => {
  it("a: talk to anybody now", () =>
    errand(saturdayNightInMontana, "1a talk to anybody now", async (walk, page) => {
      await tap(walk, /talk/i);
      const seen = await readFirstScreen(page);
      expect(walk.taps).toBe(1);
      expect(seen).toMatch(answersNow);
      expect(seen).not.toMatch(forFew);
      expect(await screenOf(page, firstLine(page))).toBe(1);
      return screenOf(page, firstLine(page));
    }));

  it("b: somebody to talk to in Montana", () =>
    errand(saturdayNightInMontana, "1b somebody to talk to montana", async (walk, page) => {
      await search(walk, "somebody to talk to montana");
      const warmLine = rowOf(page, /Montana Warm Line/);
      expect(await warmLine.innerText()).toMatch(/2020/);
      expect((await warmLine.innerText()).split("Answers now: Call 988")[0]).not.toMatch(answersNow);
      expect(await readFirstScreen(page)).toMatch(answersNow);
      return screenOf(page, firstLine(page));
    }));

  it("c: help, then by state", () =>
    errand(saturdayNightInMontana, "1c help, then Montana", async (walk, page) => {
      await tapNavigation(walk, /help/i);
      await choose(walk, /state/i, "Montana");
      expect(walk.taps).toBe(2);
      const line = page.getByRole("main").getByText("Montana Warm Line").first();
      expect(await screenOf(page, line)).toBe(1);
      return screenOf(page, line);
    }));
});

describe("2. a mother in eastern Kentucky", () => {
  it("a: other parents", () =>
    errand(wednesdayNoonInNebraska, "2a my son uses meth: other parents", async (walk, page) => {
      await tap(walk, /someone I love/i);
      expect(walk.taps).toBeLessThanOrEqual(2);
      for (const row of (await rowsOf(page).all()).slice(0, 10)) {
        const [, firstStep] = await row.getByRole("link").allInnerTexts();
        expect(firstStep, await row.innerText()).not.toMatch(/read about/i);
      }
      expect(await readFirstScreen(page)).toMatch(/parent|famil/i);
      return screenOf(page, rowsOf(page).first().getByRole("heading"));
    }));

  it("b: a person to ask about her grown child, at night", () =>
    errand(saturdayNightInMontana, "2b a person to ask, at night", async (walk, page) => {
      await search(walk, "someone to talk to about my grown son");
      const first = rowsOf(page).first();
      expect(await first.innerText()).toMatch(answersNow);
      expect(await first.innerText()).toMatch(/parent|famil|loved/i);
      return screenOf(page, firstLine(page));
    }));

  const nearHer = (place: string) =>
    errand(wednesdayNoonInNebraska, `2c ${place}`, async (walk, page) => {
      await search(walk, place);
      // Three states have a Pikeville.
      if (place === "pikeville") await tap(walk, /Pikeville, KY/);
      const seen = await readFirstScreen(page);
      expect(seen).not.toMatch(/\b0 programs|spelling/i);
      expect(seen).toMatch(/Kentucky/);
      const near = page.getByRole("main").getByRole("link", { name: /meetings? near/i });
      expect(await screenOf(page, near)).toBe(1);
      return screenOf(page, near);
    });
  it.each(["41501", "harlan ky", "pikeville"])("c: near her, as %s", nearHer);
});

describe("3. a librarian in Nebraska", () => {
  const listForSomebodyElse = async (walk: Walk) => {
    await tap(walk, /list for someone else|person I work with/i);
    await choose(walk, /where|state/i, "Nebraska");
  };

  it("a: what needs no internet", () =>
    errand(wednesdayNoonInNebraska, "3a what needs no internet, Nebraska", async (walk, page) => {
      await listForSomebodyElse(walk);
      const rows = await rowsOf(page).allInnerTexts();
      expect(rows.length).toBeGreaterThan(5);
      for (const row of rows)
        expect(row).toMatch(/\d{3}-\d{3}-\d{4}|\b(call|text) \d|\bP\.?O\.? box|\b[A-Z]{2} \d{5}\b|\bby mail\b|\byou write\b/i);
      expect(rows[0]).toMatch(/Nebraska/);
      return screenOf(page, rowsOf(page).first().getByRole("link", { name: callOrText }));
    }));

  it("b: print it", () =>
    errand(wednesdayNoonInNebraska, "3b print it", async (walk, page) => {
      await listForSomebodyElse(walk);
      const count = Number.parseInt(
        await page
          .getByRole("main")
          .getByText(/^\d+ programs/)
          .first()
          .innerText(),
        10,
      );
      const before = walk.taps;
      expect(await screenOf(page, page.getByRole("main").getByRole("link", { name: /print/i }).first()), "where it is tapped").toBe(1);
      await tap(walk, /print/i);
      expect(walk.taps - before).toBe(1);
      expect(await rowsOf(page).count()).toBe(Math.min(count, 60));
      await page.emulateMedia({ media: "print" });
      const paper = await page.locator("body").innerText();
      expect(paper).toMatch(/\d{3}-\d{3}-\d{4}/);
      expect(paper).toMatch(/Nov 2026/);
      expect(paper).toContain("/programs?");
      const pdf = (await page.pdf({ format: "Letter" })).toString("latin1");
      const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(sheets).toBeLessThanOrEqual(2 * Math.ceil(Math.min(count, 60) / 20));
      return `${sheets} sheets for ${count} listings`;
    }));

  it("c: a meeting by telephone, on paper", () =>
    errand(wednesdayNoonInNebraska, "3c a meeting by telephone, on paper", async (walk, page) => {
      await tapNavigation(walk, /meetings/i);
      await search(walk, "by phone nebraska");
      await page.emulateMedia({ media: "print" });
      const row = rowOf(page, /Sandhills Phone Group/);
      for (const digits of ["312-555-0123", "850 1126 9892", "040728"]) expect(await row.innerText()).toContain(digits);
      expect(await row.innerText()).toContain("Central");
      return screenOf(page, row);
    }));
});

describe("4. a county planner", () => {
  it("a: does AA work", () =>
    errand(wednesdayNoonInNebraska, "4a does AA work", async (walk, page) => {
      await search(walk, "does AA work");
      await tap(walk, /guides|studies|research|library/i);
      const first = rowsOf(page).first();
      expect(await first.innerText()).toMatch(/Alcoholics Anonymous and other 12-step programs|Cochrane|Kelly/);
      return screenOf(page, first.getByRole("heading"));
    }));

  it("b: how to start a group", () =>
    errand(wednesdayNoonInNebraska, "4b how to start a group", async (walk, page) => {
      await tapNavigation(walk, /guid/i);
      await tap(walk, /start a group|starting a group/i);
      expect(walk.taps).toBe(2);
      const steps = page.getByRole("main").locator("ol > li").filter({ visible: true });
      expect(await steps.count()).toBeGreaterThan(2);
      expect(await steps.getByRole("link").count()).toBeGreaterThan(0);
      return screenOf(page, steps.first());
    }));

  it("c: figures to cite", () =>
    errand(wednesdayNoonInNebraska, "4c figures to cite", async (walk, page) => {
      await tapNavigation(walk, /guid/i);
      await tap(walk, /^\d+ figures\W+getting there/i);
      const figures = page
        .getByRole("main")
        .getByRole("listitem")
        .filter({ hasText: /\d+ ?(%|percent|in \d)/ });
      expect(await figures.count()).toBeGreaterThan(3);
      for (const figure of await figures.all()) {
        const hosts = await figure.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
        const cited = hosts.filter((href) => href.startsWith("http"));
        expect(cited.length, await figure.innerText()).toBeGreaterThan(0);
        expect(cited.filter((href) => /blog|wordpress|medium\.com|substack|potsandpans/i.test(href))).toEqual([]);
      }
      return screenOf(page, page.locator("#getting-there-figures li").first());
    }));
});

describe("5. a deputy in Vernon, Texas, Saturday at six", () => {
  it("a: a meeting tonight", () =>
    errand(saturdaySixInTexas, "5a a meeting tonight, 76384", async (walk, page) => {
      await searchNear(walk, "76384");
      await tap(walk, /^tonight/i);
      const seen = await readFirstScreen(page);
      expect(walk.taps).toBe(2);
      expect(seen).toContain("Eight O'Clock Group");
      expect(seen).not.toMatch(/Five O'Clock Group|Quarter Past Group/);
      return screenOf(page, rowOf(page, /Eight O'Clock Group/));
    }));

  it("b: by phone tonight", () =>
    errand(saturdaySixInTexas, "5b by phone tonight", async (walk, page) => {
      await tapNavigation(walk, /meetings/i);
      await search(walk, "by phone tonight");
      expect(await readFirstScreen(page)).toMatch(/312-555-0123.*850 1126 9892/);
      return screenOf(page, firstLine(page));
    }));

  it("c: somebody just out of jail, a bed", () =>
    errand(saturdaySixInTexas, "5c just out of jail, a bed, texas", async (walk, page) => {
      await search(walk, "just out of jail needs a bed texas");
      const seen = await readFirstScreen(page);
      expect(seen).toMatch(/Texas/);
      const own = (await rowsOf(page).first().innerText()).includes("Texas");
      if (!own) expect(seen).toMatch(/\b211\b/);
      return screenOf(page, rowsOf(page).first().getByRole("heading"));
    }));
});

describe("6. somebody who speaks Spanish", () => {
  it.each(["ayuda", "hablar con alguien"])("%s: lines that speak Spanish first, with what to press", (typed) =>
    errand(saturdaySixInTexas, `6 ${typed}`, async (walk, page) => {
      await search(walk, typed);
      const first = rowsOf(page).first();
      expect(await first.innerText()).toMatch(/spanish|español/i);
      expect(await first.innerText()).toMatch(/press \d|oprima|marque|pulse|AYUDA/i);
      expect(await first.innerText()).not.toMatch(forFew);
      return screenOf(page, firstLine(page));
    }),
  );

  it("reunión en español: meetings that speak Spanish", () =>
    errand(saturdaySixInTexas, "6 reunión en español", async (walk, page) => {
      await search(walk, "reunión en español");
      const meetings = page.getByRole("main").getByRole("link", { name: /\bmeetings\b|reuniones/i });
      expect(await screenOf(page, meetings)).toBe(1);
      await tap(walk, /\bmeetings\b|reuniones/i);
      const first = rowsOf(page).first();
      expect(await first.innerText()).toMatch(/Grupo/);
      return screenOf(page, first);
    }));
});
