import { type ChildProcess, spawn } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Site } from "./pages/site.ts";

/** Work that no reader waits for: each piece runs in a process of its own, and the server takes up what it left in the database. */
export interface Background {
  stop(): void;
}

/** Node lets garbage grow to gigabytes where nothing stops it; a feed of 200,000 meetings fits in this (megabytes). */
const memory = "--max-old-space-size=450";

/** How often to look whether another process has written to the database, in milliseconds. */
const lookEvery = 1000;

/** Shows what another process has written, as soon as a third has built the indexes of it. */
export function keepUp(site: Pick<Site, "isBehind" | "refresh">, environment: NodeJS.ProcessEnv): Background {
  let indexing: ChildProcess | null = null;
  const timer = setInterval(() => {
    if (indexing || !site.isBehind()) return;
    indexing = operate(["catalog", "index"], environment);
    indexing.once("exit", () => {
      indexing = null;
      site.refresh();
      console.log("New data was taken up.");
    });
  }, lookEvery);
  return {
    stop() {
      clearInterval(timer);
      indexing?.removeAllListeners("exit").kill();
    },
  };
}

/**
 * Fetches the feeds again and again, `every` so many milliseconds. One run at a time, and up to a tenth later by chance, so that many
 * sites do not ask at the same minute.
 */
export function keepFeedsFresh(every: number, environment: NodeJS.ProcessEnv, chance: () => number = Math.random): Background {
  let fetching: ChildProcess | null = null;
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(fetchAll, every * (1 + chance() / 10));
  };
  const fetchAll = () => {
    fetching = operate(["feeds", "update", "--back-off"], environment);
    fetching.once("exit", wait);
  };
  wait();
  return {
    stop() {
      clearTimeout(timer);
      fetching?.removeAllListeners("exit").kill();
    },
  };
}

/** Starts an operator's command (cli.ts) as this program itself was started. */
function operate(command: readonly string[], environment: NodeJS.ProcessEnv): ChildProcess {
  const door = fileURLToPath(new URL(`cli${extname(import.meta.url)}`, import.meta.url));
  return spawn(process.execPath, [...process.execArgv, memory, door, ...command], { env: environment, stdio: "inherit" });
}
