import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { browserslistToTargets, bundle, Features } from "lightningcss";
import { buildPrograms } from "./build-programs.ts";
import { catalogFolder } from "./catalog/read.ts";
import { keepCode } from "./keep-code.ts";
import { placesFile } from "./places/fill.ts";
import { placesFrom } from "./places/geonames.ts";
import { root } from "./root.ts";
import { keepCatalog, readCatalog } from "./site/catalog.ts";

/**
 * The implementation of `npm run build`. Into dist/ it writes public/ with hashed names and brotli copies, the ZIP codes, the validated
 * catalog, the server and the command line in one file each, and the server's compiled code. Does nothing if all of that was built from the
 * same sources.
 */

const dist = new URL("dist/", root);
const assets = new URL("public/", dist);
/** Written last, as a record of what a complete build was made from. */
const builtFrom = new URL("built-from.txt", dist);

/** Files whose addresses must not change. */
const fixedNames = ["favicon.svg", "site.webmanifest"];

/**
 * Writes the assets that pages link to, and the manifest with their addresses. Cached pages and indexes of another `version` are not used.
 * Throws lightningcss's error for a broken style sheet.
 */
function buildAssets(version: string): void {
  mkdirSync(assets, { recursive: true });
  const files: Record<string, string> = {};
  for (const [name, body] of [
    ["site.css", styleSheet("site.css")],
    ["reading.css", styleSheet("reading.css")],
    ["form.css", styleSheet("form.css")],
    ["desk.css", styleSheet("desk.css")],
    ["icons.svg", iconSprite()],
    ["suggest.js", readFileSync(new URL("public/suggest.js", root))],
    ["print.js", readFileSync(new URL("public/print.js", root))],
  ] as const) {
    const [stem, extension] = name.split(".");
    const hashed = `${stem}.${hash(body)}.${extension}`;
    writeAsset(hashed, body);
    files[name] = `/assets/${hashed}`;
  }
  for (const name of fixedNames) {
    writeAsset(name, readFileSync(new URL(`public/${name}`, root)));
    files[name] = `/${name}`;
  }
  const manifest = { build: version, files, addresses: Object.values(files) };
  writeFileSync(new URL("manifest.json", assets), JSON.stringify(manifest));
}

/** Writes the ZIP codes that the database is filled from. data/places/README.md gives their sources. */
function buildPlaces(): void {
  const lines = ["US.txt", "territories.txt"].map((name) => readFileSync(new URL(`data/places/${name}`, root), "utf8"));
  writeFileSync(placesFile, placesFrom(lines.join("\n")));
}

function styleSheet(name: string): Buffer {
  const targets = browserslistToTargets(["chrome 99", "safari 15.4", "ios_saf 15.4", "firefox 97", "samsung 18"]);
  const filename = fileURLToPath(new URL(`public/css/${name}`, root));
  // light-dark() is never used, yet lightningcss would add its fallback beside each `color-scheme`.
  return Buffer.from(bundle({ filename, minify: true, targets, exclude: Features.LightDark }).code);
}

/** Returns one file with every icon of public/icons, each as a symbol named after its file. */
function iconSprite(): Buffer {
  const folder = new URL("public/icons/", root);
  const names = readdirSync(folder).filter((file) => file.endsWith(".svg"));
  const symbols = names.sort().map((name) => {
    const svg = readFileSync(new URL(name, folder), "utf8");
    // eslint-disable-next-line regexp/no-super-linear-move -- our own icons
    const shapes = svg.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, "").replace(/\s*\n\s*/g, "");
    return `<symbol id="${name.replace(".svg", "")}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`);
}

/** Writes a file and a brotli copy of it. */
function writeAsset(name: string, body: Buffer): void {
  writeFileSync(new URL(name, assets), body);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  writeFileSync(new URL(`${name}.br`, assets), brotliCompressSync(body, { params }));
}

function hash(body: Buffer | string): string {
  return createHash("sha256").update(body).digest("base64url").slice(0, 6);
}

/** Lists every file that is built with a hash of its content, and the Node version that builds it. */
function describeSources(): string {
  const folders = ["src", "views", "public", ...["catalog", "feeds", "links", "places", "reports"].map((name) => `data/${name}`)];
  const files = folders.flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`),
  );
  const single = ["data/desk.json", "package.json", "package-lock.json"].map((name) => fileURLToPath(new URL(name, root)));
  const lines = [...files, ...single].sort().map((file) => `${relative(fileURLToPath(root), file)} ${hash(readFileSync(file))}`);
  return [process.version, ...lines].join("\n");
}

async function build(sources: string): Promise<void> {
  // To stderr: an operator's command may build first, and stdout belongs to the command.
  console.error("Building Porchlight (a few seconds) …");
  rmSync(dist, { recursive: true, force: true });
  buildAssets(hash(sources));
  buildPlaces();
  keepCatalog(readCatalog(catalogFolder));
  // After what the programs read, so that it is there whenever they are.
  buildPrograms(dist);
  await keepCode();
  writeFileSync(builtFrom, sources);
}

const sources = describeSources();
if (!existsSync(builtFrom) || readFileSync(builtFrom, "utf8") !== sources) await build(sources);
