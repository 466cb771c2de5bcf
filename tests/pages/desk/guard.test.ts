import request, { type Response } from "supertest";
import { describe, expect, it } from "vitest";
import { deskRoutes } from "../../../src/pages/desk/desk.ts";
import { editions } from "../../../src/site/edition.ts";
import { deskAddresses, sendForm, signIn } from "../../support/desk.ts";
import { deskExamples } from "../../support/desk-examples.ts";
import { htmlFaults } from "../../support/html.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";

const site = openTestSite();
const app = openTestApp(site);
const admin = signIn(app, site, "admin", "Ada Lovelace");
const editor = signIn(app, site, "editor", "Dana Whitehorse");
const { urls } = editions[0];

const examples = deskExamples(editor.editor, site);
const table = deskRoutes(site, editions[0]).map((route) => ({ ...route, address: examples[route.path] ?? route.path }));
const guarded = table.filter(({ role }) => role !== "nobody");

const askSignedOut = (method: string, address: string) => (method === "get" ? request(app).get(address) : sendForm(app, address, {}));

/** What an address may answer to those whom it is for. */
const allowed = { get: [200], post: [200, 303, 404, 409, 422] };

function expectKeptOut({ status, headers, text }: Response) {
  expect(status).toBe(303);
  expect(headers["location"]).toMatch(/^\/desk\/sign-in(\?|$)/);
  expect(headers["cache-control"]).toBe("no-store");
  expect(text).not.toMatch(/Whitehorse|Lovelace/);
}

describe("every address of the desk", () => {
  it("has a role, and an example where it is made of an id", () => {
    expect(guarded.length).toBeGreaterThan(10);
    expect(table.filter(({ address }) => address.includes(":")).map(({ path }) => path)).toEqual([]);
    expect(table.filter(({ path }) => path !== urls.desk && !path.startsWith(`${urls.desk}/`))).toEqual([]);
  });

  it("lets nobody in but to sign in and to use a link", () => {
    expect(table.filter(({ role }) => role === "nobody").map(({ path }) => path)).toEqual([
      urls.deskSignIn,
      urls.deskSignIn,
      urls.deskLink,
      urls.deskLink,
    ]);
  });

  it.each(guarded)("$method $path is for $role: signed out it leads to sign-in", async ({ method, address }) => {
    expectKeptOut(await askSignedOut(method, address));
  });

  it.each(guarded)("$method $path is for $role: as editor and as admin", async ({ method, address, role }) => {
    const refused = role === "admin" ? 403 : null;
    for (const { who, expected } of [
      { who: editor, expected: refused },
      { who: admin, expected: null },
    ]) {
      // From a browser of its own, because some forms sign out. Without its fields: what it answers is its own, but no refusal of the guard.
      const again = signIn(app, site, who.editor.role, `Again ${letters()}`);
      const { status, headers } = await (method === "get" ? again.get(address) : again.post(address));
      expect(expected === null ? allowed[method] : [expected], who.editor.role).toContain(status);
      expect(headers["cache-control"]).toBe("no-store");
    }
  });

  it.each(["head", "put", "patch", "delete", "options"] as const)("%s tells nobody anything either", async (method) => {
    for (const { address } of guarded) {
      const { status } = await request(app)[method](address).set("Sec-Fetch-Site", "same-origin");
      expect(status, address).toBe(303);
    }
  });
});

/** Names that differ, of letters alone. */
let names = 0;
function letters(): string {
  names += 1;
  return String(names).replace(/\d/g, (digit) => "abcdefghij"[Number(digit)]!);
}

describe("an address that is not there", () => {
  // cspell:disable
  it.each([
    "/desk/no-such-page",
    "/desk/account/no-such-page",
    "/desk//account",
    "/desk/./account",
    "/desk/Account",
    "/desk/account/",
    "/desk;a=b",
    "/desk/account;a=b",
    "/desk/account%00",
    "/desk%2Faccount",
    "/desk/account%2F..%2Feditors",
    "/desk/..%2fdesk%2faccount",
    "/desk/\\account",
    "/DESK",
    "/DESK/ACCOUNT",
    "/Desk/account",
    "//desk",
    "//desk/account",
    "/%64esk/account",
    "/desk/%61ccount",
    "/desk/%E0%A4%A",
    "/programs/../desk/account",
    "/programs/..%2f..%2fdesk/account",
    "/desk?/account",
    "/desk/account?x=/desk/sign-in",
    "/desk/sign-in/../account",
    "/desk/sign-in%2F..%2Faccount",
    // cspell:enable
  ])("is no way round the guard: %s", async (path) => {
    const { status, text, headers } = await request(app)
      .get(path)
      .set({ "X-Original-URL": "/desk/account", "X-Rewrite-URL": "/desk/account" });
    expect([303, 400, 404]).toContain(status);
    expect(text).not.toMatch(/Whitehorse|Lovelace|name="next"/);
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("is said to be so to those who are signed in alone", async () => {
    expect((await request(app).get("/desk/no-such-page")).status).toBe(303);
    expect((await editor.get("/desk/no-such-page")).status).toBe(404);
    expect((await editor.get("/desk/account/")).status).toBe(404);
  });
});

describe("what the desk answers", () => {
  it("is never kept: a page an editor has just seen is not there for the next who asks", async () => {
    expect((await admin.get("/desk/editors")).text).toContain("Dana Whitehorse");
    expectKeptOut(await request(app).get("/desk/editors"));
    expect((await editor.get("/desk/editors")).status).toBe(403);
  });

  it("is compressed, and has a length", async () => {
    const { headers, text } = await admin.get("/desk/account").set("Accept-Encoding", "gzip");
    expect(headers["content-encoding"]).toBe("gzip");
    expect(headers["vary"]).toBe("Accept-Encoding");
    expect(text).toContain("</html>");
  });

  it.each(deskAddresses(site, examples))("at $address is valid HTML with the headers of the site", async ({ address, role }) => {
    const { text, headers } = await (role === "nobody" ? request(app).get(address) : admin.get(address));
    expect(await htmlFaults(text)).toEqual([]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(text).toContain('<meta name="robots" content="noindex">');
  });

  it("leads from its navigation to what somebody may use, and nowhere else", async () => {
    const [asEditor, asAdmin] = [await editor.get("/desk"), await admin.get("/desk")];
    expect(asEditor.text).not.toContain(`href="${urls.deskEditors}"`);
    expect(asAdmin.text).toContain(`href="${urls.deskEditors}"`);
    expect((await admin.get(urls.deskCodes)).text).toContain(`href="${urls.deskAccount}" aria-current="page"`);
  });
});

describe("the public pages", () => {
  it("set no cookie, name no desk, and are kept as ever, also for those who are signed in", async () => {
    for (const path of ["/", "/programs", "/meetings", "/about", "/sitemap.xml"]) {
      const answer = await editor.get(path);
      expect(answer.headers["set-cookie"], path).toBeUndefined();
      expect(answer.headers["cache-control"], path).toMatch(/max-age=(60|300)/);
      expect(answer.text, path).not.toContain(urls.desk);
    }
  });

  it("say in robots.txt that the desk is not for crawlers", async () => {
    expect((await request(app).get("/robots.txt")).text).toContain("\nDisallow: /desk\n");
  });
});
