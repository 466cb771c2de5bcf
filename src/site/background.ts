import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Database } from "../database/open.ts";
import { root } from "../root.ts";
import { changedLists } from "./data.ts";
import { followDatabase } from "./follow-database.ts";
import { refresh, refreshWeek, type Site } from "./site.ts";

/** Work that no reader waits for; it goes on until it is stopped. */
export interface Background {
  stop(): void;
}

/** Without a limit Node lets garbage grow to gigabytes; a feed of 200,000 meetings fits in this (megabytes). */
const memory = "--max-old-space-size=450";

/** A timer holds no more milliseconds, and fires at once for more. */
const maxTimer = 2 ** 31 - 1;

/** How the database is followed; each has its default. Times are in milliseconds. */
interface RefreshOptions {
  /** How often to look whether another process has written to it. */
  checkInterval: number;
  /** How long to wait after new data could not be shown. */
  retryInterval: number;
  /** Where an operator reads what happens. */
  say: Pick<Console, "log" | "error">;
}

/**
 * Shows what another process has written, as soon as a third one has indexed it. Where that fails (killed, out of memory, no room on the
 * disk) the data before it stays, and it is tried again after `retryInterval`. Follows the file of the database wherever an operator puts
 * it. Also moves the week of meetings on, so that no reader's request has to.
 */
export function refreshOnChange(
  site: Site,
  environment: NodeJS.ProcessEnv,
  { checkInterval = 1000, retryInterval = 60_000, say = console }: Partial<RefreshOptions> = {},
): Background {
  let busy = false;
  let waitUntil = 0;
  let indexing: Command | null = null;
  const database = followDatabase(site);
  const reported = reportChanges(site, say);

  const show = async (db: Database) => {
    if (await refresh(site, db, say.error)) return;
    indexing = runCommand(["catalog", "index"], environment);
    await indexing.done;
    indexing = null;
    if (!(await refresh(site, db, say.error))) throw new Error("there is no index of it");
  };
  const check = async () => {
    const db = database();
    if (db === null || performance.now() < waitUntil) return;
    const isOther = db !== site.data.db;
    const changed = isOther ? [] : changedLists(site.data, site.assets.build);
    if (isOther || changed.length > 0) {
      await show(db);
      say.log(isOther ? `The database that is now at ${db.name} is shown.` : `New data is shown: ${changed.join(", ")}.`);
    }
    site.problems = { database: null, indexing: null };
    await refreshWeek(site);
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    check()
      .catch((error: Error) => {
        waitUntil = performance.now() + retryInterval;
        site.problems.indexing = `New data could not be shown: ${error.message}. The data before it stays, and it is tried again.`;
      })
      .finally(() => {
        reported();
        busy = false;
      });
  }, checkInterval);
  return {
    stop() {
      clearInterval(timer);
      indexing?.stop();
    },
  };
}

/** Says each problem of the site once, and when all are over. */
function reportChanges(site: Site, say: RefreshOptions["say"]): () => void {
  let known = { ...site.problems };
  return () => {
    const { database, indexing } = site.problems;
    if (database !== null && database !== known.database) say.error(database);
    if (indexing !== null && indexing !== known.indexing) say.error(indexing);
    if (known.database !== null && database === null) say.log("The database can be read again.");
    known = { database, indexing };
  };
}

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
interface Command {
  /** Resolves when it has done its work; rejects when it ends in any other way, or cannot be started. Neither after `stop`. */
  done: Promise<void>;
  stop(): void;
}

/** Starts an operator's command (cli.ts) as it was built. Where there is no memory or descriptor left, Node throws or emits "error". */
function runCommand(command: readonly string[], environment: NodeJS.ProcessEnv): Command {
  const cli = fileURLToPath(new URL("dist/cli.js", root));
  let child: ChildProcess | undefined;
  const done = new Promise<void>((resolve, reject) => {
    child = spawn(process.execPath, [...process.execArgv, memory, cli, ...command], { env: environment, stdio: "inherit" });
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
