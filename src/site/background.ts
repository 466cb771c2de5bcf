import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { root } from "../root.ts";

/** Work that no reader waits for; it goes on until it is stopped. */
export interface Background {
  stop(): void;
}

/** Without limits Node lets garbage grow to gigabytes; a feed of 200,000 meetings fits in these (megabytes), as `npm run feeds` has them. */
const memory = ["--max-old-space-size=450", "--max-semi-space-size=8"];

/** A timer holds no more milliseconds, and fires at once for more. */
const maxTimer = 2 ** 31 - 1;

export interface Pace {
  /** From 0 to 1: how much of a tenth of the time is added, so that many sites do not ask at the same minute. */
  chance: () => number;
  /** Milliseconds between two runs at least, whatever the setting says: the servers asked are strangers'. */
  minPause: number;
}

export const usualPace: Pace = { chance: Math.random, minPause: 60_000 };

/** Fetches the feeds again and again, `every` so many milliseconds or a little later. One run at a time. */
export function keepFeedsFresh(every: number, environment: NodeJS.ProcessEnv, { chance, minPause }: Pace = usualPace): Background {
  return keepRunning(["feeds", "update", "--back-off"], environment, () => Math.max(minPause, every * (1 + chance() / 10)));
}

/** Runs a command again and again, after as many milliseconds each time as `pause` says. One run at a time. */
export function keepRunning(command: readonly string[], environment: NodeJS.ProcessEnv, pause: () => number): Background {
  let running: Command | null = null;
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(run, Math.min(maxTimer, pause()));
  };
  const run = () => {
    running = runCommand(command, environment);
    running.done.catch((error: Error) => console.error(`${error.message}. It is tried again later.`)).finally(wait);
  };
  wait();
  return {
    stop() {
      clearTimeout(timer);
      running?.stop();
    },
  };
}

/** An operator's command that runs in a process of its own. */
export interface Command {
  /** Resolves when it has done its work; rejects when it ends in any other way, or cannot be started. Neither after `stop`. */
  done: Promise<void>;
  stop(): void;
}

/** Starts an operator's command (cli.ts) as it was built. Where there is no memory or descriptor left, Node throws or emits "error". */
export function runCommand(command: readonly string[], environment: NodeJS.ProcessEnv): Command {
  const cli = fileURLToPath(new URL("dist/cli.js", root));
  let child: ChildProcess | undefined;
  const done = new Promise<void>((resolve, reject) => {
    child = spawn(process.execPath, [...process.execArgv, ...memory, cli, ...command], { env: environment, stdio: "inherit" });
    child.once("error", reject).once("exit", (status, signal) => {
      if (status === 0) resolve();
      else reject(new Error(`it ended with ${signal ?? `status ${status}`}`));
    });
  }).catch((error: Error) => {
    throw new Error(`${command.join(" ")} failed: ${error.message}`);
  });
  return {
    done,
    stop() {
      child?.removeAllListeners("exit").kill();
    },
  };
}
