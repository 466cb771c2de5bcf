import { request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import request, { type Test } from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "../../../src/editors/password.ts";
import { savePassword } from "../../../src/editors/save.ts";
import { startSession } from "../../../src/editors/sessions.ts";
import { deskRoutes } from "../../../src/pages/desk/desk.ts";
import { editions } from "../../../src/site/edition.ts";
import { type AtDesk, addWithPassword, atDesk, cookieName, deskAddresses, encodeForm, goodPassword, signIn } from "../../support/desk.ts";
import { deskExamples } from "../../support/desk-examples.ts";
import { formsIn, type ShownForm } from "../../support/forms.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";

const minute = 60_000;
let now = Date.parse("2026-11-24T15:00:00Z");
const site = openTestSite(undefined, () => now);
const app = openTestApp(site);
const { urls } = editions[0];
const { db } = site.data;
const { editor: admin } = signIn(app, site, "admin", "Ada Lovelace");
const target = signIn(app, site, "editor", "Dana Whitehorse").editor;
const examples = deskExamples(target, site);
const posts = deskRoutes(site, editions[0]).filter(({ method }) => method === "post");
const pages = deskAddresses(site, examples);

beforeAll(async () => {
  savePassword(db, admin.id, await hashPassword(goodPassword));
});

/** The admin on a browser of its own: some forms sign out. */
const asAdmin = (): AtDesk => atDesk(app, admin, `${cookieName}=${startSession(db, admin.id, now)}`);

/** All that the desk keeps of people, but for what reading moves. */
const kept = () =>
  JSON.stringify([
    db.prepare("SELECT id, name, role, password, code_secret, removed_at FROM editors ORDER BY id").all(),
    db.prepare("SELECT editor, hash FROM editor_links ORDER BY editor").all(),
    db.prepare("SELECT count(*) FROM recovery_codes").get(),
  ]);

describe("a form that another site's page sends in an editor's name", () => {
  const senders: [string, Record<string, string>][] = [
    ["says that it is another site", { "Sec-Fetch-Site": "cross-site" }],
    ["says that it is a name beside this one", { "Sec-Fetch-Site": "same-site" }],
    ["has another Origin, on plain HTTP", { Host: "porch.lan:3000", Origin: "http://evil.example" }],
    ["keeps its Origin back", { Host: "porch.lan:3000", Origin: "null" }],
    ["says nothing", {}],
  ];

  it.each(posts)("is refused at $path", async ({ path }) => {
    const before = kept();
    const session = asAdmin();
    for (const [how, headers] of senders) {
      const answer = await request(app)
        .post(examples[path] ?? path)
        .set({ Cookie: session.cookie, ...headers })
        .type("application/x-www-form-urlencoded")
        .send(encodeForm({ act: "remove", name: "Eve", role: "admin", current: goodPassword, next: "tractor orbit velvet spoon" }));
      expect(answer.status, how).toBe(403);
      expect(answer.headers["set-cookie"], how).toBeUndefined();
    }
    expect(kept()).toBe(before);
    expect((await session.get(urls.desk)).status).toBe(200);
  });

  it("is taken from this site's own page on plain HTTP, by a name of the local network", async () => {
    const sent = request(app)
      .post(urls.deskEditors)
      .set({ Host: "porch.lan:3000", Origin: "http://porch.lan:3000", Cookie: asAdmin().cookie });
    const { status } = await sent.type("application/x-www-form-urlencoded").send("name=June&role=editor");
    expect(status).toBe(200);
  });

  it("changes nothing by GET", async () => {
    const before = kept();
    for (const { path } of posts) await asAdmin().get(`${examples[path] ?? path}?act=remove&name=Eve&role=admin`);
    expect(kept()).toBe(before);
  });
});

/** Every form that the desk shows an admin, and those before signing in. */
async function allForms(): Promise<{ form: ShownForm; isOpen: boolean }[]> {
  const found = new Map<string, { form: ShownForm; isOpen: boolean }>();
  for (const { address, role } of pages) {
    const { text } = await (role === "nobody" ? request(app).get(address) : asAdmin().get(address));
    for (const form of formsIn(text)) found.set(form.action + Object.keys(form.fields), { form, isOpen: role === "nobody" });
  }
  return [...found.values()];
}

const script = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;
const attacks = [
  `javascript:alert(1)//${script}<%= 7*7 %>{{7*7}}`,
  "'; DROP TABLE editors; --",
  "' OR '1'='1",
  '" OR ""="',
  "\u0000\u202E\uFEFF\uD800",
  "=HYPERLINK(1)%",
  "x".repeat(5000),
];

/** Of fields that are the same for each row of a form, those of one row: `note.farm-aid`. */
function attackedIn({ fields, buttons }: ShownForm): string[] {
  const names = [...new Set([...Object.keys(fields), ...buttons.map(({ name }) => name)])];
  const kindOf = (name: string) => name.split(".")[0];
  return names.filter((name, at) => names.findIndex((other) => kindOf(other) === kindOf(name)) === at);
}

/**
 * What is typed into a form in turn: each attack into each field. A page of all that was wrong shows a large form again with every field,
 * so that each attack on one is typed into a quarter of its fields at once; a field that ends the request early keeps no other quarter from its own.
 */
function attacksOn(form: ShownForm): Record<string, string>[] {
  const names = attackedIn(form);
  const together = names.length < 20 ? names.map((name) => [name]) : [0, 1, 2, 3].map((nth) => names.filter((_, at) => at % 4 === nth));
  return attacks.flatMap((attack) => together.map((some) => Object.fromEntries(some.map((name) => [name, attack]))));
}

/** What a person would type beside the field that is attacked. */
const typed: Record<string, string> = {
  current: goodPassword,
  password: goodPassword,
  next: goodPassword,
  name: "Somebody",
  code: "000000",
};

/** As if each came a while after the one before, so that no limit keeps it from what it attacks. */
async function send({ form, isOpen }: { form: ShownForm; isOpen: boolean }, fields: Record<string, string>): Promise<Test> {
  now += 16 * minute;
  db.exec("DELETE FROM failed_sign_ins");
  const who = isOpen ? request(app).post(form.action) : request(app).post(form.action).set("Cookie", asAdmin().cookie);
  return who.set("Sec-Fetch-Site", "same-origin").type("application/x-www-form-urlencoded").send(encodeForm(fields));
}

describe("what somebody types", () => {
  it("is text in every field of every form, and no script, SQL or failure of ours", async () => {
    const forms = await allForms();
    expect(forms.length).toBeGreaterThan(6);
    const tables = db.prepare("SELECT count(*) FROM sqlite_master").pluck().get();
    for (const shown of forms) {
      const { form } = shown;
      const usual = Object.fromEntries(Object.entries(form.fields).map(([name, value]) => [name, value || (typed[name] ?? value)]));
      for (const attacked of attacksOn(form)) {
        const what = () => `${form.action} ${JSON.stringify(attacked).slice(0, 300)}`;
        const { status, text } = await send(shown, { ...usual, ...attacked });
        if (status >= 500 || text.includes("<script>alert") || text.includes("<img src=x") || /SQLITE|node_modules|at .*\.ts:/.test(text))
          expect.fail(`${what()}: ${status}`);
      }
    }
    expect(db.prepare("SELECT count(*) FROM sqlite_master").pluck().get()).toBe(tables);
    expect(db.prepare("SELECT count(*) FROM editors WHERE removed_at IS NULL AND name LIKE '%<%'").pluck().get()).toBe(0);
  }, 240_000);

  it("is text when it is shown again, on every page", async () => {
    for (const { address, role } of pages) {
      const { text } = await (role === "nobody" ? request(app).get(address) : asAdmin().get(address));
      expect(text, address).not.toMatch(/<script|<img src=x/);
    }
  });

  it("is text in addresses too", async () => {
    const query = new URLSearchParams({ to: script, token: script, changed: script, page: script, q: script });
    for (const { address } of pages) {
      const { text } = await asAdmin().get(`${address}?${query}`);
      expect(text, address).not.toMatch(/<script|<img src=x/);
    }
    const { text, status } = await request(app).get(`${urls.deskSignIn}?to[]=/desk/x&to[$ne]=1&token=a&token=b`);
    expect(status).toBe(200);
    expect(text).toContain('name="to" value="/desk"');
  });

  it("cannot be somebody else's name by its looks", async () => {
    await addWithPassword(site, "Joan");
    // cspell:disable-next-line
    for (const name of ["ＪＯＡＮ", "joan", " Joan ", "Jo\u200Ean"]) {
      const answer = await asAdmin().post(urls.deskEditors, { name, role: "admin" });
      expect(answer.status, name).toBe(422);
    }
  });
});

describe("a body that is no form of ours", () => {
  const sendTo = (path: string, body: string | Buffer, headers: Record<string, string>) =>
    request(app)
      .post(path)
      .set({ "Content-Type": "application/x-www-form-urlencoded", Cookie: asAdmin().cookie, "Sec-Fetch-Site": "same-origin", ...headers })
      .serialize((sent) => sent as unknown as string)
      .send(body);

  it.each([
    ["too large", "a".repeat(65 * 1024), {}, 413],
    ["of too many fields", "a=1&".repeat(600), {}, 413],
    ["JSON", '{"name":"Eve","role":"admin"}', { "Content-Type": "application/json" }, 415],
    ["text", "name=Eve&role=admin", { "Content-Type": "text/plain" }, 415],
    ["with a file", "--x--", { "Content-Type": "multipart/form-data; boundary=x" }, 415],
    ["compressed", gzipSync("name=Eve"), { "Content-Encoding": "gzip" }, 415],
  ])("is refused with a page of ours: %s", async (_what, body, headers, status) => {
    const before = kept();
    for (const path of [urls.deskSignIn, urls.deskEditors]) {
      const answer = await sendTo(path, body, headers);
      expect(answer.status, path).toBe(status);
      expect(answer.text, path).toContain('href="tel:911"');
      expect(answer.headers["cache-control"], path).toBe("no-store");
    }
    expect(kept()).toBe(before);
  });

  it("changes no method and no field of a prototype", async () => {
    const before = kept();
    await sendTo(`${urls.deskEditors}?_method=DELETE`, "__proto__[role]=admin&constructor[prototype][role]=admin", {
      "X-HTTP-Method-Override": "DELETE",
    });
    expect(Reflect.get({}, "role")).toBeUndefined();
    expect(kept()).toBe(before);
  });
});

describe("a body that never ends", () => {
  afterAll(() => app.closeAllConnections());

  it("is refused at its first bytes, by a server that goes on answering", async () => {
    await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
    const { port } = app.address() as AddressInfo;
    const headers = { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" };
    const statuses = [{ "Content-Length": "99999999999" }, { "Transfer-Encoding": "chunked" }].map(
      (length) =>
        new Promise<number>((resolve, reject) => {
          const asked = ask(
            { host: "127.0.0.1", port, path: urls.deskSignIn, method: "POST", headers: { ...headers, ...length } },
            (res) => {
              resolve(res.statusCode ?? 0);
              asked.destroy();
            },
          );
          asked.on("error", reject);
          for (let at = 0; at < 80; at += 1) asked.write("a".repeat(1024));
        }),
    );
    expect(await Promise.all(statuses)).toEqual([413, 413]);
    expect((await fetch(`http://127.0.0.1:${port}${urls.deskSignIn}`)).status).toBe(200);
  });
});
