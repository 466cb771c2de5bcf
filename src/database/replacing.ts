import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileAt } from "./file.ts";

/**
 * A database file and the log beside it cannot be replaced in one step. A note records which process is replacing them, so that nobody
 * opens one with the other's log, and the next process can finish if that one is killed.
 */

const noteOf = (path: string) => `${path}-replacing`;

/** Runs `replace`, which puts the file `next` at `path`, and removes the log of the old file. */
export function replaceWithNote(path: string, next: string, replace: () => void): void {
  const note = noteOf(path);
  writeFileSync(note, JSON.stringify({ process: process.pid, began: beginningOf(process.pid), next: fileAt(next) }), { flush: true });
  try {
    replace();
    removeLog(path);
  } finally {
    rmSync(note, { force: true });
  }
}

/** Whether another process is replacing the file at `path`. If it was killed while doing so, finishes that first. */
export function isBeingReplaced(path: string): boolean {
  const note = readNote(path);
  if (note === null) return false;
  if (isAlive(note.process) && beginningOf(note.process) === note.began) return true;
  if (fileAt(path) === note.next) removeLog(path);
  rmSync(noteOf(path), { force: true });
  return false;
}

function removeLog(path: string): void {
  for (const ending of ["-wal", "-shm"]) rmSync(path + ending, { force: true });
}

/** Returns null where there is none, or where the machine failed before it was written, and so before anything was replaced. */
function readNote(path: string): { process: number; began: string | null; next: string } | null {
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
    // It belongs to another account.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Returns what tells a process from an earlier one of the same number, which after a power failure or in a container may be this process's
 * own; null where the system does not say, as all but Linux.
 */
function beginningOf(id: number): string | null {
  try {
    // The name, in brackets, may contain anything; the twentieth field after it is the time from the machine's start, in ticks.
    const status = readFileSync(`/proc/${id}/stat`, "utf8");
    const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19]}`;
  } catch {
    return null;
  }
}
