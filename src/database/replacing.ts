import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileAt } from "./file.ts";

/**
 * The file of a database and the log beside it cannot be changed in one step. A note says who is at it, so that nobody opens one with the
 * other's log, and so that whoever comes after a kill can finish it.
 */

const noteOf = (path: string) => `${path}-replacing`;

/** Does `replace`, which puts the file `next` in the place of the one at `path`, and removes the log of that. */
export function replaceWithNote(path: string, next: string, replace: () => void): void {
  const note = noteOf(path);
  writeFileSync(note, JSON.stringify({ process: process.pid, next: fileAt(next) }), { flush: true });
  try {
    replace();
    removeLog(path);
  } finally {
    rmSync(note, { force: true });
  }
}

/** Whether another process is replacing the file at `path` right now. Where one was killed at it, that is finished first. */
export function isBeingReplaced(path: string): boolean {
  const note = readNote(path);
  if (note === null) return false;
  if (isAlive(note.process)) return true;
  if (fileAt(path) === note.next) removeLog(path);
  rmSync(noteOf(path), { force: true });
  return false;
}

function removeLog(path: string): void {
  for (const ending of ["-wal", "-shm"]) rmSync(path + ending, { force: true });
}

/** Null where there is none, or the machine failed before it was written: then nothing had been done yet. */
function readNote(path: string): { process: number; next: string } | null {
  try {
    return JSON.parse(readFileSync(noteOf(path), "utf8"));
  } catch {
    return null;
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // It is another account's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
