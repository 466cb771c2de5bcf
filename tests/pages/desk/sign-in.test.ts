import request from "supertest";
import { beforeEach, describe, expect, it } from "vitest";
import { makeLink } from "../../../src/editors/links.ts";
import { removeEditor, setRole } from "../../../src/editors/save.ts";
import { sessionsOf, startSession } from "../../../src/editors/sessions.ts";
import { en } from "../../../src/words/en.ts";
import { addWithPassword, atDesk, cookieIn, cookieName, goodPassword, sendForm } from "../../support/desk.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";

const says = en.desk.signIn;
const minute = 60_000;

let now = Date.parse("2026-11-24T15:00:00Z");
const site = openTestSite(undefined, () => now);
const app = openTestApp(site);

beforeEach(() => {
  now += 24 * 60 * minute;
  site.settings.siteUrl = "https://porchlight.example";
  site.data.db.exec("DELETE FROM editors; DELETE FROM failed_sign_ins");
});

/** Tries of other sources than all others, so that only the name counts. */
let sources = 0;
function elsewhere() {
  sources += 1;
  return `203.0.113.${sources % 256}`;
}
const trySignIn = (name: string, password: string, to = "") =>
  sendForm(app, "/desk/sign-in", { name, password, code: "", to }).set("X-Forwarded-For", elsewhere());

const textOf = (html: string) => html.replace(/value="[^"]*"/g, "");

describe("signing in", () => {
  it("begins a session with a cookie for the desk alone that no script reads, and leads on", async () => {
    await addWithPassword(site, "Dana");
    const answer = await trySignIn(" dana ", goodPassword, "/desk/account?a=b");
    expect(answer.status).toBe(303);
    expect(answer.headers["location"]).toBe("/desk/account?a=b");
    expect(answer.headers["set-cookie"]).toEqual([
      expect.stringMatching(/^__Secure-desk=[\w-]{43}; Path=\/desk; HttpOnly; SameSite=Strict; Secure$/),
    ]);
    const { text } = await request(app).get("/desk").set("Cookie", cookieIn(answer));
    expect(text).toContain("Hello, Dana.");
  });

  it("has a cookie without Secure on plain HTTP, where browsers would not keep one", async () => {
    site.settings.siteUrl = "http://porch.lan:3000";
    await addWithPassword(site, "Dana");
    const answer = await trySignIn("Dana", goodPassword);
    expect(String(answer.headers["set-cookie"])).toMatch(/^desk=[\w-]{43}; Path=\/desk; HttpOnly; SameSite=Strict$/);
    expect((await request(app).get("/desk").set("Cookie", cookieIn(answer))).status).toBe(200);
  });

  it("keeps a hash of the id alone, and of the password", async () => {
    await addWithPassword(site, "Dana");
    const id = cookieIn(await trySignIn("Dana", goodPassword)).split("=")[1]!;
    const file = site.data.db.serialize();
    expect(file.includes(id)).toBe(false);
    expect(file.includes(goodPassword)).toBe(false);
    expect(file.includes("$argon2id$v=19$m=19456,t=2,p=1$")).toBe(true);
  });

  it.each([
    ["//evil.example", "/desk"],
    ["https://evil.example/desk/", "/desk"],
    ["/\\evil.example/desk/", "/desk"],
    ["/desk/../programs", "/desk"],
    ["/desk/%2e%2e/programs", "/desk"],
    ["javascript:alert(1)", "/desk"],
    ["/desk-other", "/desk"],
    ["http://[", "/desk"],
    ["/desk/editors", "/desk/editors"],
  ])("leads on to the desk alone: asked for %s, to %s", async (to, location) => {
    await addWithPassword(site, "Dana");
    expect((await trySignIn("Dana", goodPassword, to)).headers["location"]).toBe(location);
  });

  it("takes the password as it was typed, to the last letter", async () => {
    const long = `${"barn moon kettle ".repeat(8)}z`;
    await addWithPassword(site, "Dana", "editor", ` ${long} `);
    expect((await trySignIn("Dana", long)).status).toBe(422);
    expect((await trySignIn("Dana", ` ${long.slice(0, -1)}y `)).status).toBe(422);
    expect((await trySignIn("Dana", ` ${long.toUpperCase()} `)).status).toBe(422);
    expect((await trySignIn("Dana", ` ${long} `)).status).toBe(303);
  });

  it("says the same for a wrong name, a wrong password, no password yet, and somebody removed", async () => {
    const dana = await addWithPassword(site, "Dana");
    const gone = await addWithPassword(site, "Gone");
    await addWithPassword(site, "Admin", "admin");
    removeEditor(site.data.db, gone.id, "2026-11-24T15:00:00.000Z");
    site.data.db.prepare("INSERT INTO editors (id, name, folded, role, added_at) VALUES ('n', 'New', 'new', 'editor', '')").run();
    makeLink(site.data.db, "n", now);
    const answers = [];
    for (const name of [dana.name, "Nobody", "Gone", "New"]) answers.push(await trySignIn(name, "not the password at all"));
    for (const { status, text } of answers) {
      expect(status).toBe(422);
      expect(text).toContain(says.failed);
      expect(textOf(text)).toBe(textOf(answers[0]!.text));
    }
  });
});

