import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { run, runScript } from "./support/process.ts";

const root = join(import.meta.dirname, "..");
const readJson = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8"));

/** Milliseconds: a build starts the server too. */
const enough = 180_000;

describe("npm run build", { timeout: enough }, () => {
  const clone = mkdtempSync(join(tmpdir(), "build-"));
  // Its packages are ours, and what Node keeps beside them would grow with each run.
  const settings = { NODE_COMPILE_CACHE: "" };
  beforeAll(() => {
    for (const name of ["package.json", "package-lock.json", ".npmrc", "node", "src", "public", "views", "data", "migrations"])
      cpSync(join(root, name), join(clone, name), { recursive: true, filter: (path) => !path.includes(".sqlite") });
    symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));
  });
  afterAll(() => rmSync(clone, { recursive: true }));

  it("is run by an operator's command where nothing was built yet, away from its output", async () => {
    const command = runScript("feeds", ["show", "nobody", "--json"], { ...settings, DATABASE: join(clone, "new.sqlite") }, clone);
    expect(await command.ended).toBe(1);
    expect(command.said()).toContain("Building Porchlight");
    expect(JSON.parse(command.printed())).toMatchObject({ feed: null, reports: [] });
    for (const name of ["server.js", "server-program.js.code", "cli.js", "places.txt", "public/manifest.json"])
      expect(existsSync(join(clone, "dist", name))).toBe(true);
  });

  it("builds again what has changed, or was not built to its end, and nothing else", async () => {
    const build = async () => {
      const command = runScript("build", [], settings, clone);
      expect(await command.ended).toBe(0);
      return command.said().includes("Building Porchlight");
    };
    await build();
    expect(await build()).toBe(false);
    appendFileSync(join(clone, "views/home.ejs"), " ");
    expect(await build()).toBe(true);
    expect(await build()).toBe(false);
    rmSync(join(clone, "dist/built-from.txt"));
    expect(await build()).toBe(true);
  });
});

describe("the code that is kept of the server", () => {
  const dist = mkdtempSync(join(tmpdir(), "kept-code-"));
  const [program, code] = ["dist/server-program.js", "dist/server-program.js.code"].map((name) => join(dist, name)) as [string, string];
  beforeAll(() => {
    for (const name of ["migrations", "views", "data"])
      cpSync(join(root, name), join(dist, name), { recursive: true, filter: (path) => !path.includes(".sqlite") });
    symlinkSync(join(root, "node_modules"), join(dist, "node_modules"));
  });
  beforeEach(() => cpSync(join(root, "dist"), join(dist, "dist"), { recursive: true }));
  afterAll(() => rmSync(dist, { recursive: true }));

  it.each<[string, () => void]>([
    ["is damaged", () => writeFileSync(code, readFileSync(code).fill(0xff, 5000, 90_000))],
    ["is cut short", () => truncateSync(code, 100_000)],
    ["is empty", () => truncateSync(code)],
    ["is of another program", () => appendFileSync(program, "\n//")],
    ["is not there", () => rmSync(code)],
  ])("is not believed where it %s", async (_, spoil) => {
    spoil();
    const settings = { PORT: "0", HOST: "127.0.0.1", DATABASE: join(dist, "site.sqlite") };
    const server = run(relative(root, join(dist, "dist/server.js")), [], settings);
    const address = await server.until(/open at (http:\S+)/);
    expect((await fetch(`${address}/programs`)).status).toBe(200);
    server.child.kill();
    expect(await server.ended).toBe(0);
  });
});

describe("the media types that the built server knows", () => {
  const ofExpress = createRequire(createRequire(import.meta.url).resolve("express"));
  const inExpress = createRequire(ofExpress.resolve("mime-types"));
  const known = readJson("src/web/media-types.json") as Record<string, { extensions?: string[] }>;

  it("are those of the list that Express would read", () => {
    const all = inExpress("mime-db");
    for (const [type, about] of Object.entries(known)) expect(about).toEqual(all[type]);
  });

  it("are the first choice for every file that is served", () => {
    const { addresses } = readJson("dist/public/manifest.json") as { addresses: string[] };
    const { lookup } = inExpress("./index.js");
    for (const address of [...addresses, "a.html", "a.txt"]) expect(Object.keys(known)).toContain(lookup(address));
  });
});

describe("the built files", () => {
  it("come with the license of each package in them", () => {
    const licenses = readFileSync(join(root, "dist/LICENSES.txt"), "utf8");
    for (const name of ["express", "zod", "pino", "libphonenumber-js"])
      expect(licenses).toMatch(new RegExp(`^${name} \\d\\S+ \\(MIT\\)\\n.`, "m"));
  });

  it("hold every icon of public/icons", () => {
    const sprite = readdirSync(join(root, "dist/public")).find((name) => /^icons\..*svg$/.test(name));
    const drawn = [...readFileSync(join(root, "dist/public", sprite!), "utf8").matchAll(/<symbol id="([^"]+)"[^>]*><[a-z]/g)].map(
      ([, id]) => `${id}.svg`,
    );
    expect(drawn.sort()).toEqual(
      readdirSync(join(root, "public/icons"))
        .filter((name) => name.endsWith(".svg"))
        .sort(),
    );
  });
});

describe("npm ci --omit=dev", () => {
  it("installs every package that src imports", () => {
    const installed = Object.keys(readJson("package.json").dependencies);
    const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    const imported = sources.flatMap((name) =>
      [...readFileSync(join(root, "src", name), "utf8").matchAll(/^(?:import .*|\} )from "(?!node:)(@[^/"]+\/[^/"]+|[^./"][^/"]*)/gm)].map(
        ([, package_]) => package_,
      ),
    );
    expect(imported).toContain("esbuild");
    expect(imported.filter((name) => !installed.includes(name!))).toEqual([]);
  });

  const toRun = Object.entries<Record<string, unknown>>(readJson("package-lock.json").packages).filter(
    ([path, { dev, devOptional, optional }]) => path && !dev && !devOptional && !optional,
  );

  it("installs at most 180 packages", () => {
    expect(toRun.length).toBeLessThan(180);
  });

  it("lets no package run anything, and none needs to: esbuild only checks that its own program is there", () => {
    expect(readFileSync(join(root, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
    expect(toRun.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual(["node_modules/esbuild"]);
  });
});
