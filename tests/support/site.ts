import { pino } from "pino";
import { createApp } from "../../src/app.ts";
import { importCatalog } from "../../src/catalog/import.ts";
import { catalogFolder } from "../../src/catalog/read.ts";
import { openDatabase } from "../../src/database/open.ts";
import { openSite } from "../../src/pages/site.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { serve } from "../../src/web/server.ts";

/** The site over the real catalog, in a database of its own in memory. */
export function openTestSite(folder: string = catalogFolder, now: () => number = Date.now) {
  const db = openDatabase(":memory:");
  importCatalog(db, folder, "2026-11-24T12:00:00.000Z");
  return openSite(db, { siteUrl: "https://porchlight.example", contactEmail: "help@porchlight.example" }, loadAssets(), now);
}

/** The server over a site, its log silent. */
export function openTestApp(site = openTestSite()) {
  return serve(createApp(site, pino({ level: "silent" })), site.cache);
}
