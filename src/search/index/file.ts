import { hash, subtle } from "node:crypto";
import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Database } from "../../database/open.ts";

/**
 * Indexes in files next to the database, so that a start reads them in a moment and an import is indexed by a process that no reader
 * waits for. Files, because SQLite needs half a second to read 60 MB back. A database in memory has none.
 *
 * A file is a SHA-256 digest of 32 bytes and what it is the digest of: the index and its name. Checking it takes 1.2 ms a megabyte at
 * most (70 ms for 60 MB); a file that fails is built again, whatever is wrong with it.
 */

/** An index file that is there and cannot be used; the message says why. */
export class DamagedIndex extends Error {}

interface Contents {
  /** The index that this is: a file under another name is not taken for it. */
  of: string;
  index: unknown;
}

const digestBytes = 32;

/**
 * Writes an index, in place of whatever is there under its name. `version` names the data and the program that built it; an index of any
 * other version is not read. When this returns the file is on the disk, and not before it is whole has it its name.
 */
export function writeIndex(db: Database, name: string, version: string, index: unknown): void {
  if (db.memory) return;
  const file = fileOf(db, name, version);
  const body = serialize({ of: `${name} ${version}`, index } satisfies Contents);
  writeDurably(`${file}.part`, [hash("sha256", body, "buffer"), body]);
  rmSync(file, { recursive: true, force: true });
  renameSync(`${file}.part`, file);
  const folder = dirname(file);
  for (const older of readdirSync(folder)) {
    if (older.startsWith(`${basename(db.name)}-${name}-`) && older !== basename(file))
      rmSync(join(folder, older), { recursive: true, force: true });
  }
  syncFile(folder);
}

/** The index of this name and version; null where there is none. Throws DamagedIndex. */
export function readIndex<Index>(db: Database, name: string, version: string): Index | null {
  if (db.memory) return null;
  try {
    const bytes = readFileSync(fileOf(db, name, version));
    return indexIn(bytes, hash("sha256", bytes.subarray(digestBytes), "buffer"), name, version) as Index;
  } catch (error) {
    return nullIfMissing(error as NodeJS.ErrnoException, name);
  }
}

/** The same while requests are answered: it is read and checked in other threads, and only taken apart in this one. */
export async function readIndexInBackground<Index>(db: Database, name: string, version: string): Promise<Index | null> {
  if (db.memory) return null;
  try {
    const bytes = await readFile(fileOf(db, name, version));
    const digest = await subtle.digest("SHA-256", bytes.subarray(digestBytes));
    return indexIn(bytes, Buffer.from(digest), name, version) as Index;
  } catch (error) {
    return nullIfMissing(error as NodeJS.ErrnoException, name);
  }
}

function indexIn(bytes: Buffer, digest: Buffer, name: string, version: string): unknown {
  if (bytes.length <= digestBytes || !digest.equals(bytes.subarray(0, digestBytes))) throw new DamagedIndex("its digest is wrong");
  const { of, index } = deserialize(bytes.subarray(digestBytes)) as Contents;
  if (of !== `${name} ${version}`) throw new DamagedIndex(`it is the index of ${of}`);
  return index;
}

/** Null for a file that is not there; for any other trouble (unreadable, a folder, another Node's) throws DamagedIndex. */
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

/** Also for a folder, which holds the names of its files. */
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
