import type { Database } from "../database/open.ts";
import { programsAt } from "../programs/at.ts";
import type { Assets } from "../web/assets.ts";
import { openPageCache, type PageCache } from "../web/page-cache.ts";
import { securityHeaders } from "../web/security-headers.ts";
import type { Catalog } from "./catalog.ts";
import { type Data, openData, reopenData, turnWeek } from "./data.ts";
import type { Edition } from "./edition.ts";
import type { Say } from "./indexes.ts";
import { type Lifetime, openLifetime } from "./lifetime.ts";
import { watchVersions } from "./versions-shown.ts";

/** What the operator decides and pages show. */
export interface Settings {
  /** Without a slash at the end. */
  siteUrl: string;
  /** Milliseconds from one fetch of the feeds to the next; null: only by hand. */
  feedsRefresh: number | null;
  /** Milliseconds from one look at a link to the next; null or absent: only by hand. */
  linksCheck?: number | null;
  /** Where backups are made, and how many milliseconds apart; null: only by hand. */
  backups?: { folder: string; every: number | null };
}

/** The running site: its settings, its files, its page cache, and the data of this moment. */
export interface Site {
  settings: Settings;
  assets: Assets;
  cache: PageCache;
  /** The clock, in epoch milliseconds. */
  now(): number;
  /** When it was opened, in epoch milliseconds. */
  opened: number;
  /** What pages answer from; replaced whole when the data changes, by replaceData alone. */
  data: Data;
  /** Resolves when nobody is replacing the data any more. */
  replacing: Promise<unknown>;
  problems: Problems;
}

/** What keeps the site from showing what the database holds, each as a sentence for the operator; null where nothing does. */
export interface Problems {
  /** The database cannot be read: pages are answered from what is in memory, as far as that goes. */
  database: string | null;
  /** Its newest data could not be indexed: the data before it is shown. */
  indexing: string | null;
}

/** What one answer is made from: the data of the moment at which it was asked, in one language. */
export interface Context extends Data, Edition {
  settings: Settings;
  assets: Assets;
  /** Epoch milliseconds. */
  now: number;
  /** How long what the answer says of now stays true. */
  lifetime: Lifetime;
}

/**
 * Opens the site over a database and a catalog. Indexes are read from their files, or else built now; `say` hears of those
 * that were damaged or could not be kept.
 */
export function openSite(
  db: Database,
  catalog: Catalog,
  settings: Settings,
  assets: Assets,
  now: () => number = Date.now,
  say: Say = () => undefined,
): Site {
  const versionsAt = watchVersions();
  const site: Site = {
    settings,
    assets,
    now,
    opened: now(),
    data: openData(db, catalog, assets.build, now(), say),
    replacing: Promise.resolve(),
    problems: { database: null, indexing: null },
    cache: openPageCache({
      versions: () => versionsAt(site.data, now()),
      now,
      isPersonal: holdsOwnWords,
      headers: securityHeaders,
    }),
  };
  return site;
}

/** Whether an address says what the reader typed: words, or a place. */
const holdsOwnWords = (address: string) => /[?&](q|near)=/.test(address);

/** The context of a request that comes in now. */
export function contextOf({ data, settings, assets, now: clock }: Site, edition: Edition): Context {
  const now = clock();
  return { ...data, ...edition, programs: programsAt(data.programs, now), settings, assets, now, lifetime: openLifetime() };
}

/**
 * Replaces the data by what is made of it; null keeps it. One at a time, so that nobody takes back what another has just taken up. Resolves
 * to whether it was replaced.
 */
async function replaceData(site: Site, makeNext: (data: Data) => Promise<Data | null>): Promise<boolean> {
  const replaced = site.replacing.then(async () => {
    const next = await makeNext(site.data);
    if (next !== null) site.data = next;
    return next !== null;
  });
  site.replacing = replaced.catch(() => undefined);
  return replaced;
}

/**
 * Takes up what has changed in the database, or another database. Meetings that have to be indexed by another process first
 * (`npm run catalog -- index`) stay as they were; another database is not taken up then, and it resolves to false.
 */
export function refresh(site: Site, db: Database | null = null, say: Say = () => undefined): Promise<boolean> {
  return replaceData(site, (data) => reopenData(data, db ?? data.db, site.assets.build, site.now(), say));
}

/** Moves the order "soonest" on, once an hour has passed. */
export async function refreshWeek(site: Site): Promise<void> {
  await replaceData(site, (data) => turnWeek(data, site.now()));
}
