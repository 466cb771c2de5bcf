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

/** The operator's settings that pages show. */
export interface Settings {
  /** Without a trailing slash. */
  siteUrl: string;
  /** Milliseconds between fetches of the feeds; null if only by hand. */
  feedsRefresh: number | null;
  /** Milliseconds between checks of a link; null if only by hand. */
  linksCheck: number | null;
  /** Folder of the backups, and milliseconds between them; null if only by hand. */
  backups: { folder: string; every: number | null };
}

/** The running site: its settings, files, page cache and current data. */
export interface Site {
  settings: Settings;
  assets: Assets;
  cache: PageCache;
  /** Returns the time in epoch milliseconds. */
  now(): number;
  /** When it was opened, in epoch milliseconds. */
  opened: number;
  /** The data that pages are made from; replaced as a whole when it changes, only by replaceData. */
  data: Data;
  /** Resolves when no replacement of the data is in progress. */
  replacing: Promise<unknown>;
  problems: Problems;
}

/** What prevents the site from showing the current database, each as a sentence for the operator; null where nothing does. */
export interface Problems {
  /** The database cannot be read: pages are made from memory as far as possible. */
  database: string | null;
  /** Its newest data could not be indexed: the previous data is shown. */
  indexing: string | null;
}

/** The inputs to one response: the data at the time of the request, in one language. */
export interface Context extends Data, Edition {
  settings: Settings;
  assets: Assets;
  /** Epoch milliseconds. */
  now: number;
  /** How long the response's statements about the present stay true. */
  lifetime: Lifetime;
}

/**
 * Opens the site over a database and a catalog. Reads indexes from their files or else builds them; calls `say` for those that were damaged
 * or could not be kept.
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

/** Whether an address contains what the reader typed: words, or a place. */
const holdsOwnWords = (address: string) => /[?&](q|near)=/.test(address);

/** Returns the context of a request that arrives now. */
export function contextOf({ data, settings, assets, now: clock }: Site, edition: Edition): Context {
  const now = clock();
  return { ...data, ...edition, programs: programsAt(data.programs, now), settings, assets, now, lifetime: openLifetime() };
}

/** The moment of a context in ISO 8601, as the database has instants. */
export function nowInIso({ now }: Pick<Context, "now">): string {
  return new Date(now).toISOString();
}

/**
 * Replaces the data with the result of `makeNext`, unless that is null. One call at a time, so that none undoes the update of another.
 * Resolves to whether the data was replaced.
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
 * Updates the data from the database, or from another database. Meetings that another process has to index first (`npm run catalog --
 * index`) stay as they were; in that case another database is not adopted, and the result is false.
 */
export function refresh(site: Site, db: Database | null = null, say: Say = () => undefined): Promise<boolean> {
  return replaceData(site, (data) => reopenData(data, db ?? data.db, site.assets.build, site.now(), say));
}

/** Updates the order "soonest" once an hour has passed. */
export async function refreshWeek(site: Site): Promise<void> {
  await replaceData(site, (data) => turnWeek(data, site.now()));
}
