import { once } from "node:events";
import { createServer, request } from "node:http";
import { gzipSync } from "node:zlib";
import express, { type ErrorRequestHandler } from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statusOf } from "../../src/web/errors.ts";
import { exactField, type FormLimits, field, fieldNames, fields, fileField, readForm, textField } from "../../src/web/form.ts";
import { fieldAttacks } from "../support/attacks.ts";
import { type Listening, listen } from "../support/listen.ts";

/** A small app that says what it has read. */
const say: ErrorRequestHandler = (error, _req, res, _next) => void res.status(statusOf(error)).json({ refused: true });
const app = express();
for (const [path, limits] of Object.entries<FormLimits>({ "/form": {}, "/file": { takesFile: true, maxBytes: 1024 * 1024 } })) {
  app.post(path, readForm(limits), async (req, res) => {
    const file = fileField(req, "file");
    const [line, text, exact] = [field(req, "a", 20), textField(req, "a"), exactField(req, "a")];
    res.json({ line, text, exact, all: fields(req, "a"), names: fieldNames(req), file: file && (await file.text()) });
  });
}
app.use(say);

let server: Listening;
beforeAll(async () => {
  server = await listen(createServer(app));
});
afterAll(() => server.close());

const urlencoded = "application/x-www-form-urlencoded";
const send = (body: string | Uint8Array<ArrayBuffer>, type = urlencoded, path = "/form", headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { method: "POST", body, headers: { "Content-Type": type, ...headers } });
const read = async (body: string) => (await send(body)).json();

describe("a form", () => {
  it("gives a line trimmed, without control and bidirectional characters, and cut", async () => {
    const typed = " \u202Eab\u0000c\u0007\u2066d\r\ne\u00A0f\uFEFF ";
    expect(await read(new URLSearchParams({ a: typed }).toString())).toMatchObject({ line: "abcd e f", exact: typed });
    expect(await read(`a=${"x".repeat(30)}`)).toMatchObject({ line: "x".repeat(20), exact: "x".repeat(30) });
  });

  it("gives text with its line breaks", async () => {
    expect(await read("a=one%0D%0A2%0D%0A%0D%0A3%00%0D%0A")).toMatchObject({ text: "one\n2\n\n3" });
  });

  it("gives each box that was ticked, and letters composed as they are stored", async () => {
    expect(await read("a=1&b=2&a=e%CC%81")).toMatchObject({ all: ["1", "é"], names: ["a", "b"] });
  });

  it.each(["", "a", "a=", "=&=&", "%", "a=%E0%A4%A", "a=%00", "&&&", "a[b][c]=1", "__proto__=1&constructor=2&a[__proto__][x]=1"])(
    "is read whatever it holds: %j",
    async (body) => {
      const answer = await send(body);
      expect(answer.status).toBe(200);
      expect(Reflect.get({}, "x")).toBeUndefined();
    },
  );

  it("names are names: no object, no list, nothing of a prototype", async () => {
    expect(await read("a[b]=1&__proto__=2&toString=3")).toMatchObject({ line: "", names: ["a[b]", "__proto__", "toString"] });
  });

  it.each([
    ["too many bytes", "a".repeat(64 * 1024 + 1), urlencoded, {}, 413],
    ["too many fields", "&".repeat(500), urlencoded, {}, 413],
    ["JSON", '{"a":1}', "application/json", {}, 415],
    ["text", "a=1", "text/plain", {}, 415],
    ["a file where none is taken", "--x--", "multipart/form-data; boundary=x", {}, 415],
    ["compressed bytes", gzipSync("a=1"), urlencoded, { "Content-Encoding": "gzip" }, 415],
  ])("is refused where it is %s", async (_what, body, type, headers, status) => {
    const answer = await send(typeof body === "string" ? body : new Uint8Array(body), type, "/form", headers);
    expect(answer.status).toBe(status);
  });

  it("is refused while it is still being sent, when it says no length", async () => {
    const asked = request({ host: "127.0.0.1", port: server.port, path: "/form", method: "POST", headers: { "Content-Type": urlencoded } });
    asked.on("error", () => {});
    asked.write("a".repeat(40_000));
    asked.write("a".repeat(40_000));
    const [answer] = await once(asked, "response");
    expect(answer.statusCode).toBe(413);
    asked.destroy();
  });
});

describe("a form with a file", () => {
  const withFile = (parts: Record<string, string | Blob>) => {
    const form = new FormData();
    for (const [name, part] of Object.entries(parts)) form.set(name, part as Blob);
    return fetch(`http://127.0.0.1:${server.port}/file`, { method: "POST", body: form });
  };

  it("gives the file and the fields beside it", async () => {
    const answer = await withFile({ a: "beside", file: new File(["id,name\n1,Ann"], "list.csv") });
    expect(await answer.json()).toMatchObject({ line: "beside", file: "id,name\n1,Ann" });
  });

  it("gives none where none was chosen", async () => {
    expect(await (await withFile({ file: new File([], "") })).json()).toMatchObject({ file: null });
  });

  it("is read in time that grows with its length, whatever is typed: of marks in a row thirty stay", async () => {
    const answer = await withFile({ a: `e${fieldAttacks["marks out of order"]!(200_000)}` });
    expect(await answer.json()).toMatchObject({ text: `ea${"\u0345".repeat(30)}` });
  });

  it("may come without one, as a plain form", async () => {
    expect(await (await send("a=1", urlencoded, "/file")).json()).toMatchObject({ line: "1", file: null });
  });

  it.each([
    ["broken", "--x\r\nContent-Disposition: form-data", "multipart/form-data; boundary=x", 400],
    ["without a boundary", "--x--", "multipart/form-data", 400],
    ["empty", "", "multipart/form-data; boundary=x", 400],
    ["too large", "a".repeat(1024 * 1024 + 1), "multipart/form-data; boundary=x", 413],
  ])("is refused where it is %s", async (_what, body, type, status) => {
    expect((await send(body, type, "/file")).status).toBe(status);
  });
});
