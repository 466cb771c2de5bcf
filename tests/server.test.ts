import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { catalogFolder } from "../src/catalog/read.ts";
import { type Running, run } from "./support/process.ts";

let folder: string;
let running: Running[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "server-"));
  running = [];
});

afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill("SIGKILL");
    await ended;
  }
  rmSync(folder, { recursive: true });
});

function start(settings: Record<string, string> = {}): Running {
  const server = run("dist/server.js", [], { PORT: "0", HOST: "127.0.0.1", DATABASE: join(folder, "data/porchlight.sqlite"), ...settings });
  running.push(server);
  return server;
}

describe("the server", () => {
  it("fills the database, says what it did and where it is open, and answers there", async () => {
    const server = start();
    const address = await server.until(/open at (http:\S+)/);
    expect(server.said()).toMatch(/Catalog: \d+ added, 0 changed, 0 unchanged, 0 removed, 0 refused\./);
    await server.until(/Set CONTACT_EMAIL/);
    const response = await fetch(`${address}/programs/smart-recovery`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("SMART Recovery");
  });

  it("changes nothing when started again", async () => {
    const first = start();
    await first.until(/open at/);
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
    const second = start();
    await second.until(/open at/);
    expect(second.said()).toContain("Catalog: unchanged.");
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

  it.each([
    [{ PORT: "many" }, "PORT must be a number, such as 3000."],
    [{ PORT: " ", CONTACT_EMAIL: "me" }, "CONTACT_EMAIL must be an e-mail address"],
    [{ PORT: "70000" }, "PORT must be between 0 and 65535."],
    [{ SITE_URL: "porchlight" }, "SITE_URL must be a whole web address"],
    [{ CONTACT_EMAIL: "me" }, "CONTACT_EMAIL must be an e-mail address"],
    [{ HOST: "no-such-host.invalid" }, "HOST no-such-host.invalid is not an address of this machine."],
    [{ DATABASE: "/dev/null/place.sqlite" }, "Porchlight could not start: the database /dev/null/place.sqlite cannot be opened"],
    [{ DATABASE: tmpdir() }, "Set DATABASE to a file that this account may write."],
  ])("stops at %o with a sentence", async (settings, sentence) => {
    const server = start(settings);
    expect(await server.ended).toBe(1);
    expect(server.said()).toContain(sentence);
    expect(server.said()).not.toContain("    at ");
  });

  it("finishes a request under way when told to stop", async () => {
    const server = start();
    const port = Number(await server.until(/open at http:\S+:(\d+)/));
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk));
    socket.write("GET /about HTTP/1.1\r\nHost: localhost\r\n");
    await fetch(`http://127.0.0.1:${port}/healthz`);
    server.child.kill("SIGTERM");
    await server.until(/closing/);
    socket.write("\r\n");
    expect(await server.ended).toBe(0);
    expect(answer).toContain("HTTP/1.1 200 OK");
    expect(answer).toContain("</html>");
  });

  it("answers a request that is too long, and one that is none, with a clean 4xx", async () => {
    const server = start();
    const address = await server.until(/open at (http:\S+)/);
    expect((await fetch(`${address}/programs?q=${"x".repeat(140_000)}`)).status).toBe(431);
    const { port } = new URL(address);
    const socket = connect(Number(port), "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk));
    socket.write("HELLO\r\n\r\n");
    await once(socket, "close");
    expect(answer).toContain("HTTP/1.1 400 Bad Request");
  });

  it("writes no address, search word or IP into its log", async () => {
    const server = start({ LOG_LEVEL: "debug" });
    const address = await server.until(/open at (http:\S+)/);
    await fetch(`${address}/programs?q=secretword`);
    await fetch(`${address}/secretpath`);
    server.child.kill("SIGTERM");
    await server.ended;
    expect(server.said()).not.toMatch(/secret/);
  });

  it("shows what another process imported, without a restart", async () => {
    const database = join(folder, "shared.sqlite");
    const server = start({ DATABASE: database });
    const address = await server.until(/open at (http:\S+)/);
    const few = join(folder, "few");
    for (const noun of ["programs", "library"]) cpSync(join(catalogFolder, noun), join(few, noun), { recursive: true });
    rmSync(join(few, "programs", "smart-recovery.json"));
    const command = run("dist/cli.js", ["catalog", "import", few], { DATABASE: database });
    running.push(command);
    expect(await command.ended).toBe(0);
    await server.until(/New data was taken up/);
    expect(
      (await fetch(`${address}/programs.json?q=smart+recovery&exact=1`).then((answer) => answer.text())).includes('"smart-recovery"'),
    ).toBe(false);
    expect((await fetch(`${address}/programs/smart-recovery`)).status).toBe(404);
  });
});

describe("npm run catalog", () => {
  const catalog = (...args: string[]) => {
    const command = run("dist/cli.js", ["catalog", ...args], { DATABASE: join(folder, "cli.sqlite") });
    running.push(command);
    return command;
  };

  it("imports and ends with 0", async () => {
    const command = catalog("import");
    expect(await command.ended).toBe(0);
    expect(command.said()).toMatch(/Catalog: \d+ added/);
  });

  it("ends with 1 when the folder is not there, and says that nothing was changed", async () => {
    const command = catalog("import", join(folder, "nowhere"));
    expect(await command.ended).toBe(1);
    expect(command.said()).toContain("Nothing was changed");
  });

  it("ends with 2 and the usage when it is not understood", async () => {
    const command = catalog("export");
    expect(await command.ended).toBe(2);
    expect(command.said()).toContain("Usage:");
  });
});
