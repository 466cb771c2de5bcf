import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runScript } from "./support/process.ts";

const root = join(import.meta.dirname, "..");
const readJson = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8"));

describe("npm run build", () => {
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
    for (const name of ["server.js", "cli.js", "places.txt", "public/manifest.json"])
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
