// cspell:ignore recoverproject
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addEditor } from "../../src/editors/save.ts";
import { startSession } from "../../src/editors/sessions.ts";
import { findProgram } from "../../src/programs/find.ts";
import { en } from "../../src/words/en.ts";
import { axeFaults } from "../support/axe.ts";
import { addWithPassword, goodPassword } from "../support/desk.ts";
import { openVisit, phone, type Visit } from "../support/served.ts";
import { openTestSite } from "../support/site.ts";
import { holdTab } from "../support/tab.ts";

const { form, listing, clash } = en.deskListing;

/** A desk page may weigh this much over the line, with its style sheets and its icon. */
const maxWeight = 20 * 1024;

const site = openTestSite();
// Served on plain HTTP here, where browsers keep no Secure cookie.
site.settings.siteUrl = "http://127.0.0.1";
const { db } = site.data;

let visit: Visit;
beforeAll(async () => {
  visit = await openVisit({ site });
});
afterAll(() => visit.close());

/** The browser of an editor who is signed in, on a phone, without JavaScript. */
async function signedIn(name: string, options = {}): Promise<Page> {
  const page = await visit.visitor({ javaScriptEnabled: false, viewport: phone, ...options });
  const { id } = addEditor(db, name, "editor", new Date(site.now()).toISOString());
  await page.context().addCookies([{ name: "desk", value: startSession(db, id, site.now()), domain: "127.0.0.1", path: "/desk" }]);
  return page;
}

/** What is folded away, unfolded. */
const openAll = "for (const one of document.querySelectorAll('details')) one.open = true";

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).last().click();

describe("an editor without JavaScript", () => {
  it("signs in, edits at the same time as somebody else, settles it, undoes it, and closes the program", async () => {
    await addWithPassword(site, "Dana Whitehorse");
    const dana = await visit.visitor({ javaScriptEnabled: false });
    await dana.goto("/desk/programs");
    await dana.fill("#name", "Dana Whitehorse");
    await dana.fill("#password", goodPassword);
    await dana.getByRole("button", { name: en.desk.signIn.send }).click();
    await dana.fill("#q", "recover project");
    await press(dana, en.deskListing.find.search);
    await dana.getByRole("link", { name: "The RECOVER Project" }).click();
    await dana.getByRole("link", { name: listing.edit }).click();

    const ruth = await signedIn("Ruth");
    await ruth.goto("/desk/programs/recover-project/edit");
    await ruth.fill("#summary_en", "Ruth’s sentence.");
    await press(ruth, form.save);
    expect(await ruth.textContent("[role=status]")).toBe(en.deskListing.done.saved);

    await press(dana, form.add("contact"));
    const rows = findProgram(db, "recover-project")!.contacts.length;
    await dana.selectOption(`#contacts_${rows}_kind`, "call");
    await dana.fill(`#contacts_${rows}_value`, "555-0199");
    await dana.fill(`#contacts_${rows}_source`, "recoverproject.org/contact");
    await dana.fill("#summary_en", "Dana’s sentence.");
    await press(dana, form.save);
    expect(await dana.textContent(`#contacts_${rows}_value-fault`)).toContain("write a number as");
    await dana.fill(`#contacts_${rows}_value`, "(413) 555-0199");
    await press(dana, form.preview);
    expect(await dana.textContent("main")).toContain("413-555-0199");
    await press(dana, form.back);
    expect(await dana.inputValue("#summary_en")).toBe("Dana’s sentence.");
    await press(dana, form.save);

    expect(await dana.textContent("h1")).toBe(clash.title);
    await dana.getByRole("radio", { name: "Dana’s sentence." }).check();
    await press(dana, clash.save);
    expect(findProgram(db, "recover-project")).toMatchObject({ summary: { en: "Dana’s sentence." } });
    expect(findProgram(db, "recover-project")!.contacts.at(-1)!.value).toBe("+14135550199");

    await dana.getByRole("button", { name: listing.undo }).first().click();
    expect(findProgram(db, "recover-project")!.summary.en).toBe("Ruth’s sentence.");
    await press(dana, listing.close);
    await dana.getByRole("link", { name: listing.onSite }).click();
    expect(await dana.textContent("main")).toContain(en.program.closedNote);
  });
});

describe("the form of a listing", () => {
  it.each(["/desk/programs/988-lifeline/edit", "/desk/library/rhihub-mutual-support-page/edit"])(
    "%s, the biggest of its kind, weighs little and fits a phone",
    async (address) => {
      const page = await signedIn(`Weigher ${address.length}`);
      const sizes: Promise<number>[] = [];
      page.on("response", (response) =>
        sizes.push(
          response
            .request()
            .sizes()
            .then(({ responseBodySize }) => responseBodySize),
        ),
      );
      await page.goto(address);
      expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThan(maxWeight);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(phone.width);
    },
  );

  it("has no fault for axe, with all that is folded away", async () => {
    const page = await signedIn("Axe", { javaScriptEnabled: true });
    await page.goto("/desk/programs/recover-project/edit");
    await page.evaluate(openAll);
    expect(await axeFaults(page, ["phone, light", "wide, dark"])).toEqual([]);
  });

  it("is whole by keyboard: every field and button is reached in the order of the page", async () => {
    const page = await signedIn("Typist", { javaScriptEnabled: true });
    await page.goto("/desk/programs/recover-project/edit");
    await page.evaluate(openAll);
    const expected = await page.evaluate(
      `document.querySelectorAll(".listing-form :is(a, button, input:not([type=hidden]), select, textarea, summary)").length`,
    );
    await page.focus(".listing-form a");
    const others = Number(expected) - 1;
    expect(await holdTab(page, others)).toHaveLength(others);
    expect(await page.evaluate(`document.activeElement.matches(".form-end button[value=save]")`)).toBe(true);
  });
});

describe("pages in between", () => {
  it("have no fault for axe: faults, preview, two edits at once, an undo that must ask, a report", async () => {
    const page = await signedIn("Axel", { javaScriptEnabled: true });
    const edit = "/desk/programs/smart-recovery/edit";
    await page.goto(edit);
    const typed = await page.context().newPage();
    await typed.goto(edit);
    await typed.fill("#summary_en", "The first sentence.");
    await press(typed, form.save);
    await page.fill("#summary_en", "");
    await press(page, form.save);
    expect(await axeFaults(page, ["phone, light", "wide, dark"])).toEqual([]);
    await page.fill("#summary_en", "The second sentence.");
    await press(page, form.preview);
    expect(await axeFaults(page, ["phone, light", "wide, dark"])).toEqual([]);
    await press(page, form.save);
    expect(await page.textContent("h1")).toBe(clash.title);
    expect(await axeFaults(page, ["phone, light", "wide, dark"])).toEqual([]);
    await page.getByRole("radio", { name: "The second sentence." }).check();
    await press(page, clash.save);
    await page.getByRole("button", { name: listing.undo }).nth(1).click();
    expect(await page.textContent("main")).toContain(clash.undoing);
    expect(await axeFaults(page, ["phone, light", "wide, dark"])).toEqual([]);
  });
});
