import { TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeLink } from "../../src/editors/links.ts";
import { addEditor } from "../../src/editors/save.ts";
import { startSession } from "../../src/editors/sessions.ts";
import { en } from "../../src/words/en.ts";
import { axeFaults } from "../support/axe.ts";
import { addWithPassword, deskAddresses, goodPassword } from "../support/desk.ts";
import { deskExamples } from "../support/desk-examples.ts";
import { openVisit, phone, type Visit, wide } from "../support/served.ts";
import { openTestSite } from "../support/site.ts";
import { allStops } from "../support/tab.ts";

const { signIn: says, account, editors: editorsWords } = en.desk;
const minute = 60_000;

/** A desk page may weigh this much over the line, with its style sheets and its icon. */
const maxWeight = 20 * 1024;

let now = Date.parse("2026-11-24T15:00:00Z");
const site = openTestSite(undefined, () => now);
// Served on plain HTTP here, where browsers keep no Secure cookie.
site.settings.siteUrl = "http://127.0.0.1";

let visit: Visit;
let ada: string;
let dana: string;
beforeAll(async () => {
  visit = await openVisit({ site });
  ada = (await addWithPassword(site, "Ada Lovelace", "admin")).id;
  dana = (await addWithPassword(site, "Dana Whitehorse")).id;
});
afterAll(() => visit.close());

const pages = deskAddresses(site, deskExamples({ id: "DANA", name: "", role: "editor" }, site)).map(({ address, role }) => ({
  address,
  role,
}));
const addressOf = (address: string) => address.replace("DANA", dana);

/** A browser in which Ada is signed in. */
async function signedIn(options = {}): Promise<Page> {
  const page = await visit.visitor(options);
  const value = startSession(site.data.db, ada, now);
  await page.context().addCookies([{ name: "desk", value, domain: "127.0.0.1", path: "/desk" }]);
  return page;
}

/** The form of a new listing is that of one which is there, and the library's pages are those of programs; each takes hundreds of keys. */
const once = pages.filter(({ address }) => !address.endsWith("/new"));
const byKey = once.filter(({ address }) => !address.startsWith("/desk/library/"));

describe("the pages of the desk", () => {
  let page: Page;
  beforeAll(async () => {
    page = await signedIn();
  });
  /** Signed in or not, as the page is for. */
  async function open({ address, role }: (typeof pages)[number]): Promise<void> {
    if (role === "nobody") await page.context().clearCookies();
    else {
      const value = startSession(site.data.db, ada, now);
      await page.context().addCookies([{ name: "desk", value, domain: "127.0.0.1", path: "/desk" }]);
    }
    await page.goto(addressOf(address));
  }

  it.each(once)("axe finds no fault with $address", async (shown) => {
    await open(shown);
    // Its style sheets are those of public pages, which are seen in every dress.
    expect(await axeFaults(page, ["phone, light", "wide, dark"])).toEqual([]);
  });

  it.each(pages)("$address weighs little, and nothing in it is wider than a phone", async (shown) => {
    await page.setViewportSize(phone);
    const sizes: Promise<number>[] = [];
    page.on("response", (response) =>
      sizes.push(
        response
          .request()
          .sizes()
          .then(({ responseBodySize }) => responseBodySize),
      ),
    );
    await page.context().route("**/*", (route) => route.continue());
    await open(shown);
    const weight = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    page.removeAllListeners("response");
    expect(weight).toBeGreaterThan(1000);
    expect(weight).toBeLessThan(maxWeight);
    expect(await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
  });

  it.each(byKey)("$address is whole by keyboard: every link, field and button in turn, each in sight", async (shown) => {
    await page.setViewportSize(wide);
    await open(shown);
    // What is folded away is no stop until it is unfolded.
    await page.locator("details").evaluateAll((all) => {
      for (const details of all) details.setAttribute("open", "");
    });
    const places = await page.locator("a[href], button, input:not([type=hidden], [hidden] *), select, textarea, summary").count();
    // Of radio buttons of one name one is a stop.
    const radios = await page
      .locator("[type=radio]")
      .evaluateAll((all) => all.length - new Set(all.map((one) => one.getAttribute("name"))).size);
    const stops = await allStops(page, places - radios);
    expect(stops.filter(({ hidden }) => hidden.length > 0)).toEqual([]);
    expect(stops.length).toBe(places - radios);
  });

  it("say what is wrong with a form on top and beside the field, without a fault of axe's", async () => {
    await open({ address: "/desk/editors", role: "admin" });
    await page.getByLabel(editorsWords.name).fill("<b>");
    await page.getByRole("button", { name: editorsWords.add, exact: true }).click();
    const error = page.getByRole("alert").getByRole("link");
    await error.click();
    expect(await page.getByLabel(editorsWords.name).evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
    expect(await page.getByLabel(editorsWords.name).inputValue()).toBe("<b>");
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe("without JavaScript", () => {
  it("somebody comes by a link, chooses a password, turns codes on, signs out, and in again with a code", async () => {
    const june = addEditor(site.data.db, "June Harper", "editor", new Date(now).toISOString());
    const page = await visit.visitor({ javaScriptEnabled: false });
    await page.goto(`/desk/link?token=${makeLink(site.data.db, june.id, now)}`);
    await page.getByLabel(en.desk.password.next).fill(goodPassword);
    await page.getByRole("button", { name: en.desk.link.send }).click();
    await page.getByText(says.changed).waitFor();
    await enter(page, "June Harper");
    await page.getByRole("link", { name: account.title }).click();
    await page.getByRole("link", { name: account.codes.setUp }).click();
    const secret = (await page.locator("code").innerText()).replaceAll(" ", "");
    const totp = new TOTP({ secret });
    await page.getByLabel(account.codes.code).fill(totp.generate({ timestamp: now }));
    await page.getByLabel(en.desk.password.current).fill(goodPassword);
    await page.getByRole("button", { name: account.codes.turnOn }).click();
    expect(await page.locator(".recovery-codes li").count()).toBe(10);
    await page.getByRole("link", { name: account.codes.done }).click();
    await page.getByRole("button", { name: en.desk.signOut, exact: true }).click();
    await enter(page, "June Harper");
    await page.getByText(says.failed).waitFor();
    now += minute;
    await enter(page, "June Harper", totp.generate({ timestamp: now }));
    await page.getByText(en.desk.welcome("June Harper")).waitFor();
    await page.getByRole("button", { name: en.desk.signOut, exact: true }).click();
    await page.waitForURL("**/desk/sign-in");
    await page.goBack();
    await page.reload();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(says.title);
  });

  it("an admin adds somebody, whose link opens in another browser", async () => {
    const page = await signedIn({ javaScriptEnabled: false });
    await page.goto("/desk/editors");
    await page.getByLabel(editorsWords.name).fill("Jane Harper");
    await page.getByLabel(en.desk.roles.editor).check();
    await page.getByRole("button", { name: editorsWords.add, exact: true }).click();
    const link = await page.locator(".one-time-link").innerText();
    const other = await visit.visitor({ javaScriptEnabled: false });
    await other.goto(new URL(link).pathname + new URL(link).search);
    expect(await other.getByRole("heading", { level: 1 }).innerText()).toBe(en.desk.link.title);
  });

  async function enter(page: Page, name: string, code = ""): Promise<void> {
    await page.getByLabel(says.name).fill(name);
    await page.getByLabel(says.password).fill(goodPassword);
    await page.getByLabel(says.code).fill(code);
    await page.getByRole("button", { name: says.send }).click();
  }
});
