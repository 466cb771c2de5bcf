import { readFileSync } from "node:fs";
import { TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editListing } from "../../src/catalog/edit-listing.ts";
import { versionOfSubject } from "../../src/changes/append.ts";
import { historyOf } from "../../src/changes/since.ts";
import { makeLink } from "../../src/editors/links.ts";
import { addEditor } from "../../src/editors/save.ts";
import { findProgram } from "../../src/programs/find.ts";
import type { Program } from "../../src/programs/program.ts";
import { findReport } from "../../src/reports/find.ts";
import { keepReport } from "../../src/reports/keep.ts";
import type { NewReport } from "../../src/reports/report.ts";
import { en } from "../../src/words/en.ts";
import { withChurch } from "../support/closed-church.ts";
import { goodPassword } from "../support/desk.ts";
import { openVisit, type Visit } from "../support/served.ts";
import { editCell } from "../support/sheets.ts";
import { openSiteOver } from "../support/site.ts";

/** A month at the desk, by hand and without JavaScript; the clock is handed in. Each step goes on from the one before. */

let now = Date.parse("2026-11-30T15:00Z");
const aDay = 86_400_000;
const site = openSiteOver(withChurch(), () => now);
// Served on plain HTTP here, where browsers keep no Secure cookie.
site.settings.siteUrl = "http://127.0.0.1";
const { db } = site.data;
const { desk, deskListing, deskWork } = en;

let visit: Visit;
let page: Page;
let totp: TOTP;
beforeAll(async () => {
  visit = await openVisit({ site });
  page = await visit.visitor({ javaScriptEnabled: false, acceptDownloads: true });
});
afterAll(() => visit.close());

// A long form has its button on top as well.
const press = (name: string) => page.getByRole("button", { name, exact: true }).last().click();
const follow = (name: string) => page.getByRole("link", { name, exact: true }).first().click();

async function signIn(code: string): Promise<void> {
  await page.goto("/desk");
  await page.getByLabel(desk.signIn.name).fill("Dana Whitehorse");
  await page.getByLabel(desk.signIn.password).fill(goodPassword);
  await page.getByLabel(desk.signIn.code).fill(code);
  await press(desk.signIn.send);
}

const listing = () => findProgram(db, "recover-project")!;
const contacts = () => listing().contacts;
const summary = () => listing().summary.en;

/** What a reader reports of that program; its reference. */
function report(said: Partial<NewReport>): string {
  const nothing = { field: "other", wrong: null, right: null, note: null };
  return keepReport(db, { list: "programs", subject: "recover-project", ...nothing, ...said }, null, now);
}

/** Opens a report from the list of what needs a person. */
async function openReport(reference: string, said: string): Promise<void> {
  await page.goto("/desk");
  await page.locator(`.queue a[href$="/${reference}"]`).click();
  expect(await page.locator("main").innerText()).toContain(said);
}

/** What another editor saves in the meantime. */
function editByAnother(fields: Partial<Program>): void {
  const other = addEditor(db, "Ruth", "editor", new Date(now).toISOString());
  editListing(db, site.data.vocabulary, {
    ...{ list: "programs", listing: { ...listing(), ...fields }, kind: "changed", isPublic: true, why: null },
    expected: versionOfSubject(db, "programs", "recover-project"),
    by: { role: "editor", account: other.id },
    at: new Date(now).toISOString(),
  });
}

