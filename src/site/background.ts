import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { root } from "../root.ts";
import { changedLists } from "./data.ts";
import { isIndexed } from "./indexes.ts";
import { refresh, refreshWeek, type Site } from "./site.ts";

/** Work that no reader waits for; it goes on until it is stopped. */
export interface Background {
  stop(): void;
}

/** Without a limit Node lets garbage grow to gigabytes; a feed of 200,000 meetings fits in this (megabytes). */
const memory = "--max-old-space-size=450";

/** A timer holds no more milliseconds, and fires at once for more. */
const maxTimer = 2 ** 31 - 1;

/** How often to look whether another process has written to the database, in milliseconds. */
const checkInterval = 1000;

/**
 * Shows what another process has written. Programs and library are indexed here, in milliseconds; meetings as soon as a process of
 * its own has indexed them. Also moves the week of meetings on, so that no reader's request has to.
 */
export function refreshOnChange(site: Site, environment: NodeJS.ProcessEnv): Background {
  let busy = false;
  let indexing: ChildProcess | null = null;
  const check = async () => {
    const changed = changedLists(site.data, site.assets.build);
    if (changed.includes("meetings") && !isIndexed(site.data.db, site.assets.build, "meetings")) {
      indexing = runCommand(["catalog", "index"], environment);
      // Rejects when no process could be started; it is tried again at the next check.
      await once(indexing, "exit");
      indexing = null;
    }
    await refresh(site);
    if (changed.length > 0) console.log(`New data is shown: ${changed.join(", ")}.`);
    await refreshWeek(site);
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    check()
      .catch((error: Error) => console.error(`New data could not be shown: ${error.message}`))
      .finally(() => {
        busy = false;
      });
  }, checkInterval);
  return {
    stop() {
      clearInterval(timer);
      indexing?.removeAllListeners("exit").kill();
    },
  };
}

interface Pace {
  /** From 0 to 1: how much of a tenth of the time is added, so that many sites do not ask at the same minute. */
  chance: () => number;
  /** Milliseconds between two runs at least, whatever the setting says: the servers asked are strangers'. */
  minPause: number;
}

/** Fetches the feeds again and again, `every` so many milliseconds or a little later. One run at a time. */
export function keepFeedsFresh(
  every: number,
  environment: NodeJS.ProcessEnv,
  { chance, minPause }: Pace = { chance: Math.random, minPause: 60_000 },
): Background {
  let fetching: ChildProcess | null = null;
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(fetchAll, Math.min(maxTimer, Math.max(minPause, every * (1 + chance() / 10))));
  };
  const fetchAll = async () => {
    try {
      fetching = runCommand(["feeds", "update", "--back-off"], environment);
      await once(fetching, "exit");
    } catch (error) {
      console.error(`Feeds could not be fetched: ${(error as Error).message}. They are tried again later.`);
    }
    wait();
  };
  wait();
  return {
    stop() {
      clearTimeout(timer);
      fetching?.removeAllListeners("exit").kill();
    },
  };
}

/**
 * Starts an operator's command (cli.ts) as it was built. Where there is no memory or descriptor left, it throws or the process emits "error",
 * which ends the server unless somebody listens: use `once`, which rejects.
 */
function runCommand(command: readonly string[], environment: NodeJS.ProcessEnv): ChildProcess {
  const cli = fileURLToPath(new URL("dist/cli.js", root));
  return spawn(process.execPath, [...process.execArgv, memory, cli, ...command], { env: environment, stdio: "inherit" });
}