describe("somebody who guesses", () => {
  it.each(["Dana", "Nobody"])("waits longer and longer after five failures, in the same words: %s", async (name) => {
    await addWithPassword(site, "Dana");
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) statuses.push((await trySignIn(name, "wrong")).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    const answer = await trySignIn(name, "wrong");
    expect(answer.text).toContain(says.wait(60));
    expect(answer.headers["retry-after"]).toBe("60");
    now += minute;
    expect((await trySignIn(name, "wrong")).status).toBe(422);
    expect((await trySignIn(name, "wrong")).text).toContain(says.wait(120));
  });

  it("is not let in by the right password while the name waits", async () => {
    await addWithPassword(site, "Dana");
    for (let tries = 0; tries < 5; tries += 1) await trySignIn("Dana", "wrong");
    expect((await trySignIn("Dana", goodPassword)).status).toBe(429);
    now += minute;
    expect((await trySignIn("Dana", goodPassword)).status).toBe(303);
    expect((await trySignIn("Dana", "wrong")).status).toBe(422);
  });

  it("does not keep others waiting until a clock that was ahead would have come round", async () => {
    const dana = await addWithPassword(site, "Dana");
    for (let tries = 0; tries < 5; tries += 1) await trySignIn("Dana", "wrong");
    const token = makeLink(site.data.db, dana.id, now);
    now -= 24 * 60 * minute;
    expect((await request(app).get(`/desk/link?token=${token}`)).status).toBe(404);
    expect((await trySignIn("Dana", "wrong")).status).toBe(422);
    expect((await trySignIn("Dana", goodPassword)).status).toBe(429);
    now += minute * 2;
    expect((await trySignIn("Dana", goodPassword)).status).toBe(303);
  });

  it("cannot try many at once", async () => {
    await addWithPassword(site, "Dana");
    const answers = await Promise.all(Array.from({ length: 12 }, () => trySignIn("Dana", "wrong")));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5);
    expect((await trySignIn("Dana", goodPassword)).status).toBe(429);
  });

  it("is locked out after a hundred, until a new link is made", async () => {
    const dana = await addWithPassword(site, "Dana");
    await trySignIn("Dana", "wrong");
    site.data.db.prepare("UPDATE failed_sign_ins SET failures = 99").run();
    now += 15 * minute;
    expect((await trySignIn("Dana", "wrong")).status).toBe(422);
    now += 30 * 24 * 60 * minute;
    expect((await trySignIn("Dana", goodPassword)).status).toBe(429);
    const token = makeLink(site.data.db, dana.id, now);
    expect((await sendForm(app, "/desk/link", { token, password: `${goodPassword} two` })).status).toBe(303);
    expect((await trySignIn("Dana", `${goodPassword} two`)).status).toBe(303);
  });

  it("cannot have more than twenty tries looked at from one place, also at once and with other names", async () => {
    const tries = Array.from({ length: 40 }, (_, at) => `Name ${"ab".repeat(at + 1)}`);
    const answers = await Promise.all(tries.map((name) => sendForm(app, "/desk/sign-in", { name, password: "wrong" })));
    const looked = answers.filter(({ status }) => status === 422).length;
    expect(looked).toBeLessThanOrEqual(20);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(40 - looked);
  });

  it("has twenty tries from one place, whatever the names", async () => {
    const tryHere = (name: string) => sendForm(app, "/desk/sign-in", { name, password: "wrong" });
    const statuses = [];
    for (let tries = 0; tries < 21; tries += 1) statuses.push((await tryHere(`Name ${String.fromCharCode(65 + tries)}`)).status);
    expect(statuses.slice(0, 20).every((status) => status === 422)).toBe(true);
    expect(statuses[20]).toBe(429);
    now += 15 * minute;
    expect((await tryHere("Name")).status).toBe(422);
  });

  it("fills no disk with names", async () => {
    const { db } = site.data;
    const insert = db.prepare("INSERT INTO failed_sign_ins (hash, failures, failed_at) VALUES (?, 1, ?)");
    for (let at = 0; at < 5000; at += 1) insert.run(`h${at}`, new Date(now - at).toISOString());
    await trySignIn("One more", "wrong");
    expect(db.prepare("SELECT count(*) FROM failed_sign_ins").pluck().get()).toBe(5000);
  });
});

