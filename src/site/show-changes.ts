import { setTimeout } from "node:timers/promises";
import type { Say } from "./indexes.ts";
import { refresh, type Site } from "./site.ts";

/** Milliseconds from one take-up to the next: each makes the kept pages of its lists outdated. */
const pause = 1000;

/** When a site has last taken up changes, and the next time, where somebody waits for it. */
interface Pace {
  /** As performance.now() has it. */
  lastTime: number;
  next: Promise<unknown> | null;
}

const paces = new WeakMap<Site, Pace>();

/**
 * Shows what has been written to the database: resolves when every change that was committed before the call can be seen on all pages, so
 * that an editor reads what he wrote. A lone change is taken up at once, many in a row once a second. Meetings that another process has to
 * index come when that is done (refreshOnChange).
 */
export async function showChanges(site: Site, say: Say = () => undefined): Promise<void> {
  const pace = paces.get(site) ?? { lastTime: Number.NEGATIVE_INFINITY, next: null };
  paces.set(site, pace);
  pace.next ??= takeUpInTurn(site, pace, say);
  await pace.next;
}

async function takeUpInTurn(site: Site, pace: Pace, say: Say): Promise<void> {
  // A database in memory is read by nobody but who writes it.
  const wait = site.data.db.memory ? 0 : pace.lastTime + pause - performance.now();
  if (wait > 0) await setTimeout(wait);
  await site.replacing;
  // From here on a change may come too late for this time.
  pace.next = null;
  pace.lastTime = performance.now();
  await refresh(site, null, say);
}
