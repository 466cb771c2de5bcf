import { type Guidance, readGuidance } from "../catalog/guidance.ts";
import { type HelpNow, readHelpNow } from "../catalog/help-now.ts";
import { dataVersion } from "../catalog/import.ts";
import { type OpenCollection, openCollection } from "../collection/collection.ts";
import { readPhrasebook } from "../collection/phrasebook.ts";
import type { Database } from "../database/open.ts";
import type { FacetValue } from "../facets/vocabulary.ts";
import { documents } from "../library/facets.ts";
import { meetingCounts } from "../meetings/find.ts";
import { type OpenMeetings, openMeetings } from "../meetings/open.ts";
import { programs } from "../programs/facets.ts";
import { findProgram } from "../programs/find.ts";
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
  meetings: OpenMeetings;
  guidance: Guidance;
  helpNow: HelpNow;
  settings: Settings;
  assets: Assets;
  words: Words;
  kept: KeptPages;
  /** The clock, in epoch milliseconds. */
  now(): number;
  /** Takes up what another process (an import) has written. Cheap when there is nothing new. */
  refresh(): void;
}

/** Opens the collections over the database. */
export function openSite(db: Database, settings: Settings, assets: Assets, now: () => number = Date.now): Site {
  const phrasebook = readPhrasebook();
  let version = dataVersion(db);
  const site: Site = {
    db,
    settings,
    assets,
    words: en,
    programs: openCollection(db, programs, phrasebook),
    documents: openCollection(db, documents, phrasebook),
    meetings: openMeetings(db, phrasebook, programsThatMeet(db), now()),
    guidance: readGuidance(),
    helpNow: readHelpNow(),
    now,
    kept: keepPages(() => `${assets.build}-${version}`, securityHeaders),
    refresh() {
      const latest = dataVersion(db);
      if (latest === version) return;
      site.programs = openCollection(db, programs, phrasebook);
      site.documents = openCollection(db, documents, phrasebook);
      site.meetings = openMeetings(db, phrasebook, programsThatMeet(db), now());
      version = latest;
    },
  };
  return site;
}

/** The programs that have meetings, as values to narrow by, most meetings first. */
function programsThatMeet(db: Database): FacetValue[] {
  const counts = [...meetingCounts(db)].sort(([, a], [, b]) => b - a);
  return counts.map(([id]) => {
    const name = { en: findProgram(db, id)?.name ?? id };
    return { id, label: name, phrase: { en: `of ${name.en}` }, meaning: { en: `Its meetings are those of ${name.en}.` } };
  });
}
