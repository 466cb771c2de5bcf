import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { root } from "./root.ts";

/**
 * Compiles the server and the operators' command line, each into one file with all its imports. Node could run src/server.ts directly, but
 * would load seven hundred files at each start: measured on Node 24, that takes 0.7 s of processor time instead of 0.3 s and 137 MB of
 * memory instead of 106 MB, and each feed that is fetched starts a process too. Native code (better-sqlite3's, argon2) stays in its package.
 */
export function buildPrograms(dist: URL): void {
  const { metafile, outputFiles } = buildSync({
    absWorkingDir: fileURLToPath(root),
    entryPoints: { server: "src/launch.ts", "server-program": "src/server.ts", cli: "src/cli.ts" },
    outdir: "dist",
    bundle: true,
    metafile: true,
    write: false,
    platform: "node",
    target: "node22",
    supported: {
      // Without this esbuild rewrites \p{…} patterns to `new RegExp` at each use, for old engines that know fewer letters.
      "regexp-unicode-property-escapes": true,
      // In a script that launch.ts compiles, import() is experimental, and Node would warn the operator. So it becomes require().
      "dynamic-import": false,
    },
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