describe("a session", () => {
  const signedIn = async (name = "Dana") => {
    const editor = await addWithPassword(site, name);
    return atDesk(app, editor, cookieIn(await trySignIn(name, goodPassword)));
  };

  it("is a new one at each sign-in, whatever id the browser came with", async () => {
    await addWithPassword(site, "Dana");
    const planted = `${cookieName}=${"A".repeat(43)}`;
    const answer = await trySignIn("Dana", goodPassword).set("Cookie", planted);
    expect(cookieIn(answer)).not.toBe(planted);
    expect((await request(app).get("/desk").set("Cookie", planted)).status).toBe(303);
    const again = await trySignIn("Dana", goodPassword).set("Cookie", cookieIn(answer));
    expect((await request(app).get("/desk").set("Cookie", cookieIn(answer))).status).toBe(303);
    expect((await request(app).get("/desk").set("Cookie", cookieIn(again))).status).toBe(200);
  });

  it("ends after half an hour without a request", async () => {
    const dana = await signedIn();
    for (let times = 0; times < 3; times += 1) {
      now += 29 * minute;
      expect((await dana.get("/desk")).status).toBe(200);
    }
    now += 31 * minute;
    expect((await dana.get("/desk")).status).toBe(303);
  });

  it("ends after twelve hours, however busy", async () => {
    const dana = await signedIn();
    for (let passed = 0; passed < 12 * 60 - 20; passed += 20) {
      now += 20 * minute;
      expect((await dana.get("/desk")).status).toBe(200);
    }
    now += 20 * minute;
    expect((await dana.get("/desk")).status).toBe(303);
  });

  it("ends where it is from the future, before a clock that was ahead was set right, and never comes back", async () => {
    const dana = await signedIn();
    now -= 24 * 60 * minute;
    expect((await dana.get("/desk")).status).toBe(303);
    startSession(site.data.db, dana.editor.id, now);
    now += 24 * 60 * minute;
    expect((await dana.get("/desk")).status).toBe(303);
  });

  it("ends on the server when somebody signs out, so its cookie opens nothing again", async () => {
    const dana = await signedIn();
    const answer = await dana.post("/desk/sign-out");
    expect(answer.headers["location"]).toBe("/desk/sign-in");
    expect(String(answer.headers["set-cookie"])).toContain(`${cookieName}=; Max-Age=0; Path=/desk`);
    expect((await dana.get("/desk")).status).toBe(303);
  });

  it("ends when its editor is removed, and knows at once when their role changes", async () => {
    const dana = await signedIn();
    await addWithPassword(site, "Ada", "admin");
    expect((await dana.get("/desk/editors")).status).toBe(403);
    setRole(site.data.db, dana.editor.id, "admin");
    expect((await dana.get("/desk/editors")).status).toBe(200);
    removeEditor(site.data.db, dana.editor.id, "2026-11-24T15:00:00.000Z");
    expect((await dana.get("/desk")).status).toBe(303);
  });

  it("may be open on ten browsers: one more ends the oldest", async () => {
    const dana = await signedIn();
    for (let more = 0; more < 10; more += 1) {
      now += 1000;
      startSession(site.data.db, dana.editor.id, now);
    }
    expect((await dana.get("/desk")).status).toBe(303);
    expect(sessionsOf(site.data.db, dana.editor.id, now)).toHaveLength(10);
  });

  it("is nobody's when two cookies have its name: one of them was planted", async () => {
    const dana = await signedIn();
    const planted = `${cookieName}=${"A".repeat(43)}`;
    expect((await request(app).get("/desk").set("Cookie", `${planted}; ${dana.cookie}`)).status).toBe(303);
    expect((await request(app).get("/desk").set("Cookie", `other=1; ${dana.cookie}; x=y`)).status).toBe(200);
  });
});
