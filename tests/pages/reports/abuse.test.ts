import { once } from "node:events";
import { Agent, request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import request from "supertest";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openReports, openSuggestions } from "../../../src/reports/find.ts";
import { maxNewADay } from "../../../src/reports/keep.ts";
import { encodeForm, type FormFields, sendForm } from "../../support/desk.ts";
import { hiddenFields, openReportingSite, readingTime } from "../../support/reports.ts";

const line = "/report?about=programs/montana-warm-line";
const closed = { field: "status" };
const day = 86_400_000;

const here = openReportingSite();
afterAll(() => here.app.close());
beforeEach(() => {
  here.startAnew();
  here.site.data.db.exec("DELETE FROM reports");
});
const kept = () => openReports(here.site.data.db).length + openSuggestions(here.site.data.db).length;
const send = (fields: FormFields, path = "/report") => sendForm(here.app, path, fields);
const open = async (path = line) => hiddenFields((await request(here.app).get(path)).text);

describe("a program that fills in forms", () => {
  it.each([line, "/suggest"])("is told by its speed at %s; a person who presses again is believed", async (path) => {
    const typed = { ...closed, kind: "program", name: "Circle", what: "A circle.", reach: "406-555-0199" };
    const to = path.split("?")[0]!;
    const hidden = await open(path);
    here.clock.now += 2999;
    const { status, text } = await send({ ...hidden, ...typed }, to);
    expect(status).toBe(422);
    expect(text).toContain("If you are a person, just press Send again.");
    expect(kept()).toBe(0);
    expect((await send({ ...hiddenFields(text), ...typed }, to)).status).toBe(303);
    expect(kept()).toBe(1);
  });

  it.each([line, "/suggest"])("is told by the field that nobody sees at %s", async (path) => {
    const answer = await here.report(path, {
      ...closed,
      kind: "program",
      name: "C",
      what: "C",
      reach: "C 123",
      extra: "https://x.example",
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("If you are a person, just press Send again.");
    expect(answer.text).toMatch(/name="extra" type="text" value=""/);
    expect(kept()).toBe(0);
  });

  it("cannot make a stamp of its own, nor take that of another form", async () => {
    const other = await open("/suggest");
    here.clock.now += readingTime;
    const about = "programs/montana-warm-line";
    for (const stamp of ["", "0", `${here.clock.now - day}.x`, other["stamp"]!]) {
      expect((await send({ about, ...closed, stamp, extra: "" })).status).toBe(422);
    }
    expect(kept()).toBe(0);
  });
});

describe("a form that was open for days", () => {
  it("comes back with all that was typed and is then taken at once", async () => {
    const hidden = await open();
    here.clock.now += day + 1;
    const typed = { field: "contacts[0].value", "right-0": "406-555-0123" };
    const { status, text } = await send({ ...hidden, ...typed });
    expect(status).toBe(422);
    expect(text).toContain("This form was open for a long time");
    expect(text).toContain('value="406-555-0123"');
    expect((await send({ ...hiddenFields(text), ...typed })).status).toBe(303);
  });

  it("is taken within a day", async () => {
    const hidden = await open();
    here.clock.now += day;
    expect((await send({ ...hidden, ...closed })).status).toBe(303);
  });
});

describe("one source", () => {
  it("is asked to wait after eight messages in ten minutes and thirty in a day, and loses nothing that it typed", async () => {
    const hidden = await open();
    here.clock.now += readingTime;
    const report = (at: number) => send({ ...hidden, field: "other", note: `Fault ${at}` });
    const statuses: number[] = [];
    for (let at = 0; at < 9; at++) statuses.push((await report(at)).status);
    expect(statuses).toEqual([...Array(8).fill(303), 429]);
    const refused = await report(9);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused.headers["cache-control"]).toBe("no-store");
    expect(refused.text).toContain("A lot has come from where you are today.");
    expect(refused.text).toContain("Fault 9</textarea>");
    expect((await send({ ...(await open("/suggest")), kind: "program" }, "/suggest")).status).toBe(422);
    let taken = 8;
    for (let at = 10; at < 60; at++) {
      here.clock.now += 5 * 60_000;
      // About several listings, since one alone has its own share.
      const about = `/report?about=programs/${["sos", "smart-recovery", "988-lifeline"][at % 3]}`;
      if ((await here.report(about, { field: "other", note: `Fault ${at}` })).status === 303) taken++;
    }
    expect(taken).toBe(30);
  });

  it("is no other: whoever comes through the proxy of this machine from elsewhere is heard", async () => {
    const hidden = await open();
    here.clock.now += readingTime;
    const from = (address: string, at: number) =>
      send({ ...hidden, field: "other", note: `${address} ${at}` }).set("X-Forwarded-For", address);
    for (let at = 0; at < 9; at++) await from("192.0.2.1", at);
    expect((await from("192.0.2.1", 10)).status).toBe(429);
    expect((await from("192.0.2.2", 10)).status).toBe(303);
  });

  it("is not kept: no address is in the database", async () => {
    const answer = await here.report(line, { field: "other", note: "x" });
    expect(answer.status).toBe(303);
    const everything = here.site.data.db.serialize().toString("latin1");
    for (const address of ["127.0.0.1", "::1", "::ffff"]) expect(everything).not.toContain(address);
  });
});

describe("a database that takes nothing", () => {
  it.each(["reports", "suggestions"])("gives back all that was typed and says when to try again: %s", async (table) => {
    const said = vi.spyOn(console, "error").mockReturnValue();
    const full = `CREATE TRIGGER disk BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`;
    await here.changing(full, async () => {
      const typed = { kind: "program", name: "Circle", what: "Tea at noon.", reach: "406-555-0199" };
      const answer = table === "reports" ? await here.report(line, { field: "other", note: "Tea at noon." }) : await here.suggest(typed);
      expect(answer.status).toBe(503);
      expect(answer.headers["retry-after"]).toBe("300");
      expect(answer.text).toContain("Tea at noon.</textarea>");
      expect(answer.text).toContain("What you typed is still here");
    });
    expect(said.mock.calls).toEqual([["What a reader sent could not be kept: database or disk is full."]]);
    said.mockRestore();
    expect(kept()).toBe(0);
  });
});

describe("a flood", () => {
  it("of hundreds of messages from everywhere fills neither the disk nor the desk, and the site answers", async () => {
    const hidden = await open("/report");
    here.clock.now += readingTime;
    here.app.listen(0, "127.0.0.1");
    await once(here.app, "listening");
    const { port } = here.app.address() as AddressInfo;
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    const post = (at: number) =>
      new Promise<number>((resolve, reject) => {
        const body = encodeForm({ ...hidden, note: `${at} ${"spam ".repeat(200)}`, email: `a${at}@x.example` });
        const headers = {
          "Content-Type": "application/x-www-form-urlencoded",
          "Content-Length": body.length,
          "Sec-Fetch-Site": "same-origin",
          "X-Forwarded-For": `10.0.${at >> 8}.${at & 255}`,
        };
        ask({ host: "127.0.0.1", port, path: "/report", method: "POST", headers, agent }, (res) => {
          res.resume().once("end", () => resolve(res.statusCode ?? 0));
        })
          .once("error", reject)
          .end(body);
      });
    const before = here.site.data.db.serialize().length;
    const statuses = new Map<number, number>();
    for (let at = 0; at < 600; at += 300) {
      const batch = await Promise.all(Array.from({ length: 300 }, (_, one) => post(at + one)));
      for (const status of batch) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(statuses).toEqual(
      new Map([
        [303, maxNewADay],
        [429, 600 - maxNewADay],
      ]),
    );
    expect(kept()).toBe(maxNewADay);
    expect(here.site.data.db.serialize().length - before).toBeLessThan(1_000_000);
    expect((await request(here.app).get("/programs/988-lifeline")).status).toBe(200);
    agent.destroy();
  });
});

describe("another site's page", () => {
  it.each([
    [{ "Sec-Fetch-Site": "cross-site" }, 403],
    [{ "Sec-Fetch-Site": "same-site" }, 403],
    [{ "Sec-Fetch-Site": "none" }, 403],
    [{ Origin: "https://evil.example" }, 403],
    [{ Origin: "null" }, 403],
    [{}, 403],
    [{ "Sec-Fetch-Site": "same-origin" }, 303],
    [{ Origin: "http://county.lan:3000", Host: "county.lan:3000" }, 303],
  ])("with %o gets %i", async (headers, status) => {
    for (const path of ["/report", "/suggest"]) {
      const hidden = await open(path);
      here.clock.now += readingTime;
      const typed = { note: "x", kind: "program", name: "Circle", what: "A circle.", reach: "406-555-0199" };
      const answer = await request(here.app)
        .post(path)
        .set(headers)
        .type("form")
        .send(encodeForm({ ...hidden, ...typed }));
      expect(answer.status, path).toBe(status);
    }
  });
});

describe("what is no form of ours", () => {
  it.each([
    ["too large", "application/x-www-form-urlencoded", `note=${"x".repeat(60_000)}`, 413],
    ["of too many fields", "application/x-www-form-urlencoded", "a=1&".repeat(100), 413],
    ["JSON", "application/json", '{"note":"x"}', 415],
    ["with a file", "multipart/form-data; boundary=x", "--x--", 415],
    ["nothing", "application/x-www-form-urlencoded", "", 422],
    ["broken", "application/x-www-form-urlencoded", "%E0%A4%A=%&&&=&note=%ff%fe", 422],
    [
      "fields named as objects have them",
      "application/x-www-form-urlencoded",
      "__proto__[x]=1&constructor=2&field=__proto__&about=toString",
      422,
    ],
  ])("%s is refused", async (_, type, body, status) => {
    for (const path of ["/report", "/suggest"]) {
      const answer = await request(here.app).post(path).set({ "Sec-Fetch-Site": "same-origin", "Content-Type": type }).send(body);
      expect(answer.status, path).toBe(status);
      expect(answer.text).toContain("Porchlight");
    }
    expect(kept()).toBe(0);
  });

  it.each(["PUT", "DELETE", "PATCH"] as const)("%s is refused with what works", async (method) => {
    const { status, headers } = await request(here.app)[method.toLowerCase() as "put"]("/report");
    expect([status, headers["allow"]]).toEqual([405, "GET, HEAD, POST"]);
  });

  it("a POST to any other page is refused", async () => {
    for (const path of ["/", "/programs", "/report/amber-mesa-heron", "/privacy"])
      expect((await send(closed, path)).status, path).toBe(405);
  });
});

describe("script, SQL and bidirectional text in every field", () => {
  const nasty = [
    `"><script>alert(1)</script>`,
    `' onfocus=alert(1) autofocus x='`,
    `</textarea><img src=x onerror=alert(1)>`,
    `javascript:alert(1)`,
    `'); DROP TABLE reports; --`,
    "<%= it.words %> #{7*7} {{7*7}}",
    `\u202Egnp.exe\u0000\u0007`,
  ];
  const reflected = (html: string) => html.match(/<script>alert|<img src=x|' onfocus=|\u202E|\0|href="javascript/g);

  it.each(nasty)("%j is shown as text where a form comes back, and kept as text", async (text) => {
    const fields = { field: text, "right-0": text, "right-2": text, "right-3": text, note: text, email: text };
    for (const about of ["", "programs/montana-warm-line", text]) {
      const answer = await send({ about, stamp: text, extra: text, ...fields });
      expect(answer.status).toBe(422);
      expect(reflected(answer.text)).toBeNull();
    }
    const suggested = await send({ kind: text, name: text, what: text, reach: text, url: text, source: text, email: text }, "/suggest");
    expect(reflected(suggested.text)).toBeNull();
    expect(reflected((await request(here.app).get(`/report?about=${encodeURIComponent(text)}`)).text)).toBeNull();
    expect(reflected((await request(here.app).get(`/report/${encodeURIComponent(text)}`)).text)).toBeNull();

    here.clock.now += readingTime;
    expect((await here.report(line, { field: "other", note: text })).status).toBe(303);
    const [report] = openReports(here.site.data.db);
    expect(report!.note).toBe(text.replaceAll("\u0000", "").replaceAll("\u0007", "").replaceAll("\u202E", ""));
  });
});
