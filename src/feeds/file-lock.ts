import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const maxTries = 200;
/** Milliseconds. */
const pause = 50;

/**
 * Does `work` while no other process does work on the same file: whoever creates the lock beside it has it. Waits up to ten seconds.
 * A lock whose process has ended, as after a power cut, is taken away. Throws a sentence where somebody keeps it longer.
 */
export function withFileLock<T>(path: string, work: () => T): T {
  const lock = `${path}.lock`;
  take(path, lock);
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(path: string, lock: string): void {
  for (let tries = 0; tries < maxTries; tries++) {
    try {
      // "wx" fails where the file is there already, in one step.
      const file = openSync(lock, "wx");
      writeFileSync(file, String(process.pid));
      closeSync(file);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
        throw new Error(`${path} could not be locked (${(error as Error).message}); it is as it was.`);
      }
    }
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
  throw new Error(`Another process is changing ${path}. If none is, delete ${lock} and try again.`);
}

/** Whether the process that wrote the lock has ended. One that has not yet written its number is taken to be alive. */
function isAbandoned(lock: string): boolean {
  try {
    const owner = Number(readFileSync(lock, "utf8"));
    if (owner > 0) process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
