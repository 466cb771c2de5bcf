import { fstatSync } from "node:fs";
import { Worker } from "node:worker_threads";

/**
 * Runs in a worker thread, because a feed may keep the main thread busy for any length of time. When the other end of our standard input is
 * closed, the process that held it is gone.
 */
const watch = `
const { Socket } = require("node:net");
const end = () => process.kill(process.pid, "SIGKILL");
new Socket({ fd: 0 }).once("close", end).once("error", end).resume();
`;

/**
 * Ends this process as soon as its parent is gone, however that ended: nothing else would enforce the limits (limited-process.ts). Does
 * nothing if standard input does not come from a parent, as in a terminal.
 */
export function endWithParent(): void {
  if (fstatSync(0).isSocket()) new Worker(watch, { eval: true }).unref();
}
