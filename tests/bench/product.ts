import { editListing } from "../../src/catalog/edit-listing.ts";
import { catalogFolder } from "../../src/catalog/read.ts";
import { readVocabulary } from "../../src/catalog/vocabulary.ts";
import { versionOfSubject } from "../../src/changes/append.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { importFeed } from "../../src/feeds/import.ts";
import type { FeedReport } from "../../src/feeds/report.ts";
import type { OpenMeetings } from "../../src/meetings/open.ts";
import { searchMeetings } from "../../src/meetings/search.ts";
import type { Reach } from "../../src/places/within-miles.ts";
import { findProgram } from "../../src/programs/find.ts";
import { searchPrograms } from "../../src/programs/search.ts";
import type { Facet } from "../../src/search/facets/counts.ts";
import { emptyFilter, type Filter } from "../../src/search/filter.ts";
import { builtCatalog } from "../../src/site/catalog.ts";
import { prepareIndexes } from "../../src/site/indexes.ts";
import { openSite } from "../../src/site/site.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { settingsFor } from "../support/settings.ts";

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
  /** The number of its group: what is of one group is one in every answer. Null where the list has none. */
  group: number | null;
  /** Its "facet value" pairs. */
  tags: string[];
  /** Its searched words, one text for each field. */
  texts: string[];
  /** Minutes after Sunday midnight by UTC, in the week of `now`; null for a program. */
  minute: number | null;
  latitude: number | null;
  longitude: number | null;
}

/** A list with the way to ask it. Rows come in the list's own order. */
export interface ProductList {
  facets: readonly Facet[];
  rows(): Iterable<ListRow>;
  answer(filter: Partial<Filter>, from?: Reach): Answer;
  close(): void;
}

/** The clock that every question about meetings is asked at: a Monday evening. */
export const now = Date.parse("2026-09-21T23:00:00Z");

/** The programs of a database. */
export function openPrograms(file: string): ProductList {
  const { db, programs } = openSiteOver(file);
  return {
    facets: programs.facets,
    rows: () => rowsOf(db, "SELECT id, facets, text FROM programs ORDER BY ease, name COLLATE NOCASE"),
    answer(filter) {
      const { total, take, counts } = searchPrograms(programs, { ...emptyFilter, ...filter });
      return { total, ids: take(0, 20).map(({ id }) => id), counts };
    },
    close: () => db.close(),
  };
}

/** The meetings of a database. */
export function openMeetings(file: string): ProductList {
  const { db, meetings } = openSiteOver(file);
  const groups = meetings.facetIndex.groups!.of;
  if (groups.length !== db.prepare("SELECT count(*) FROM meeting_times").pluck().get())
    throw new Error("Some meetings are listed twice, so that SQL would answer with more.");
  const starts = startsOf(meetings);
  const columns = "meetings.id, facets, text, latitude, longitude";
  return {
    facets: meetings.facets,
    rows: () =>
      rowsOf(db, `SELECT ${columns} FROM meeting_times JOIN meetings ON meetings.row = meeting ORDER BY ${inOrder}`, (at) => ({
        group: groups[at]!,
        minute: starts.get(at)!,
      })),
    answer(filter, from) {
      const { total, take, counts } = searchMeetings(
        meetings,
        { filter: { ...emptyFilter, ...filter }, from: from ?? null, night: null },
        now,
      );
      return { total, ids: take(0, 20).map(({ fitting: [{ meeting }] }) => meeting.id), counts };
    },
    close: () => db.close(),
  };
}

/** The minute of the week, by UTC, at which each position begins: the feed's times are by the clocks of their states. */
function startsOf({ week: { order, minutes } }: OpenMeetings): Map<number, number> {
  return new Map(Array.from(minutes, (minute, place) => [order[place]!, minute]));
}

const inOrder = "minute IS NULL, minute, meeting_times.name COLLATE NOCASE, meeting_times.row";

type WhenAndWho = Pick<ListRow, "minute" | "group">;

function* rowsOf(
  db: Database,
  sql: string,
  more: (position: number) => WhenAndWho = () => ({ minute: null, group: null }),
): Iterable<ListRow> {
  type Stored = Partial<ListRow> & { id: string; facets: string; text: string };
  let position = 0;
  for (const { id, facets, text, latitude = null, longitude = null } of db.prepare<[], Stored>(sql).iterate()) {
    yield { id, tags: facets.split("\n"), texts: text.split("\n"), latitude, longitude, ...more(position++) };
  }
}

/** Keeps the indexes beside the file, so that they are built once for all parts and servers. */
function openSiteOver(file: string) {
  const [db, assets] = [openDatabase(file), loadAssets()];
  prepareIndexes(db, builtCatalog, assets.build, console.error);
  return openSite(db, builtCatalog(), settingsFor("http://localhost"), assets, () => now).data;
}

/** Imports a feed of Alcoholics Anonymous in Denver's time into a database. */
export function importInto(file: string, feed: string): FeedReport {
  const db = openDatabase(file);
  const source = { id: "made-up", name: null, program: "alcoholics-anonymous", zone: feedZone, region: null, shape: "auto" } as const;
  const vocabulary = readVocabulary(catalogFolder);
  const report = importFeed(db, source, feed, { vocabulary, force: false, dryRun: false, at: "2026-01-02T00:00:00.000Z" });
  db.close();
  return report;
}

/** Somebody who edits the programs of a database that a server answers from. */
export interface Editing {
  /** Gives one program another name. */
  rename(): void;
  /** Adds a program of a name that nothing else has, which it returns. */
  add(): string;
  close(): void;
}

export function openEditing(file: string): Editing {
  const db = openDatabase(file);
  const vocabulary = readVocabulary(catalogFolder);
  const original = findProgram(db, "lifering");
  let edits = 0;
  const save = (change: { id: string; name: string }) =>
    editListing(db, vocabulary, {
      list: "programs",
      listing: { ...original, ...change },
      kind: findProgram(db, change.id) === null ? "added" : "changed",
      expected: versionOfSubject(db, "programs", change.id),
      by: { role: "editor", account: "1" },
      at: "2026-01-03T00:00:00.000Z",
      why: null,
      isPublic: true,
    });
  return {
    rename: () => void save({ id: "lifering", name: `LifeRing ${++edits}` }),
    add() {
      const name = `Zq${(++edits).toString(36).padStart(6, "x")}`;
      save({ id: `made-up-edit-${edits}`, name });
      return name;
    },
    close: () => db.close(),
  };
}

export const feedZone = "America/Denver";
