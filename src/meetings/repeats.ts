import type { GroupKeys } from "./group-keys.ts";
import type { ListedTime } from "./listed-twice.ts";

/** For each time that is not shown because another list has it too: the one that is shown, both by their rows in `meeting_times`. */
type Repeats = ReadonlyMap<number, number>;

/** Shows each time once: of the list that says most of its group, so that a group does not fall apart into what two lists say of it. */
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
  /** In the mean. */
  facts: number;
  updated: string;
}

function totalOf(feed: string, times: readonly ListedTime[]): Total {
  const own = times.filter((time) => time.feed === feed);
  const updated = own.map((time) => time.updated ?? "").sort();
  return { feed, facts: own.reduce((sum, { facts }) => sum + facts, 0) / own.length, updated: updated.at(-1)! };
}

/** The fuller first, then the one that was changed last. */
function compareTotals(a: Total, b: Total): number {
  return b.facts - a.facts || (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.feed < b.feed ? -1 : 1);
}
