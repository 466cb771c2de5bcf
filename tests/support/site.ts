import { pino } from "pino";
import { createApp } from "../../src/app.ts";
import { importCatalog } from "../../src/catalog/import.ts";
import { catalogFolder } from "../../src/catalog/read.ts";
import { openDatabase } from "../../src/database/open.ts";
import { openData } from "../../src/site/data.ts";
import { openSite, type Site } from "../../src/site/site.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { serve } from "../../src/web/server.ts";
import { throwOnMissingLocals } from "../../src/web/view.ts";

throwOnMissingLocals();

/** The site over the real catalog, in a database of its own in memory. */
export function openTestSite(folder: string = catalogFolder, now: () => number = Date.now) {
  const db = openDatabase(":memory:");
  importCatalog(db, folder, "2026-11-24T12:00:00.000Z");
  const settings = { siteUrl: "https://porchlight.example", contactEmail: "help@porchlight.example" };
  return openSite(db, folder, settings, loadAssets(), now);
}

/** Shows what a test has just imported, at once. */
export function reopen(site: Site, folder: string = catalogFolder): void {
  site.data = openData(site.data.db, folder, site.assets.build, site.now());
}

/** The server over a site, its log silent. */
export function openTestApp(site = openTestSite()) {
  return serve(createApp(site, pino({ level: "silent" })), site.cache);
}
