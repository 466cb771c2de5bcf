import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { root } from "../root.ts";

/** Background work that no reader waits for; it runs until stopped. */
export interface Background {
  stop(): void;
}

/** Without limits Node lets garbage grow to gigabytes; a feed of 200,000 meetings fits in these (megabytes), which `npm run feeds` also uses. */
const memory = ["--max-old-space-size=450", "--max-semi-space-size=8"];

/** Longest delay of a timer, in milliseconds; a longer one fires at once. */
const maxTimer = 2 ** 31 - 1;

export interface Pace {
  /** Returns 0 to 1: the fraction of an extra tenth added to each interval, so that many sites do not fetch at the same minute. */
  chance: () => number;
  /** Minimum milliseconds between two runs, whatever the setting, because the servers belong to others. */
  minPause: number;
}

export const usualPace: Pace = { chance: Math.random, minPause: 60_000 };

/** Fetches the feeds repeatedly, `every` so many milliseconds or up to a tenth later. One run at a time. */
export function keepFeedsFresh(every: number, environment: NodeJS.ProcessEnv, { chance, minPause }: Pace = usualPace): Background {
  return keepRunning(["feeds", "update", "--back-off"], environment, () => Math.max(minPause, every * (1 + chance() / 10)));
}

/** Runs a command repeatedly, after a delay of `pause()` milliseconds each time. One run at a time. */
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

/** An operator's command that runs in a separate process. */
export interface Command {
  /** Resolves when the command succeeds; rejects when it fails or cannot be started. Neither after `stop`. */
  done: Promise<void>;
  stop(): void;
}

/** Starts the built version of an operator's command (cli.ts). Where memory or descriptors run out, Node throws or emits "error". */
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
