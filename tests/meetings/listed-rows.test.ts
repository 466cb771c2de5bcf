import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { type OpenMeetings, rereadMeetings } from "../../src/meetings/open.ts";
import { countMeetings, searchMeetings, weeklyMeetings } from "../../src/meetings/search.ts";
import { unlistMeetings, versionOfMeetings } from "../../src/meetings/unlist.ts";
import { nameOfGroup } from "../../src/meetings/upcoming-groups.ts";
import { emptyFilter } from "../../src/search/filter.ts";
import { withChurch } from "../support/closed-church.ts";
import { openMeetingsOf } from "../support/open-meetings.ts";

/** Monday, 30 November 2026, eight in the morning in Bigfork. */
const now = Date.parse("2026-11-30T15:00Z");
const bigfork = { latitude: 48.06, longitude: -114.07, miles: 25 };

let db: Database;
let indexed: OpenMeetings;
beforeEach(() => {
  db = withChurch();
  indexed = openMeetingsOf(db, now);
});

/** Takes meetings off, and looks through the index that was made before. */
function without(...ids: string[]): OpenMeetings {
  const edit = { by: { role: "editor", account: "a" }, at: "2026-11-30T15:00:00Z", why: "x" } as const;
  // Cards that were read before.
  searchMeetings(indexed, { filter: emptyFilter, from: null, night: null }, now).take(0, 20);
  unlistMeetings(db, ids, ids, { ...edit, expected: versionOfMeetings(db, ids) });
  return rereadMeetings(db, indexed);
}

const namesIn = (meetings: OpenMeetings, filter = emptyFilter, from: typeof bigfork | null = null) => {
  const answer = searchMeetings(meetings, { filter, from, night: null }, now);
  const names = answer.take(0, 20).map(({ times }) => nameOfGroup(times));
  expect(names).toHaveLength(answer.total);
  return names;
};

describe("meetings that were taken off while their list still waits for its index", () => {
  it("are neither found nor counted, in the whole list, by words, near a place, today and without travel", () => {
    const after = { ...emptyFilter, parameters: { after: "now" } };
    const everywhere = (meetings: OpenMeetings) => [
      namesIn(meetings),
      namesIn(meetings, { ...emptyFilter, q: "both ways" }),
      namesIn(meetings, emptyFilter, bigfork),
      namesIn(meetings, after),
      namesIn(meetings, { ...emptyFilter, chosen: { format: ["video"] } }),
      searchMeetings(meetings, { filter: emptyFilter, from: bigfork, night: null }, now)
        .noTravel()
        .map(({ times }) => nameOfGroup(times)),
    ];
    for (const names of everywhere(indexed)) expect(names).toContain("Both Ways");
    const left = without("flathead-both");
    for (const names of everywhere(left)) expect(names).not.toContain("Both Ways");
    const monday = { day: ["monday"] };
    expect(countMeetings(left, monday).groups).toBe(countMeetings(indexed, monday).groups - 1);
    expect(weeklyMeetings(left, monday).times).toBe(weeklyMeetings(indexed, monday).times - 1);
  });

  it("leave the other times of their group", () => {
    const [sunrise] = searchMeetings(
      without("flathead-sunrise"),
      { filter: { ...emptyFilter, q: "sunrise" }, from: null, night: null },
      now,
    ).take(0, 5);
    expect(sunrise!.times.map(({ meeting }) => meeting.id)).toEqual(["flathead-sunrise-2"]);
  });

  it("cost nothing once the index is made anew", () => {
    without("flathead-both");
    expect(indexed.listed).toBeNull();
    expect(openMeetingsOf(db, now).listed).toBeNull();
  });
});
