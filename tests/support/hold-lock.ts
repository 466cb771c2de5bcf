import { writeSync } from "node:fs";
import { withFileLock } from "../../src/feeds/file-lock.ts";

/** Locks the file named on the command line, says so, and never lets it go. */
withFileLock(process.argv[2]!, () => {
  writeSync(1, "locked\n");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
