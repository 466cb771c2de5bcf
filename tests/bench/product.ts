import { type Database, openDatabase } from "../../src/database/open.ts";
import { type Filter, noFilter } from "../../src/facets/filter.ts";
import type { Facet } from "../../src/facets/index.ts";
import { type FeedReport, importFeed } from "../../src/feeds/import.ts";
import { sourceOf } from "../../src/feeds/update.ts";
import { type From, searchMeetings } from "../../src/meetings/search.ts";
import { openSite, prepareIndexes } from "../../src/pages/site.ts";
import { searchPrograms } from "../../src/programs/search.ts";
import { loadAssets } from "../../src/web/assets.ts";

/** The product as the bench asks it, and the rows that rivals are filled with. Nothing else here searches or imports by itself. */

/** What a page of results needs: how many, the first twenty in order, and how many each option would leave. */
export interface Answer {
  total: number;
  ids: string[];
  counts: Readonly<Record<string, readonly number[]>>;
}

/** A row of a list, as it is stored. */
export interface ListRow {
  id: string;
  /** Its "facet value" pairs. */
  tags: string[];
  /** Its searched words, one text for each field. */
  texts: string[];
  /** Minutes after Sunday midnight where it meets; null for a program. */
  minute: number | null;
  latitude: number | null;
  longitude: number | null;
}

/** A list with the way to ask it. Rows come in the list's own order. */
export interface ProductList {
  facets: readonly Facet[];
  rows(): Iterable<ListRow>;
  answer(filter: Partial<Filter>, from?: From): Answer;
  close(): void;
}

/** The clock that every question about meetings is asked at: a Monday evening. */
export const now = Date.parse("2026-09-21T23:00:00Z");

/** The programs of a database. */
export function openPrograms(file: string): ProductList {
  const { db, programs } = openSiteOver(file);
  return {
    facets: programs.facets,
    rows: () => rowsOf(db, "SELECT id, facets, text FROM programs ORDER BY reach, name COLLATE NOCASE"),
    answer(filter) {
      const { total, cards, counts } = searchPrograms(programs, { ...noFilter, ...filter });
      return { total, ids: cards.map(({ id }) => id), counts };
    },
    close: () => db.close(),
  };
}

/** The meetings of a database. */
export function openMeetings(file: string): ProductList {
  const { db, meetings } = openSiteOver(file);
  const columns = "s.id, m.facets, m.text, m.minute, m.latitude, m.longitude";
  return {
    facets: meetings.facets,
    rows: () => rowsOf(db, `SELECT ${columns} FROM meetings m JOIN scheduled s ON s.number = m.meeting ORDER BY ${inOrder}`),
    answer(filter, from) {
      const { total, cards, counts } = searchMeetings(meetings, { ...noFilter, ...filter }, now, from ?? null);
      return { total, ids: cards.map(({ id }) => id), counts };
    },
    close: () => db.close(),
  };
}

const inOrder = "m.minute IS NULL, m.minute, m.name COLLATE NOCASE, m.number";

function* rowsOf(db: Database, sql: string): Iterable<ListRow> {
  type Stored = Partial<ListRow> & { id: string; facets: string; text: string };
  for (const { id, facets, text, minute = null, latitude = null, longitude = null } of db.prepare<[], Stored>(sql).iterate()) {
    yield { id, tags: facets.split("\n"), texts: text.split("\n"), minute, latitude, longitude };
  }
}

/** Keeps the indexes beside the file, so that they are built once for all parts and servers. */
function openSiteOver(file: string) {
  const [db, assets] = [openDatabase(file), loadAssets()];
  prepareIndexes(db, assets);
  return openSite(db, { siteUrl: "http://localhost", contactEmail: null }, assets, () => now);
}

/** Imports a feed of Alcoholics Anonymous in Denver's time into a database. */
export function importInto(file: string, feed: string): FeedReport {
  const db = openDatabase(file);
  const source = sourceOf({ id: "made-up", program: "alcoholics-anonymous", zone: feedZone, region: null });
  const report = importFeed(db, source, feed, { shape: "auto", force: false, dryRun: false, at: "2026-01-02T00:00:00.000Z" });
  db.close();
  return report;
}

export const feedZone = "America/Denver";
