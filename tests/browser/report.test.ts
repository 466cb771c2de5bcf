import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReports, openSuggestions } from "../../src/reports/find.ts";
import { settleReport } from "../../src/reports/settle.ts";
import { axeFaults } from "../support/axe.ts";
import { openSiteWithMeetings } from "../support/meetings.ts";
import { openVisit, phone, type Visit, wide } from "../support/served.ts";

const clock = { now: Date.parse("2026-11-23T14:30:00Z") };
const site = openSiteWithMeetings();
site.now = () => clock.now;
site.data.db.exec("DELETE FROM reports");

let visit: Visit;
beforeAll(async () => {
  visit = await openVisit({ site });
});
afterAll(() => visit.close());

/** As long as somebody takes to fill in a form. */
const fillIn = () => {
  clock.now += 20_000;
};
const send = (page: Page) => page.getByRole("button", { name: "Send" }).click();

describe.each([
  { name: "a phone", viewport: phone },
  { name: "a wide screen", viewport: wide },
])("a reader without JavaScript, on $name", ({ viewport }) => {
  let page: Page;
  beforeAll(async () => {
    page = await visit.visitor({ viewport, javaScriptEnabled: false });
  });

  it("says that a number is wrong, gets three words, and reads later what came of it", async () => {
    await page.goto("/programs/montana-warm-line");
    await page.getByRole("link", { name: "Something wrong or missing?" }).first().click();
    await page.waitForLoadState();
    const right = page.getByLabel("The right number, if you know it");
    expect(await right.isVisible()).toBe(false);
    await page.getByRole("radio", { name: "The number doesn’t work Call 1-877-688-3377" }).check();
    await right.fill(`406-555-0${viewport.width}`);
    await page.getByLabel("What else should we know?").fill("I tried it twice.");
    fillIn();
    await send(page);
    const [, reference] = page.url().match(/\/report\/([a-z]+-[a-z]+-[a-z]+)$/)!;
    expect(await page.getByRole("main").innerText()).toContain(reference);
    expect(await page.getByRole("main").innerText()).toContain("Nobody has read it yet.");
    const report = openReports(site.data.db).find((one) => one.reference === reference);
    expect(report).toMatchObject({ field: "contacts[0].value", right: `406-555-0${viewport.width}`, note: "I tried it twice." });

    settleReport(site.data.db, reference!, {
      ...{ outcome: "accepted", reply: "We called, and you are right.", at: "2026-11-25T09:00:00.000Z" },
      by: { role: "editor", account: null },
    });
    await page.goto("/report");
    await page.getByLabel("Already sent it? Your three words").fill(reference!.replaceAll("-", " ").toUpperCase());
    await page.getByRole("button", { name: "Look it up" }).click();
    expect(page.url()).toContain(`/report/${reference}`);
    expect(await page.getByRole("main").innerText()).toContain("We called, and you are right.");
  });

  it("is led to each fault, and finds all that was typed", async () => {
    await page.goto("/report?about=programs/montana-warm-line");
    await page.getByRole("radio", { name: /^The hours are wrong/ }).check();
    await page.getByLabel("The right hours, if you know them").fill("Nine to five");
    await page.getByLabel("Your email, if you want us to write back").fill("ann at home");
    fillIn();
    await send(page);
    const email = page.getByLabel("Your email, if you want us to write back");
    await page.getByRole("link", { name: /^Write an email/ }).click();
    expect(await email.inputValue()).toBe("ann at home");
    expect(await email.getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByRole("radio", { name: /^The hours are wrong/ }).isChecked()).toBe(true);
    expect(await page.getByLabel("The right hours, if you know them").inputValue()).toBe("Nine to five");
    await email.fill("");
    await send(page);
    expect(page.url()).toMatch(/\/report\/[a-z]+-[a-z]+-[a-z]+$/);
  });

  it("suggests a list of meetings", async () => {
    await page.goto("/meetings?q=zzzzz");
    await page.getByRole("link", { name: "Suggest what is missing" }).click();
    await page.getByRole("radio", { name: "A list of meetings" }).check();
    await page.getByLabel("What is it called?").fill(`Libby meetings ${viewport.width}`);
    await page.getByLabel("What is it, and who is it for?").fill("All meetings in Libby.");
    await page.getByLabel("Its web address").fill("libby.example/meetings");
    fillIn();
    await send(page);
    expect(await page.getByRole("main").innerText()).toContain("Your idea of what is missing");
    expect(openSuggestions(site.data.db).map(({ name }) => name)).toContain(`Libby meetings ${viewport.width}`);
  });

  it("fills in a form by keyboard alone, and never meets the field for programs", async () => {
    await page.goto("/report");
    const seen: (string | null)[] = [];
    await page.locator("#note").focus();
    for (let at = 0; at < 4; at++) {
      seen.push(await page.locator(":focus").getAttribute("name"));
      await page.keyboard.press("Tab");
    }
    expect(seen).toEqual(["note", "email", null, null]);
    expect(await page.getByLabel("Leave this empty").boundingBox()).toMatchObject({ width: expect.any(Number) });
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  });
});

it("axe finds no fault with a form that came back", async () => {
  const page = await visit.visitor();
  await page.goto("/report?about=programs/montana-warm-line");
  await page.getByRole("radio", { name: /^The number/ }).check();
  await page.getByLabel("The right number, if you know it").fill("no");
  fillIn();
  await send(page);
  expect(await page.locator(".fault").count()).toBe(1);
  expect(await axeFaults(page)).toEqual([]);
});
