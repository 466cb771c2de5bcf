import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogFolder } from "../src/catalog/read.ts";
import { type Running, run } from "./support/process.ts";

let folder: string;
const running: Running[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "server-"));
});

afterAll(async () => {
  for (const { child, ended } of running) {
    child.kill("SIGKILL");
    await ended;
  }
  rmSync(folder, { recursive: true });
});

function start(settings: Record<string, string> = {}): Running {
  const server = run("dist/server.js", [], { PORT: "0", HOST: "127.0.0.1", DATABASE: join(folder, "new/porchlight.sqlite"), ...settings });
  running.push(server);
  return server;
}

describe("a server on a new machine", () => {
  let server: Running;
  let address: string;

  beforeAll(async () => {
    server = start();
    address = await server.until(/open at (http:\S+)/);
  });

  it("fills the database, says what it did and where it is open, and answers there", async () => {
    expect(server.said()).toMatch(/Catalog: \d+ added, 0 changed, 0 unchanged, 0 removed, 0 refused\./);
    const response = await fetch(`${address}/programs/smart-recovery`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("SMART Recovery");
  });

  it("loads what only signing in needs when somebody does, and Node has nothing to warn of", async () => {
    const body = new URLSearchParams({ name: "Nobody", password: "wrong", code: "", to: "" });
    const headers = { "Sec-Fetch-Site": "same-origin" };
    expect((await fetch(`${address}/desk/sign-in`, { method: "POST", headers, body })).status).toBe(422);
    expect(server.said()).not.toMatch(/warning/i);
  });

  it("answers a request that is too long, and one that is none, with a clean 4xx", async () => {
    expect((await fetch(`${address}/programs?q=${"x".repeat(140_000)}`)).status).toBe(431);
    const { answered } = say(address, "HELLO\r\n\r\n");
    expect(await answered).toContain("HTTP/1.1 400 Bad Request");
  });
});

describe("a server on a filled database", () => {
  it("changes nothing, finishes a request under way when told to stop, and logs no address, search word or IP", async () => {
    const database = join(folder, "again.sqlite");
    expect(await run("dist/cli.js", ["catalog", "index"], { DATABASE: database }).ended).toBe(0);
    const server = start({ DATABASE: database, LOG_LEVEL: "debug" });
    const address = await server.until(/open at (http:\S+)/);
    expect(server.said()).toContain("Catalog: unchanged.");
    await fetch(`${address}/programs?q=secretword`);
    await fetch(`${address}/secretpath`);
    const form = { method: "POST", headers: { "Sec-Fetch-Site": "same-origin", "X-Forwarded-For": "192.0.2.77" } };
    const note = new URLSearchParams({ note: "secretnote", email: "secret@example.org" });
    expect((await fetch(`${address}/report`, { ...form, body: note })).status).toBe(422);
    expect((await fetch(`${address}/report/secret-secret-secret`)).status).toBe(404);
    const { socket, answered } = say(address, "GET /about HTTP/1.1\r\nHost: localhost\r\n");
    await fetch(`${address}/healthz`);
    server.child.kill("SIGTERM");
    await server.until(/closing/);
    socket.write("\r\n");
    expect(await server.ended).toBe(0);
    const answer = await answered;
    expect(answer).toContain("HTTP/1.1 200 OK");
    expect(answer).toContain("</html>");
    expect(server.said()).not.toMatch(/secret|192\.0\.2/);
    expect(server.said().replace(/open at \S+/, "")).not.toContain("127.0.0.1");
  });
});

describe("a server beside another process", () => {
  it("shows what that imported, without a restart", async () => {
    const database = join(folder, "shared.sqlite");
    const server = start({ DATABASE: database });
    const address = await server.until(/open at (http:\S+)/);
    const few = join(folder, "few");
    for (const noun of ["programs", "library", "vocabulary.json"]) cpSync(join(catalogFolder, noun), join(few, noun), { recursive: true });
    rmSync(join(few, "programs", "smart-recovery.json"));
    expect(await run("dist/cli.js", ["catalog", "import", few], { DATABASE: database }).ended).toBe(0);
    await server.until(/New data is shown: programs/);
    const found = await fetch(`${address}/programs.json?q=smart+recovery&exact=1`).then((answer) => answer.text());
    expect(found).not.toContain('"id":"smart-recovery"');
    expect((await fetch(`${address}/programs/smart-recovery`)).status).toBe(404);
  });
});

describe("a server that cannot start", () => {
  it.each([
    ["a setting", { PORT: "many" }, "PORT must be a number, such as 3000."],
    ["a host", { HOST: "no-such-host.invalid" }, "HOST no-such-host.invalid is not an address of this machine."],
    [
      "a database",
      { DATABASE: "/dev/null/place.sqlite" },
      "Porchlight could not start: the database /dev/null/place.sqlite cannot be opened",
    ],
  ])("says so in one sentence: %s", async (_what, settings: Record<string, string>, sentence) => {
    const server = start(settings);
    expect(await server.ended).toBe(1);
    expect(server.said()).toContain(sentence);
    expect(server.said()).not.toContain("    at ");
  });

  it("says in one sentence that the port is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    const server = start({ PORT: String(port) });
    expect(await server.ended).toBe(1);
    expect(server.said()).toContain(`Port ${port} is taken by another program. Set PORT to a free one`);
    expect(server.said()).not.toContain("    at ");
    taken.close();
  });
});

/** Writes these bytes to a server; resolves to all it answers, when it hangs up. */
function say(address: string, bytes: string) {
  const socket = connect(Number(new URL(address).port), "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => (answer += chunk));
  socket.write(bytes);
  return { socket, answered: once(socket, "close").then(() => answer) };
}
