import { readdirSync, readFileSync } from "node:fs";
import type { ListName } from "../../../src/database/versions.ts";
import { searchDocuments } from "../../../src/library/search.ts";
import { searchMeetings } from "../../../src/meetings/search.ts";
import { fillPlaces } from "../../../src/places/fill.ts";
import { searchPrograms } from "../../../src/programs/search.ts";
import { parseFilter } from "../../../src/search/filter.ts";
import { importRecords } from "../../support/feeds.ts";
import { openTestSite, reopen } from "../../support/site.ts";
import { searchedMeetings } from "./some-meetings.ts";

/** A search as somebody typed it. */
interface Query {
  q: string;
  /** Where; programs where nothing is said. */
  list?: ListName;
  /** The listings of which one must be among the first three (meetings by their name). None: nothing must be found. */
  expect: string[];
  /** Listings that must not be among the first three. */
  never?: string[];
  about: string;
}

/** How well the search answers real queries. */
interface Quality {
  asked: number;
  held: number;
  /** The mean of 1/rank of the first expected listing on the first page. */
  meanReciprocalRank: number;
  misses: { q: string; about: string; found: string[]; expected: string[] }[];
}

const folder = new URL(".", import.meta.url);

/** Asks every query of the JSON files beside this one. */
export function measureQuality(): Quality {
  const ask = listsToAsk();
  const queries = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Query[]);
  const answers = queries.map((query) => {
    const found = ask[query.list ?? "programs"](query.q);
    return { ...query, found, rank: found.findIndex((id) => query.expect.includes(id)) + 1 };
  });
  const missed = answers.filter((answer) => !holds(answer));
  const ranked = answers.filter(({ expect }) => expect.length > 0);
  return {
    asked: queries.length,
    held: queries.length - missed.length,
    meanReciprocalRank: ranked.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranked.length,
    misses: missed.map(({ q, about, found, expect }) => ({ q, about, found: found.slice(0, 3), expected: expect })),
  };
}

function holds({ expect, never = [], found, rank }: Query & { found: string[]; rank: number }): boolean {
  const first = found.slice(0, 3);
  return expect.length === 0 ? found.length === 0 : rank > 0 && rank <= 3 && !never.some((id) => first.includes(id));
}

/** For each list, what its first page finds. */
function listsToAsk(): Record<ListName, (q: string) => string[]> {
  const site = openTestSite();
  fillPlaces(site.data.db);
  importRecords(site.data.db, { name: "Pine Ridge list" }, searchedMeetings);
  reopen(site);
  const { programs, documents, meetings, dangers } = site.data;
  const now = Date.parse("2026-11-23T14:30:00Z");
  return {
    programs: (q) => {
      const { understood, take } = searchPrograms(programs, parseFilter(programs, { q }));
      // The page shows the lines for danger above its results.
      const spoken = dangers.filter(({ id }) => understood?.dangers.includes(id));
      const lines = spoken.flatMap((danger) => danger.lines.flatMap((line) => line.programs));
      return [...new Set([...lines, ...take(0, 20).map(({ id }) => id)])];
    },
    documents: (q) =>
      searchDocuments(documents, parseFilter(documents, { q }))
        .take(0, 20)
        .map(({ id }) => id),
    meetings: (q) =>
      searchMeetings(meetings, { filter: parseFilter(meetings, { q }), from: null, night: null }, now)
        .take(0, 20)
        .map(({ fitting: [{ meeting }] }) => meeting.name),
  };
}
