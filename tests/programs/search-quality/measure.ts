import { readFileSync } from "node:fs";
import { searchPrograms } from "../../../src/programs/search.ts";
import { parseFilter } from "../../../src/search/filter.ts";
import { openTestSite } from "../../support/site.ts";

/** A search as somebody typed it, and the programs of which one must be among the first three. */
interface Query {
  q: string;
  expect: string[];
  about: string;
}

/** How well the search answers real queries. */
interface Quality {
  asked: number;
  /** How many have an expected program among the first three. */
  held: number;
  /** The mean of 1/rank of the first expected program on the first page. */
  meanReciprocalRank: number;
  misses: { q: string; about: string; found: string[]; expected: string[] }[];
}

/** Asks every query of queries.json. */
export function measureQuality(): Quality {
  const queries = JSON.parse(readFileSync(new URL("queries.json", import.meta.url), "utf8")) as Query[];
  const { programs, dangers } = openTestSite().data;
  const answers = queries.map((query) => {
    const { understood, take } = searchPrograms(programs, parseFilter(programs, { q: query.q }));
    // The page shows the lines for danger above its results.
    const spoken = dangers.filter(({ id }) => understood?.dangers.includes(id));
    const lines = spoken.flatMap((danger) => danger.lines.flatMap((line) => line.programs));
    const found = [...new Set([...lines, ...take(0, 20).map(({ id }) => id)])];
    return { ...query, found, rank: found.findIndex((id) => query.expect.includes(id)) + 1 };
  });
  const missed = answers.filter(({ rank }) => rank === 0 || rank > 3);
  return {
    asked: queries.length,
    held: queries.length - missed.length,
    meanReciprocalRank: answers.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0) / queries.length,
    misses: missed.map(({ q, about, found, expect }) => ({ q, about, found: found.slice(0, 3), expected: expect })),
  };
}
