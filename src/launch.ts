import { readFileSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, Script } from "node:vm";
import { crc32 } from "node:zlib";

/**
 * What `npm start` runs: the server, with the code that V8 made of it after the build (keep-code.ts). Node's own cache of compiled code is
 * made before the first line runs, so it has none of the functions that V8 compiles when they are first called: a quarter of a start.
 */

const program = fileURLToPath(new URL("server-program.js", import.meta.url));
const codeFile = `${program}.code`;
const checksumBytes = 4;

/** The code on file; null where there is none, or where it is not whole or not of this program: V8 would believe it. */
function readCode(source: Buffer): Buffer | null {
  try {
    const bytes = readFileSync(codeFile);
    const code = bytes.subarray(checksumBytes);
    return bytes.readUInt32LE() === checksumOf(source, code) ? code : null;
  } catch {
    return null;
  }
}

function keepCode(source: Buffer, code: Buffer): void {
  const checksum = Buffer.alloc(checksumBytes);
  checksum.writeUInt32LE(checksumOf(source, code));
  writeFileSync(codeFile, Buffer.concat([checksum, code]));
}

function checksumOf(source: Buffer, code: Buffer): number {
  return crc32(code, crc32(source));
}

function launch(): void {
  const source = readFileSync(program);
  const code = readCode(source);
  // The build leaves only ASCII in it. As UTF-8, one letter beyond Latin-1 would make V8 hold three megabytes as six.
  const script = new Script(Module.wrap(source.toString("latin1")), {
    filename: program,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(code && { cachedData: code }),
  });
  if (process.argv.includes("--keep-code")) process.once("exit", () => keepCode(source, script.createCachedData()));
  const module = { exports: {} };
  script.runInThisContext().call(module.exports, module.exports, createRequire(program), module, program, dirname(program));
}

launch();
