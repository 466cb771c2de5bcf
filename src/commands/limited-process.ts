import { spawn } from "node:child_process";
import { once } from "node:events";

export interface ProcessLimits {
  minutes: number;
  /** Maximum size of the JavaScript heap. */
  megabytes: number;
}

/** How a process ended: normally, with its exit status, or abnormally, with a sentence that says why. */
type Ending = { kind: "done"; status: number } | { kind: "died"; reason: string };

/**
 * Runs a Node program in a child process that shares our output streams. Kills it if it takes too long; V8 aborts it if it needs too much
 * memory. It also ends when we receive SIGTERM or SIGINT and, if it calls `endWithParent`, when we are killed, because its standard input is
 * closed then. Never rejects.
 */
export async function runLimited(program: readonly string[], { minutes, megabytes }: ProcessLimits): Promise<Ending> {
  const heap = `--max-old-space-size=${megabytes}`;
  const child = spawn(process.execPath, [...process.execArgv, heap, ...program], { stdio: ["pipe", "inherit", "inherit"] });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, minutes * 60_000);
  const stop = () => {
    child.kill("SIGKILL");
    process.exit(1);
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  try {
    const [status, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
    if (late) return { kind: "died", reason: `It took longer than ${minutes} minutes and was stopped.` };
    // V8 aborts when the heap is full; a shell would report 134.
    if (signal === "SIGABRT" || status === 134) return { kind: "died", reason: `It needed more than ${megabytes} MB of memory.` };
    return status === null ? { kind: "died", reason: `Its process was ended by ${signal}.` } : { kind: "done", status };
  } catch (error) {
    return { kind: "died", reason: `Its process could not be started (${(error as Error).message}).` };
  } finally {
    clearTimeout(timer);
    process.off("SIGTERM", stop).off("SIGINT", stop);
  }
}
