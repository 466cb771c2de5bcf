import { setTimeout } from "node:timers/promises";
import type { Say } from "./indexes.ts";
import { refresh, type Site } from "./site.ts";

/** Milliseconds between updates: each one invalidates the cached pages of its lists. */
const pause = 1000;

/** When a site was last updated, and the next update if somebody waits for it. */
interface Pace {
  /** Time of performance.now(). */
  lastTime: number;
  next: Promise<unknown> | null;
}

const paces = new WeakMap<Site, Pace>();

/**
 * Shows what has been written to the database: resolves when every change committed before the call is visible on all pages, so that
 * editors see what they wrote. Applies a single change at once, and a series of them once a second. Meetings that another process has to
 * index follow when that is done (refreshOnChange).
 */
export async function showChanges(site: Site, say: Say = () => undefined): Promise<void> {
  const pace = paces.get(site) ?? { lastTime: Number.NEGATIVE_INFINITY, next: null };
  paces.set(site, pace);
  pace.next ??= takeUpInTurn(site, pace, say);
  await pace.next;
}

async function takeUpInTurn(site: Site, pace: Pace, say: Say): Promise<void> {
  // No other process reads an in-memory database.
  const wait = site.data.db.memory ? 0 : pace.lastTime + pause - performance.now();
  if (wait > 0) await setTimeout(wait);
  await site.replacing;
  // Changes from here on may be too late for this update.
  pace.next = null;
  pace.lastTime = performance.now();
  await refresh(site, null, say);
}
