import { type Guidance, readGuidance } from "../catalog/guidance.ts";
import { type HelpNow, readHelpNow } from "../catalog/help-now.ts";
import { dataVersion } from "../catalog/import.ts";
import { type OpenCollection, openCollection } from "../collection/collection.ts";
import { readPhrasebook } from "../collection/phrasebook.ts";
import type { Database } from "../database/open.ts";
import { documents } from "../library/facets.ts";
import { programs } from "../programs/facets.ts";
import type { Assets } from "../web/assets.ts";
import { type KeptPages, keepPages } from "../web/kept.ts";
import { securityHeaders } from "../web/security.ts";
import { en, type Words } from "../words/en.ts";

/** What the operator decides and pages show. */
export interface Settings {
  siteUrl: string;
  contactEmail: string | null;
}

/** What every page answers from. */
export interface Site {
  db: Database;
  programs: OpenCollection;
  documents: OpenCollection;
  guidance: Guidance;
  helpNow: HelpNow;
  settings: Settings;
  assets: Assets;
  words: Words;
  kept: KeptPages;
  /** Takes up what another process (an import) has written. Cheap when there is nothing new. */
  refresh(): void;
}

/** Opens the collections over the database. */
export function openSite(db: Database, settings: Settings, assets: Assets): Site {
  const phrasebook = readPhrasebook();
  let version = dataVersion(db);
  const site: Site = {
    db,
    settings,
    assets,
    words: en,
    programs: openCollection(db, programs, phrasebook),
    documents: openCollection(db, documents, phrasebook),
    guidance: readGuidance(),
    helpNow: readHelpNow(),
    kept: keepPages(() => `${assets.build}-${version}`, securityHeaders),
    refresh() {
      const now = dataVersion(db);
      if (now === version) return;
      site.programs = openCollection(db, programs, phrasebook);
      site.documents = openCollection(db, documents, phrasebook);
      version = now;
    },
  };
  return site;
}
