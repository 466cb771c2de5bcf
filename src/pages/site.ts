import { type Guidance, readGuidance } from "../catalog/guidance.ts";
import { type HelpNow, readHelpNow } from "../catalog/help-now.ts";
import { dataVersion } from "../catalog/import.ts";
import { build } from "../collection/built.ts";
import { type OpenCollection, openCollection } from "../collection/collection.ts";
import { isKept, keep, kept } from "../collection/keep.ts";
import { type Phrasebook, readPhrasebook } from "../collection/phrasebook.ts";
import type { Database } from "../database/open.ts";
import type { FacetValue } from "../facets/vocabulary.ts";
import { feedNames } from "../feeds/state.ts";
import { documents } from "../library/facets.ts";
import { meetingCounts } from "../meetings/find.ts";
import { buildMeetings, type OpenMeetings, openMeetings } from "../meetings/open.ts";
import { programs } from "../programs/facets.ts";
import { findProgram } from "../programs/find.ts";
import type { Assets } from "../web/assets.ts";
import { openPageCache, type PageCache } from "../web/page-cache.ts";
import { securityHeaders } from "../web/security-headers.ts";
import { en, type Words } from "../words/en.ts";
import { holdsOwnWords } from "./urls.ts";

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
  /** What readers know each feed of meetings as, by its id. */
  feedNames: ReadonlyMap<string, string>;
  guidance: Guidance;
  helpNow: HelpNow;
  settings: Settings;
  assets: Assets;
  words: Words;
  cache: PageCache;
  /** The clock, in epoch milliseconds. */
  now(): number;
  /** Whether another process (an import) has written what is not shown yet. */
  isBehind(): boolean;
  /** Takes up what another process has written. Cheap when there is nothing new. */
  refresh(): void;
}

/** Opens the collections over the database. Their indexes are those that prepareIndexes kept, else they are built now. */
export function openSite(db: Database, settings: Settings, assets: Assets, now: () => number = Date.now): Site {
  const phrasebook = readPhrasebook();
  let version = versionOf(db, assets);
  const site: Site = {
    db,
    settings,
    assets,
    words: en,
    ...openCollections(db, phrasebook, version, now()),
    guidance: readGuidance(),
    helpNow: readHelpNow(),
    now,
    cache: openPageCache({ version: () => version, now, isPersonal: holdsOwnWords, headers: securityHeaders }),
    isBehind: () => versionOf(db, assets) !== version,
    refresh() {
      const latest = versionOf(db, assets);
      if (latest === version) return;
      Object.assign(site, openCollections(db, phrasebook, latest, now()));
      version = latest;
    },
  };
  return site;
}

/** Of the data, and of the program that shows it. */
function versionOf(db: Database, { build }: Assets): string {
  return `${build}-${dataVersion(db)}`;
}

function openCollections(db: Database, phrasebook: Phrasebook, version: string, now: number) {
  const meet = programsThatMeet(db);
  const made = indexMakers(db, phrasebook, meet);
  const index = <Name extends keyof typeof made>(name: Name) =>
    kept<ReturnType<(typeof made)[Name]>>(db, name, version) ?? (made[name]() as ReturnType<(typeof made)[Name]>);
  return {
    programs: openCollection(db, programs, phrasebook, index("programs")),
    documents: openCollection(db, documents, phrasebook, index("documents")),
    meetings: openMeetings(db, phrasebook, meet, index("meetings"), now),
    feedNames: feedNames(db),
  };
}

const indexNames = ["programs", "documents", "meetings"] as const;

/** Builds the indexes of what the database holds now and keeps them for whoever opens the site, unless they are there already. */
export function prepareIndexes(db: Database, assets: Assets): void {
  const version = versionOf(db, assets);
  const missing = indexNames.filter((name) => !isKept(db, name, version));
  if (missing.length === 0) return;
  const made = indexMakers(db, readPhrasebook(), programsThatMeet(db));
  for (const name of missing) keep(db, name, version, made[name]());
}

function indexMakers(db: Database, phrasebook: Phrasebook, meet: readonly FacetValue[]) {
  return {
    programs: () => build(db, programs, phrasebook),
    documents: () => build(db, documents, phrasebook),
    meetings: () => buildMeetings(db, phrasebook, meet),
  };
}

/** The programs that have meetings, as values to narrow by, most meetings first. */
function programsThatMeet(db: Database): FacetValue[] {
  const counts = [...meetingCounts(db)].sort(([, a], [, b]) => b - a);
  return counts.map(([id]) => {
    const name = { en: findProgram(db, id)?.name ?? id };
    return { id, label: name, phrase: { en: `of ${name.en}` }, meaning: { en: `Its meetings are those of ${name.en}.` } };
  });
}
