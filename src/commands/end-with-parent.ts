import { fstatSync } from "node:fs";
import { Worker } from "node:worker_threads";

/**
 * Runs in a thread of its own, because a feed may keep the main one busy for as long as it likes. When the other end of our standard input
 * is closed, whoever held it is gone.
 */
const watch = `
const { Socket } = require("node:net");
const end = () => process.kill(process.pid, "SIGKILL");
new Socket({ fd: 0 }).once("close", end).once("error", end).resume();
`;

/**
 * Ends this process as soon as the one that started it is gone, however that ended: nobody would be left to keep its limits
 * (limited-process.ts). Does nothing where the standard input is not a parent's, as in a terminal.
 */
export function endWithParent(): void {
  if (fstatSync(0).isSocket()) new Worker(watch, { eval: true }).unref();
}
