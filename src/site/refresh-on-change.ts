import type { Database } from "../database/open.ts";
import { type Background, type Command, runCommand } from "./background.ts";
import { changedLists } from "./data.ts";
import { followDatabase } from "./follow-database.ts";
import { indexVersion } from "./indexes.ts";
import { reopenPlacesByDay } from "./reopen-places.ts";
import { showChanges } from "./show-changes.ts";
import { refresh, refreshWeek, type Site } from "./site.ts";

/** Options for following the database; each has a default. Times are in milliseconds. */
interface RefreshOptions {
  /** Interval between checks for writes by another process, which cost next to nothing. */
  lookInterval: number;
  /** Interval between checks that the database exists and can be read. */
  checkInterval: number;
  /** Delay after new data could not be shown. */
  retryInterval: number;
  /** The operator's log. */
  say: Pick<Console, "log" | "error">;
}

/**
 * Shows what another process has written: programs and library at once, meetings once a third process has indexed them. Where that fails
 * (killed, out of memory, disk full) the previous data stays, and it is retried after `retryInterval`. Also follows the database file when
 * an operator replaces it, records which places have reopened, and advances the week of meetings, so that no reader's request has to.
 */
export function refreshOnChange(
  site: Site,
  environment: NodeJS.ProcessEnv,
  { lookInterval = 100, checkInterval = 1000, retryInterval = 60_000, say = console }: Partial<RefreshOptions> = {},
): Background {
  let isStopped = false;
  let busy = false;
  let nextCheck = 0;
  let waitUntil = 0;
  const database = followDatabase(site);
  const isWritten = watchWriting(site);
  const reported = reportChanges(site, say);
  const indexing = openIndexing(environment);

  const fail = (error: Error) => {
    if (isStopped) return;
    waitUntil = performance.now() + retryInterval;
    site.problems.indexing = `New data could not be shown: ${error.message}. The data before it stays, and it is tried again.`;
  };
  const showOther = async (db: Database) => {
    if (!(await refresh(site, db, say.error))) {
      await indexing.run();
      if (!(await refresh(site, db, say.error))) throw new Error(notThere);
    }
    say.log(`The database that is now at ${db.name} is shown.`);
  };
  const showSame = async () => {
    const { build } = site.assets;
    const before = changedLists(site.data, build);
    if (before.some((list) => list !== "meetings" || !indexing.isRunning())) await showChanges(site, say.error);
    const waiting = changedLists(site.data, build);
    const shown = before.filter((list) => !waiting.includes(list));
    if (shown.length > 0) say.log(`New data is shown: ${shown.join(", ")}.`);
    if (waiting.includes("meetings")) indexing.start(indexVersion(site.data.db, build, "meetings"), fail);
    else if (waiting.length === 0) site.problems.indexing = null;
  };
  const check = async () => {
    nextCheck = performance.now() + checkInterval;
    const db = database();
    if (db === null || performance.now() < waitUntil) return;
    if (db !== site.data.db) await showOther(db);
    await showSame();
    site.problems.database = null;
    await reopenPlacesByDay(site);
    await refreshWeek(site);
  };
  const timer = setInterval(() => {
    if (busy || (performance.now() < nextCheck && !isWritten())) return;
    busy = true;
    check()
      .catch(fail)
      .finally(() => {
        reported();
        busy = false;
      });
  }, lookInterval);
  return {
    stop() {
      isStopped = true;
      clearInterval(timer);
      indexing.stop();
    },
  };
}

const notThere = "there is no index of it";

/** Returns a check whether another process has written to the database since the previous check; true also where it cannot be read. */
function watchWriting(site: Site): () => boolean {
  let known: unknown = null;
  return () => {
    try {
      const now = site.data.db.pragma("data_version", { simple: true });
      const isNew = now !== known;
      known = now;
      return isNew;
    } catch {
      return true;
    }
  };
}

/** The process that indexes meetings, one at a time. */
interface Indexing {
  isRunning(): boolean;
  /** Starts it unless it is running. Calls `fail` if it fails, or if the previous run succeeded without producing this version. */
  start(version: string, fail: (error: Error) => void): void;
  /** Runs it and waits for it to end. */
  run(): Promise<void>;
  stop(): void;
}

function openIndexing(environment: NodeJS.ProcessEnv): Indexing {
  let command: Command | null = null;
  let indexed: string | null = null;
  const run = async () => {
    command = runCommand(["catalog", "index"], environment);
    await command.done.finally(() => {
      command = null;
    });
  };
  return {
    isRunning: () => command !== null,
    run,
    start(version, fail) {
      if (command !== null) return;
      const isMissing = indexed === version;
      indexed = null;
      if (isMissing) fail(new Error(notThere));
      else
        run().then(() => {
          indexed = version;
        }, fail);
    },
    stop: () => command?.stop(),
  };
}

/** Logs each problem of the site once, and when the database can be read again. */
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
