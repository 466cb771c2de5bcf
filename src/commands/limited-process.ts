import { spawn } from "node:child_process";
import { once } from "node:events";

export interface ProcessLimits {
  minutes: number;
  /** Of JavaScript's heap. */
  megabytes: number;
}

/** How a process ended: by itself, with its exit status, or not, with a sentence that says why. */
type Ending = { kind: "done"; status: number } | { kind: "died"; reason: string };

/**
 * Runs a program of Node in a process of its own, which says what it has to say where we do. It is ended when it takes too long, and
 * ends by itself when it needs too much memory; it does not outlive us when we are told to stop, nor, where it calls `endWithParent`, when
 * we are killed: its standard input is closed then. Never rejects.
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
    // V8 aborts where the heap is full; a shell would say 134.
    if (signal === "SIGABRT" || status === 134) return { kind: "died", reason: `It needed more than ${megabytes} MB of memory.` };
    return status === null ? { kind: "died", reason: `Its process was ended by ${signal}.` } : { kind: "done", status };
  } catch (error) {
    return { kind: "died", reason: `Its process could not be started (${(error as Error).message}).` };
  } finally {
    clearTimeout(timer);
    process.off("SIGTERM", stop).off("SIGINT", stop);
  }
}