describe("a month at the desk", () => {
  it("begins with a new editor, who chooses a password and turns codes on", async () => {
    const dana = addEditor(db, "Dana Whitehorse", "editor", new Date(now).toISOString());
    await page.goto(`/desk/link?token=${makeLink(db, dana.id, now)}`);
    await page.getByLabel(desk.password.next).fill(goodPassword);
    await press(desk.link.send);
    await signIn("");
    await follow(desk.account.title);
    await follow(desk.account.codes.setUp);
    totp = new TOTP({ secret: (await page.locator("code").innerText()).replaceAll(" ", "") });
    await page.getByLabel(desk.account.codes.code).fill(totp.generate({ timestamp: now }));
    await page.getByLabel(desk.password.current).fill(goodPassword);
    await press(desk.account.codes.turnOn);
    await follow(desk.account.codes.done);
    await press(desk.signOut);
  });

  it("signs in with a code, and sees what needs a person", async () => {
    now += 60_000;
    await signIn(totp.generate({ timestamp: now }));
    await page.getByText(deskWork.today.order).waitFor();
    expect(await page.locator("#due").innerText()).toMatch(/^Checks due: \d+$/);
  });

  it("answers a reader's report: accept with its source, change, decline", async () => {
    const call = contacts().findIndex(({ kind }) => kind === "call");
    const number = { field: `contacts[${call}].value`, wrong: contacts()[call]!.value, right: "413-555-0199" };
    const hours = { field: `contacts[${call}].hours`, wrong: null, right: "Weekdays, 9 to 5" };
    const [accepted, changed, declined] = [number, hours, { note: "I don't like it." }].map(report);

    await openReport(accepted!, "413-555-0199");
    await page.getByLabel(deskListing.report.reply).fill("Thank you, fixed.");
    await press(deskListing.report.accept);
    await page.locator(`#contacts_${call}_source`).fill("recover.example/contact");
    await press(deskListing.form.save);
    await page.getByRole("status").getByText(deskListing.done.answered).waitFor();
    expect(contacts()[call]!.value).toBe("+14135550199");

    await openReport(changed!, "Weekdays, 9 to 5");
    await press(deskListing.report.change);
    await page.locator(`#contacts_${call}`).getByText(deskListing.form.more).click();
    await page.locator(`#contacts_${call}_hours_words_en`).fill("Weekdays, 9 to 4");
    await press(deskListing.form.save);
    await page.getByRole("checkbox", { name: "I looked, and the source says" }).check();
    await press(deskListing.form.save);
    await page.getByRole("status").getByText(deskListing.done.answered).waitFor();
    expect(contacts()[call]!.hours!.words.en).toBe("Weekdays, 9 to 4");

    await openReport(declined!, "I don't like it.");
    await press(deskListing.report.decline);
    await page.getByRole("status").getByText(deskListing.done.answered).waitFor();

    const outcomes = [accepted, changed, declined].map((reference) => findReport(db, reference!)!.answer!.outcome);
    expect(outcomes).toEqual(["accepted", "changed", "declined"]);
    await page.goto(`/report/${accepted}`);
    expect(await page.locator("main").innerText()).toContain("Thank you, fixed.");
  });

  it("edits a listing that somebody else has changed meanwhile: theirs, mine, before, field by field", async () => {
    const before = summary();
    await page.goto("/desk/programs/recover-project/edit");
    editByAnother({ summary: { en: "The other editor's sentence." }, operator: "The other editor's office" });
    await page.locator("#summary_en").fill("My sentence.");
    await press(deskListing.form.save);

    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(deskListing.clash.title);
    const sides = page.locator(".sides");
    expect(await sides.count()).toBe(1);
    for (const said of ["The other editor's sentence.", "My sentence.", before]) expect(await sides.innerText()).toContain(said);
    await page.getByRole("radio", { name: "My sentence." }).check();
    await press(deskListing.clash.save);
    await page.getByRole("status").getByText(deskListing.done.saved).waitFor();
    expect(findProgram(db, "recover-project")).toMatchObject({
      summary: { en: "My sentence." },
      operator: "The other editor's office",
    });
  });

  it("undoes an edit as a new change", async () => {
    const changes = historyOf(db, "programs", "recover-project").length;
    await page.locator(".history li").first().getByRole("button").click();
    await page.getByRole("status").getByText(deskListing.done.saved).waitFor();
    expect(summary()).toBe("The other editor's sentence.");
    const history = historyOf(db, "programs", "recover-project");
    expect([history.length, history[0]!.kind]).toEqual([changes + 1, "undone"]);
  });

  it("checks ten listings, a press each, and readers see the day", async () => {
    const ids: string[] = [];
    for (let checked = 0; checked < 10; checked++) {
      await page.goto("/desk");
      await page.locator("section:has(#due) .queue a").first().click();
      ids.push(new URL(page.url()).pathname.split("/").at(-1)!);
      await page.getByLabel(deskWork.check.hows.phone).check();
      await press(deskWork.check.send);
      await page.getByRole("status").waitFor();
    }
    expect(new Set(ids).size).toBe(10);
    for (const id of ids) expect(findProgram(db, id)?.lastCheck).toMatchObject({ date: "2026-11-30", how: "phone" });
    await page.goto(`/programs/${ids[0]}`);
    expect(await page.content()).toContain("Checked 30 Nov 2026 by phone");
  });

  it("enters the results of three calls in one form", async () => {
    await page.goto("/desk");
    await follow(deskWork.calls.title);
    const rows = page.locator(".call-rows li");
    await rows.nth(0).getByLabel(deskWork.calls.results.right).check();
    await rows.nth(1).getByLabel(deskWork.calls.results["no answer"]).check();
    await rows.nth(2).getByLabel(deskWork.calls.results.changed).check();
    await press(deskWork.calls.save);
    // A row that says too little comes back, the others are saved.
    await page.locator(".field-error").getByText(deskWork.calls.faults.note).waitFor();
    const left = page.locator(".call-rows li", { has: page.locator(".field-error") });
    await left.getByLabel(deskWork.calls.note).fill("Now closes at four");
    await press(deskWork.calls.save);
    await page.getByRole("status").waitFor();
    await page.goto("/desk");
    expect(await page.locator("#calls").innerText()).toContain("2");
    expect(await page.content()).toContain("Now closes at four");
  });

  it("closes a church for a week, which comes back by itself", async () => {
    await follow(deskWork.closures.title);
    await page.getByLabel(deskWork.closures.find).fill("First Church Bigfork");
    await press(deskWork.closures.search);
    await page.getByRole("radio").first().check();
    await page.getByLabel(deskWork.closures.until).fill("2026-12-07");
    await page.getByLabel(deskWork.closures.words).fill("the church has no heating");
    await press(deskWork.closures.close);
    await page.getByText(deskWork.closures.closed).waitFor();
    await page.goto("/meetings?q=sunrise");
    expect(await page.content()).toContain("Closed until 7 Dec 2026: the church has no heating");
    now += 8 * aDay;
    await page.reload();
    expect(await page.content()).not.toContain("Closed until");
  });

  it("is signed out after a week away, and comes back with another code", async () => {
    await page.goto("/desk/spreadsheet");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(desk.signIn.title);
    await signIn(totp.generate({ timestamp: now }));
  });

  it("takes all programs out as a spreadsheet, changes a cell, and sends them back", async () => {
    await follow(deskWork.sheet.title);
    const downloading = page.waitForEvent("download");
    await follow(deskWork.sheet.download("programs"));
    const sheet = readFileSync(await (await downloading).path(), "utf8");
    const edited = editCell(sheet, "smart-recovery", "operator", "The office in Mentor, Ohio");
    await page.getByLabel(deskWork.sheet.file).setInputFiles({ name: "programs.csv", mimeType: "text/csv", buffer: Buffer.from(edited) });
    await press(deskWork.sheet.preview);
    expect(await page.locator("main").innerText()).toContain(deskWork.sheet.counts.changed(1));
    expect(findProgram(db, "smart-recovery")!.operator).not.toBe("The office in Mentor, Ohio");
    await press(deskWork.sheet.take(1));
    await page.getByText(deskWork.sheet.taken(1)).waitFor();
    await page.goto("/programs/smart-recovery");
    expect(await page.content()).toContain("The office in Mentor, Ohio");
  });

  it("draws the month's listings by chance", async () => {
    await page.goto("/desk/accuracy");
    await press(deskWork.accuracy.desk.draw(30, "Dec 2026"));
    expect(await page.locator(".call-rows li").count()).toBe(30);
    await page.goto("/about/accuracy");
    expect(await page.content()).toContain("Dec 2026: drawn, 0 of 30 called so far.");
  });

  it("signs out, and nothing of the desk is left in the browser", async () => {
    await page.goto("/desk");
    await press(desk.signOut);
    await page.waitForURL("**/desk/sign-in");
    await page.goBack();
    await page.reload();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(desk.signIn.title);
  });
});
