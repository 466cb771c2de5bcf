import { TOTP } from "otpauth";
import request from "supertest";
import { beforeEach, describe, expect, it } from "vitest";
import type { Role } from "../../../src/editors/editor.ts";
import { startSession } from "../../../src/editors/sessions.ts";
import { en } from "../../../src/words/en.ts";
import { type AtDesk, addWithPassword, atDesk, cookieIn, cookieName, goodPassword, sendForm } from "../../support/desk.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";

const { account, password: passwordWords, signIn: says } = en.desk;
const minute = 60_000;

let now = Date.parse("2026-11-24T15:00:00Z");
const site = openTestSite(undefined, () => now);
const app = openTestApp(site);

beforeEach(() => {
  now += 24 * 60 * minute;
  site.data.db.exec("DELETE FROM editors; DELETE FROM failed_sign_ins");
});

async function signedIn(name = "Dana", role: Role = "editor"): Promise<AtDesk> {
  const editor = await addWithPassword(site, name, role);
  return atDesk(app, editor, `${cookieName}=${startSession(site.data.db, editor.id, now)}`);
}

/** Another browser of the same person. */
const elsewhere = ({ editor }: AtDesk) => atDesk(app, editor, `${cookieName}=${startSession(site.data.db, editor.id, now)}`);

const trySignIn = (password: string, code = "", name = "Dana") => sendForm(app, "/desk/sign-in", { name, password, code });
const codeNow = (secret: string, at = now) => new TOTP({ secret }).generate({ timestamp: at });

/** Turns codes on as a person does: reads the key off the page, types the code. */
async function turnCodesOn(dana: AtDesk) {
  const [, shown = ""] = (await dana.get("/desk/account/codes")).text.match(/<code>([A-Z2-7 ]+)<\/code>/) ?? [];
  const secret = shown.replaceAll(" ", "");
  const answer = await dana.post("/desk/account/codes", { current: goodPassword, code: codeNow(secret) });
  const recovery = [...answer.text.matchAll(/<code>([\w-]+)<\/code>/g)].map(([, code]) => code!);
  return { secret, recovery, answer, dana: atDesk(app, dana.editor, cookieIn(answer)) };
}

describe("changing a password", () => {
  const next = "tractor orbit velvet spoon";

  it("asks for the one before, ends every session, and the new one works", async () => {
    const dana = await signedIn();
    const other = elsewhere(dana);
    const answer = await dana.post("/desk/account/password", { current: goodPassword, next });
    expect(answer.headers["location"]).toBe("/desk/sign-in?changed=1");
    expect([(await dana.get("/desk")).status, (await other.get("/desk")).status]).toEqual([303, 303]);
    expect((await trySignIn(goodPassword)).status).toBe(422);
    expect((await trySignIn(next)).status).toBe(303);
  });

  it.each([
    ["a wrong password", { current: "wrong", next }, passwordWords.wrong],
    ["a short one", { current: goodPassword, next: "short" }, passwordWords.faults("short", 15, 256)],
    ["one made of the account's name", { current: goodPassword, next: "Dana Dana Dana 2026" }, passwordWords.faults("guessable", 15, 256)],
  ])("refuses %s, says so beside the field and on top, and shows neither password", async (_what, fields, sentence) => {
    const dana = await signedIn();
    const { status, text } = await dana.post("/desk/account/password", fields);
    expect(status).toBe(422);
    expect(text.split(sentence)).toHaveLength(3);
    expect(text).toContain('aria-invalid="true"');
    expect(text).not.toContain(`value="${fields.current}"`);
    expect(text).not.toContain(`value="${fields.next}"`);
    expect((await dana.get("/desk")).status).toBe(200);
  });

  it("is no way round the limit on guesses", async () => {
    const dana = await signedIn();
    for (let tries = 0; tries < 5; tries += 1) await dana.post("/desk/account/password", { current: "wrong", next });
    const { text } = await dana.post("/desk/account/password", { current: goodPassword, next });
    expect(text).toContain(says.wait(60));
  });
});

