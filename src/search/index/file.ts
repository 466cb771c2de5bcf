import { closeSync, fsyncSync, openSync, promises, readdirSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { crc32 } from "node:zlib";
import type { Database } from "../../database/open.ts";
import { pack, unpack } from "./pack.ts";

/**
 * Indexes in files next to the database, so that a start loads them quickly, and an import can be indexed by a process that does not delay
 * any reader. Files, because SQLite takes half a second to read 60 MB back. An in-memory database has none.
 *
 * A file is a checksum, padded to eight bytes, followed by the data it covers: the index and its name. CRC-32 detects corruption but not
 * forgery, which is enough: whoever can write beside the database can write into it. It takes a tenth of the time of SHA-256. A file that
 * fails the check is rebuilt, whatever the reason.
 */

/** Thrown for an index file that exists but cannot be used; the message says why. */
export class DamagedIndex extends Error {}

/** Content of a file. */
interface Contents {
  /** Name and version of the index, so that a renamed file is not mistaken for another index. */
  of: string;
  index: unknown;
}

const headBytes = 8;
/** Bytes to checksum before other requests may be handled: about a millisecond of work. */
const slice = 4 << 20;

/**
 * Writes an index, replacing any file of that name. `version` identifies the data and the program that built it; an index of another
 * version is not read. The file is synced to disk on return, and gets its final name only once it is complete.
 */
export function writeIndex(db: Database, name: string, version: string, index: unknown): void {
  if (db.memory) return;
  const file = fileOf(db, name, version);
  const body = pack({ of: `${name} ${version}`, index } satisfies Contents);
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(body.reduce((sum, part) => crc32(part, sum), 0));
  writeDurably(`${file}.part`, [head, ...body]);
  rmSync(file, { recursive: true, force: true });
  renameSync(`${file}.part`, file);
  const folder = dirname(file);
  for (const older of readdirSync(folder)) {
    if (older.startsWith(`${basename(db.name)}-${name}-`) && older !== basename(file))
      rmSync(join(folder, older), { recursive: true, force: true });
  }
  syncFile(folder);
}

/** Returns the index of this name and version; null where there is none. Throws DamagedIndex. */
export function readIndex<Index>(db: Database, name: string, version: string): Index | null {
  if (db.memory) return null;
  try {
    const bytes = readFileSync(fileOf(db, name, version));
    return indexIn(bytes, crc32(bytes.subarray(headBytes)), name, version) as Index;
  } catch (error) {
    return nullIfMissing(error as NodeJS.ErrnoException, name);
  }
}

/** Like `readIndex`, without blocking requests: reads in another thread and checks the file in slices. */
export async function readIndexInBackground<Index>(db: Database, name: string, version: string): Promise<Index | null> {
  if (db.memory) return null;
  try {
    const bytes = await promises.readFile(fileOf(db, name, version));
    let sum = 0;
    for (let at = headBytes; at < bytes.length; at += slice) {
      sum = crc32(bytes.subarray(at, at + slice), sum);
      await setImmediate();
    }
    return indexIn(bytes, sum, name, version) as Index;
  } catch (error) {
    return nullIfMissing(error as NodeJS.ErrnoException, name);
  }
}

function indexIn(bytes: Buffer, checksum: number, name: string, version: string): unknown {
  if (bytes.length <= headBytes || bytes.readUInt32LE() !== checksum || bytes.readUInt32LE(4) !== 0)
    throw new DamagedIndex("its checksum is wrong");
  const { of, index } = unpack(bytes.subarray(headBytes)) as Contents;
  if (of !== `${name} ${version}`) throw new DamagedIndex(`it is the index of ${of}`);
  return index;
}

/** Returns null for a missing file; for any other error (unreadable, a folder, written by another Node) throws DamagedIndex. */
function nullIfMissing({ code, message }: NodeJS.ErrnoException, name: string): null {
  if (code === "ENOENT") return null;
  throw new DamagedIndex(`The search index of ${name} beside the database cannot be used (${message}); it is built again.`);
}

function writeDurably(file: string, parts: readonly Buffer[]): void {
  rmSync(file, { recursive: true, force: true });
  const opened = openSync(file, "w");
  try {
    for (const part of parts) for (let at = 0; at < part.length; ) at += writeSync(opened, part, at);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Syncs a file, or a folder and with it the names of its files. */
function syncFile(path: string): void {
  const opened = openSync(path, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function fileOf(db: Database, name: string, version: string): string {
  return `${db.name}-${name}-${version}.index`;
}
