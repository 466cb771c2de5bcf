import { writeFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { pino } from "pino";
import { createApp } from "../../src/app.ts";
import { importCatalog } from "../../src/catalog/import.ts";
import { catalogFolder } from "../../src/catalog/read.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { fillPlaces } from "../../src/places/fill.ts";
import { builtCatalog, type Catalog, readCatalog } from "../../src/site/catalog.ts";
import { openData } from "../../src/site/data.ts";
import { type Edition, editions } from "../../src/site/edition.ts";
import { openSite, type Site } from "../../src/site/site.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { serve } from "../../src/web/server.ts";
import { settingsFor } from "./settings.ts";

/** The site over the real catalog, in a database of its own in memory. */
export function openTestSite(folder: string = catalogFolder, now: () => number = Date.now) {
  return openSiteOver(folder === catalogFolder ? withCatalog() : importedFrom(folder), now, folder);
}

/** The real catalog in a database of its own. */
export const withCatalog = copiesOf(() => importedFrom(catalogFolder));

/** The real catalog in the file of a database, as an import leaves it. */
export function writeCatalog(path: string): void {
  const db = withCatalog();
  writeFileSync(path, db.serialize());
  db.close();
}

function importedFrom(folder: string): Database {
  const db = openDatabase(":memory:");
  importCatalog(db, folder, "2026-11-24T12:00:00.000Z");
  return db;
}

/** The same with the ZIP codes. */
export const withPlaces = copiesOf(() => {
  const db = withCatalog();
  fillPlaces(db);
  return db;
});

/** Makes a database once, and from then on a copy of it: that takes a moment, an import half a second. */
export function copiesOf(make: () => Database): () => Database {
  let bytes: Buffer | null = null;
  return () => {
    if (bytes === null) {
      const db = make();
      bytes = db.serialize();
      db.close();
    }
    const copy = new Sqlite(bytes);
    copy.pragma("foreign_keys = ON");
    return copy;
  };
}

export function openSiteOver(db: Database, now: () => number, folder: string | null = null) {
  const settings = settingsFor("https://porchlight.example");
  return openSite(db, catalogOf(folder), settings, loadAssets(), now);
}

/** Shows what a test has just imported, at once. */
export function reopen(site: Site, folder: string | null = null): void {
  site.data = openData(site.data.db, catalogOf(folder), site.assets.build, site.now(), console.error);
}

/** The catalog in a folder; null: that of the project. */
function catalogOf(folder: string | null): Catalog {
  return folder === null ? builtCatalog() : readCatalog(folder);
}

/** The server over a site, its log silent. */
export function openTestApp(site = openTestSite(), served: readonly [Edition, ...Edition[]] = editions) {
  return serve(createApp(site, pino({ level: "silent" }), served), site.cache);
}
