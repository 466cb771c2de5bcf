import type { GroupKeys } from "./group-keys.ts";
import type { ListedTime } from "./listed-twice.ts";

/** Hidden times, which another list also has: the time shown instead, both by their rows in `meeting_times`. */
type Repeats = ReadonlyMap<number, number>;

/**
 * Chooses which listing of each time is shown: that of the list with the most facts about the group, so that a group is not split between two
 * lists.
 */
export function chooseShown(twice: readonly (readonly ListedTime[])[], { who }: Pick<GroupKeys, "who">): Repeats {
  const groups = Map.groupBy(twice, ([first]) => who.get(first!.meeting));
  const repeats = new Map<number, number>();
  for (const group of groups.values()) {
    const feeds = [...new Set(group.flat().map(({ feed }) => feed))];
    const best = feeds.map((feed) => totalOf(feed, group.flat())).sort(compareTotals);
    for (const times of group) {
      const feed = best.find((total) => times.some((time) => time.feed === total.feed))!.feed;
      const shown = times.find((time) => time.feed === feed)!;
      for (const { time } of times) if (time !== shown.time) repeats.set(time, shown.time);
    }
  }
  return repeats;
}

interface Total {
  feed: string;
  /** Mean per time. */
  facts: number;
  updated: string;
}

function totalOf(feed: string, times: readonly ListedTime[]): Total {
  const own = times.filter((time) => time.feed === feed);
  const updated = own.map((time) => time.updated ?? "").sort();
  return { feed, facts: own.reduce((sum, { facts }) => sum + facts, 0) / own.length, updated: updated.at(-1)! };
}

/** Compares totals: more facts first, then the later update, then the feed's id. */
function compareTotals(a: Total, b: Total): number {
  if (a.facts !== b.facts) return b.facts - a.facts;
  if (a.updated !== b.updated) return a.updated < b.updated ? 1 : -1;
  return a.feed < b.feed ? -1 : 1;
}