describe("codes from an app", () => {
  it("are asked for once they are on, each once", async () => {
    const { secret } = await turnCodesOn(await signedIn());
    expect((await trySignIn(goodPassword)).status).toBe(422);
    expect((await trySignIn(goodPassword, codeNow(secret))).status).toBe(422); // used to turn them on
    now += minute;
    const code = codeNow(secret);
    expect((await trySignIn("wrong", code)).status).toBe(422);
    expect((await trySignIn(goodPassword, `${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(303);
    expect((await trySignIn(goodPassword, code)).text).toContain(says.failed);
    now += 3 * minute;
    expect((await trySignIn(goodPassword, code)).status).toBe(422);
  });

  it("let one of two in who come with the same code at once", async () => {
    const { secret } = await turnCodesOn(await signedIn());
    now += minute;
    const both = await Promise.all([trySignIn(goodPassword, codeNow(secret)), trySignIn(goodPassword, codeNow(secret))]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  it("begin with a picture drawn here, a new session for this browser, and the end of all others", async () => {
    const before = await signedIn();
    const other = elsewhere(before);
    const page = await before.get("/desk/account/codes");
    expect(page.text).toMatch(/<svg class="qr-code"[^>]*><path d="M\d/);
    const { dana, recovery } = await turnCodesOn(before);
    expect([(await before.get("/desk")).status, (await other.get("/desk")).status]).toEqual([303, 303]);
    expect((await dana.get("/desk/account")).text).toContain(account.codes.on(10));
    expect(new Set(recovery).size).toBe(10);
    expect(recovery.every((code) => /^(?:[0-9a-z]{6}-){3}[0-9a-z]{6}$/.test(code))).toBe(true);
    for (const code of recovery) expect(site.data.db.serialize().includes(code.replaceAll("-", ""))).toBe(false);
  });

  it("are not turned on by a wrong code, or without the password", async () => {
    const dana = await signedIn();
    const page = await dana.get("/desk/account/codes");
    const secret = page.text.match(/<code>([A-Z2-7 ]+)<\/code>/)![1]!.replaceAll(" ", "");
    const wrong = await dana.post("/desk/account/codes", { current: goodPassword, code: "000000" });
    expect(wrong.text).toContain(account.codes.wrongCode);
    expect(wrong.text).toContain(secret.slice(0, 4)); // the same key again, which the app has by now
    expect((await dana.post("/desk/account/codes", { current: "wrong", code: codeNow(secret) })).status).toBe(422);
    expect((await trySignIn(goodPassword)).status).toBe(303);
  });

  it("keep their secret: no page shows it again once they are on", async () => {
    const { dana, secret } = await turnCodesOn(await signedIn());
    for (const path of ["/desk/account", "/desk/account/codes"]) {
      expect((await dana.get(path)).text.replaceAll(" ", "")).not.toContain(secret);
    }
    await dana.post("/desk/account/codes", { current: goodPassword, code: codeNow(secret) });
    now += minute;
    expect((await trySignIn(goodPassword, codeNow(secret))).status).toBe(303);
  });

  it("are turned off with the password and a code, and with them every recovery code", async () => {
    const { dana, recovery, secret } = await turnCodesOn(await signedIn());
    now += minute;
    const confirm = codeNow(secret);
    for (const given of [{ current: "wrong", confirm }, { current: goodPassword }, { current: goodPassword, confirm: "000000" }]) {
      const { status, text } = await dana.post("/desk/account/codes/off", given);
      expect(status).toBe(422);
      expect(text).toContain(passwordWords.wrongEither);
    }
    expect((await trySignIn(goodPassword)).status).toBe(422);
    const answer = await dana.post("/desk/account/codes/off", { current: goodPassword, confirm });
    expect(answer.headers["location"]).toBe("/desk/account");
    expect((await trySignIn(goodPassword)).status).toBe(303);
    await turnCodesOn(await signedIn("Other"));
    expect((await trySignIn(goodPassword, recovery[0], "Other")).status).toBe(422);
  });
});

describe("a recovery code", () => {
  it("opens the desk once, however it is typed", async () => {
    const { recovery, dana } = await turnCodesOn(await signedIn());
    const [first = "", second = ""] = recovery;
    expect((await trySignIn(goodPassword, first.toUpperCase().replaceAll("-", " "))).status).toBe(303);
    expect((await trySignIn(goodPassword, first)).status).toBe(422);
    expect((await trySignIn(goodPassword, second.replaceAll("0", "O").replaceAll("1", "l"))).status).toBe(303);
    expect((await dana.get("/desk/account")).text).toContain(account.codes.on(8));
  });

  it("works no more once there are new ones", async () => {
    const { recovery, dana } = await turnCodesOn(await signedIn());
    const answer = await dana.post("/desk/account/recovery-codes", { current: goodPassword, confirm: recovery[9]! });
    const [fresh = ""] = answer.text.match(/(?<=<code>)[\w-]+/) ?? [];
    expect((await trySignIn(goodPassword, recovery[0])).status).toBe(422);
    expect((await trySignIn(goodPassword, fresh)).status).toBe(303);
  });
});

describe("sessions", () => {
  it("are listed, and all end with the password", async () => {
    const dana = await signedIn();
    now += 5 * minute;
    const other = elsewhere(dana);
    const { text } = await dana.get("/desk/account");
    expect(text).toContain(en.desk.ago(5));
    expect(text.split(account.sessions.here)).toHaveLength(2);
    expect((await dana.post("/desk/account/sessions", { current: "wrong" })).status).toBe(422);
    expect((await other.get("/desk")).status).toBe(200);
    await dana.post("/desk/account/sessions", { current: goodPassword });
    expect([(await dana.get("/desk")).status, (await other.get("/desk")).status]).toEqual([303, 303]);
  });
});

describe("the editors' page", () => {
  const linkIn = (text: string) => text.match(/https:\/\/porchlight\.example(\/desk\/link\?token=[\w-]{43})/)?.[1] ?? "";
  const idOf = (text: string, name: string) => text.match(new RegExp(`/desk/editors/(\\w+)">${name}<`))?.[1] ?? "";

  it("adds somebody and shows their link once", async () => {
    const admin = await signedIn("Ada", "admin");
    const { text } = await admin.post("/desk/editors", { name: "June", role: "editor" });
    const link = linkIn(text);
    expect((await admin.get("/desk/editors")).text).not.toContain("token=");
    expect((await request(app).get(link)).text).toContain(en.desk.link.title);
    const token = link.split("=")[1]!;
    expect((await sendForm(app, "/desk/link", { token, password: "June June June 2026" })).status).toBe(422);
    expect((await sendForm(app, "/desk/link", { token, password: goodPassword })).headers["location"]).toBe("/desk/sign-in?changed=1");
    expect((await sendForm(app, "/desk/link", { token, password: goodPassword })).status).toBe(404);
    expect((await trySignIn(goodPassword, "", "June")).status).toBe(303);
  });

  it("makes a new link, which asks for codes as before and ends the sessions when it is used", async () => {
    const admin = await signedIn("Ada", "admin");
    const { dana, secret } = await turnCodesOn(await signedIn());
    const id = idOf((await admin.get("/desk/editors")).text, "Dana");
    const link = linkIn((await admin.post(`/desk/editors/${id}`, { act: "link" })).text);
    expect((await dana.get("/desk")).status).toBe(200);
    await sendForm(app, "/desk/link", { token: link.split("=")[1]!, password: "tractor orbit velvet spoon" });
    expect((await dana.get("/desk")).status).toBe(303);
    expect((await trySignIn("tractor orbit velvet spoon")).status).toBe(422);
    now += minute;
    expect((await trySignIn("tractor orbit velvet spoon", codeNow(secret))).status).toBe(303);
  });

  it("changes a role, ends sessions, removes; but leaves one admin", async () => {
    const admin = await signedIn("Ada", "admin");
    const dana = await signedIn();
    const list = (await admin.get("/desk/editors")).text;
    await admin.post(`/desk/editors/${idOf(list, "Dana")}`, { act: "end" });
    expect((await dana.get("/desk")).status).toBe(303);
    for (const act of ["remove", "role"]) {
      const { status, text } = await admin.post(`/desk/editors/${idOf(list, "Ada")}`, { act, role: "editor" });
      expect(status).toBe(422);
      expect(text).toContain(en.desk.editors.lastAdmin);
    }
    await admin.post(`/desk/editors/${idOf(list, "Dana")}`, { act: "role", role: "admin" });
    await admin.post(`/desk/editors/${idOf(list, "Ada")}`, { act: "remove" });
    expect((await admin.get("/desk")).status).toBe(303);
    expect((await trySignIn(goodPassword, "", "Ada")).status).toBe(422);
  });

  it.each([
    ["", en.desk.editors.nameFaults.form],
    ["Ada", en.desk.editors.nameFaults.taken],
    ["<script>alert(1)</script>", en.desk.editors.nameFaults.form],
    ["=HYPERLINK(1)", en.desk.editors.nameFaults.form],
  ])("refuses the name %j", async (name, sentence) => {
    const admin = await signedIn("Ada", "admin");
    const { status, text } = await admin.post("/desk/editors", { name, role: "editor" });
    expect(status).toBe(422);
    expect(text).toContain(sentence);
    expect(text).not.toContain("<script>");
  });

  it("refuses what it does not know to do", async () => {
    const admin = await signedIn("Ada", "admin");
    expect((await admin.post(`/desk/editors/${admin.editor.id}`, { act: "burn" })).status).toBe(422);
    expect((await admin.post("/desk/editors/nobody", { act: "link" })).status).toBe(404);
  });
});
