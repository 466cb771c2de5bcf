import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { buildSync } from "esbuild";
import { browserslistToTargets, bundle, Features } from "lightningcss";
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

/**
 * Compiles the server and the operators' command line, each into one file with all its imports. Node could run src/server.ts directly, but
 * would load seven hundred files at each start: measured on Node 24, that takes 0.7 s of processor time instead of 0.3 s and 137 MB of
 * memory instead of 106 MB, and each feed that is fetched starts a process too. Native code (better-sqlite3's, argon2) stays in its package.
 */
function buildPrograms(): void {
  const { metafile, outputFiles } = buildSync({
    absWorkingDir: fileURLToPath(root),
    entryPoints: { server: "src/launch.ts", "server-program": "src/server.ts", cli: "src/cli.ts" },
    outdir: "dist",
    bundle: true,
    metafile: true,
    write: false,
    platform: "node",
    target: "node22",
    // Without this esbuild rewrites \p{…} patterns to `new RegExp` at each use, for old engines that know fewer letters.
    supported: { "regexp-unicode-property-escapes": true },
    // Not as an ES module: Node would load all of node:http, including a web client that takes 30 ms of each start.
    format: "cjs",
    define: { "import.meta.url": "moduleUrl" },
    // Native code (that of better-sqlite3 is found by its `./binding`); and a list of 49,000 passwords, only needed when somebody chooses one.
    external: ["./binding", "@node-rs/argon2", "@zxcvbn-ts/core", "@zxcvbn-ts/language-common"],
    alias: {
      // The file that jsonc-parser provides for Node loads its parts in a way that no bundler can follow.
      "jsonc-parser": "jsonc-parser/lib/esm/main.js",
      ...unusedByExpress,
    },
    banner: { js: `${refuseOldNode}\n${defineModuleUrl}` },
  });
  for (const { path, text } of outputFiles) {
    const program = inAscii(text);
    // Wrapped at each start, it would be copied (launch.ts).
    writeFileSync(path, path.endsWith("/server-program.js") ? Module.wrap(program) : program);
  }
  writeFileSync(new URL("binding.js", dist), 'module.exports = require("../node_modules/better-sqlite3/lib/binding.js");');
  writeFileSync(new URL("package.json", dist), JSON.stringify({ type: "commonjs" }));
  writeFileSync(new URL("LICENSES.txt", dist), licensesOf(Object.keys(metafile.inputs)));
}

/**
 * Modules that Express loads at each start and this site does not use, an eighth of a start: forms are parsed by src/web/form.ts and query
 * strings by node:querystring; 2,500 media types are sorted, of which a dozen are sent; for its deprecation warnings depd has V8 locate
 * it in three megabytes, where the same package has a file without warnings; and debug looks for a terminal.
 */
const unusedByExpress = {
  "body-parser": "node:querystring",
  qs: "node:querystring",
  "mime-db": "./src/web/media-types.json",
  depd: "depd/lib/browser/index.js",
  debug: "./src/web/no-debug.cjs",
};

/** Escapes letters beyond ASCII. esbuild does so in strings, but not in patterns and comments (launch.ts says what that costs). */
function inAscii(program: string): string {
  return program.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** In an older Node better-sqlite3 ends the process silently. npm's scripts never use one (node/use.sh), but a direct call of `node` may. */
const refuseOldNode = `if (Number.parseInt(process.versions.node) < 22) {
  console.error("Porchlight needs Node 22.18 or later, and this is " + process.version + ". npm start finds the right one where npm ci has installed it.");
  process.exit(1);
}`;

/** Our modules use import.meta.url, which a CommonJS module does not have. */
const defineModuleUrl = 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;';

/** Returns the license of every bundled package, as its authors wrote it. Many require that it is distributed with their code. */
function licensesOf(files: readonly string[]): string {
  const folders = new Set(files.flatMap((file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+\//) ?? []));
  return [...folders].sort().map(licenseOf).join("\n\n");
}

function licenseOf(folder: string): string {
  const at = new URL(folder, root);
  const { name, version, license } = JSON.parse(readFileSync(new URL("package.json", at), "utf8"));
  const file = readdirSync(at).find((entry) => /^(license|licence)/i.test(entry));
  return `${name} ${version} (${license})\n${file ? readFileSync(new URL(file, at), "utf8").trim() : ""}`;
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
  buildPrograms();
  await keepCode();
  writeFileSync(builtFrom, sources);
}

const sources = describeSources();
if (!existsSync(builtFrom) || readFileSync(builtFrom, "utf8") !== sources) await build(sources);
