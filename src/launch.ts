import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";

/**
 * The entry point of `npm start`: the server, with the code that V8 compiled after the build (keep-code.ts). Node's own compile cache is
 * written before the first line runs, so it lacks the functions that V8 compiles on their first call: a quarter of a start.
 */

const program = fileURLToPath(new URL("server-program.js", import.meta.url));
const codeFile = `${program}.code`;
const checksumBytes = 4;

/** Returns the stored code; null where there is none, or where it is damaged or of another program, which V8 would not notice. */
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
  // The build has wrapped it as Node wraps a module, and leaves only ASCII in it: as UTF-8, a single letter beyond Latin-1 would make V8 hold
  // three megabytes as six.
  const script = new Script(source.toString("latin1"), {
    filename: program,
    ...(code && { cachedData: code }),
  });
  if (process.argv.includes("--keep-code")) process.once("exit", () => keepCode(source, script.createCachedData()));
  const module = { exports: {} };
  script.runInThisContext().call(module.exports, module.exports, createRequire(program), module, program, dirname(program));
}

launch();
