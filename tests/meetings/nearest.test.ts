import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/database/open.ts";
import { radii } from "../../src/meetings/facets.ts";
import { type Meeting, type Occurrence, weekdays } from "../../src/meetings/meeting.ts";
import { saveMeeting } from "../../src/meetings/save.ts";
import { searchMeetings } from "../../src/meetings/search.ts";
import { milesBetween, type Point } from "../../src/places/distance.ts";
import { emptyFilter } from "../../src/search/filter.ts";
import { openMeetingsOf } from "../support/open-meetings.ts";
import { copiesOf } from "../support/site.ts";
import { someMeeting } from "../support/some-meeting.ts";
import { vocabulary } from "../support/vocabulary.ts";

/** Migrated once. */
const emptyDatabase = copiesOf(() => openDatabase(":memory:"));

/** Saturday, 14 November 2026, 19:00 in Denver. */
const now = Date.parse("2026-11-15T02:00:00Z");
const center: Point = { latitude: 48, longitude: -114 };

/** From next door to three hundred miles away; some places are shared. */
const anyPoint = fc
  .tuple(fc.constantFrom(0, 0.01, 0.05, 0.3, 0.9, 1.6, 2.5, 4.2), fc.constantFrom(-1, 0, 1))
  .map(([away, turn]): Point => ({ latitude: center.latitude - away, longitude: center.longitude + turn * away }));

const anyTime = fc.record({ day: fc.nat(6), hour: fc.integer({ min: 6, max: 22 }) });
const anyMeeting = fc.record({
  name: fc.constantFrom("Sunrise", "Nooners", "Grange Hall"),
  street: fc.constantFrom("1 Main St", "2 Main St"),
  point: anyPoint,
  times: fc.uniqueArray(anyTime, { selector: ({ day, hour }) => day * 24 + hour, maxLength: 3 }),
  join: fc.constantFrom<Meeting["join"]>("in-person", "in-person", "paused"),
});
type Made = typeof anyMeeting extends fc.Arbitrary<infer Value> ? Value : never;

const occurrencesOf = ({ times }: Made): Occurrence[] => times.map(({ day, hour }) => ({ day, start: hour * 60, length: 60 }));

function openWith(meetings: readonly Made[]) {
  const db = emptyDatabase();
  for (const [at, made] of meetings.entries()) {
    const { name, street, point, join } = made;
    const place = { ...someMeeting.place, name: null, street, city: "Bigfork", state: "MT", point, approximate: false };
    const zone = { name: "America/Denver", from: "feed" } as const;
    saveMeeting(db, vocabulary, { ...someMeeting, id: `prairie-${at}`, name, place, zone, join, occurrences: occurrencesOf(made) }, [], 1);
  }
  return openMeetingsOf(db, now);
}

const groupOf = ({ name, street }: { name: string; street: string | null }) => `${name}, ${street}`;

/** Nobody gets to what began within the last day, or begins before one is there at 45 miles an hour, on a road a quarter longer than the line. */
function isTooLate(minute: number, miles: number): boolean {
  const nowMinute = 6 * 1440 + 19 * 60;
  const since = (nowMinute - minute + 10_080) % 10_080;
  const minutesLate = since <= 1440 ? since : since - 10_080;
  return minutesLate > -Math.ceil((miles * 1.25 * 60) / 45);
}

/** What measuring every time of every meeting finds: the groups within the first radius that has any, each at the nearest of its times. */
function expectedOf(meetings: readonly Made[], miles: number, day: number | null, inTime: boolean): { groups: string[]; radius: number } {
  const rooms = meetings
    .flatMap((made) => (made.times.length > 0 ? occurrencesOf(made) : [null]).map((time) => ({ made, time })))
    .map(({ made, time }, row) => ({ made, row, day: time?.day, minute: time ? time.day * 1440 + time.start : Number.POSITIVE_INFINITY }))
    .filter((one) => one.made.join === "in-person" && (day === null || one.day === day))
    .map((one) => ({ ...one, miles: milesBetween(center, one.made.point) }))
    .filter((one) => !inTime || !Number.isFinite(one.minute) || !isTooLate(one.minute, one.miles))
    .sort(
      (a, b) =>
        a.miles - b.miles || a.minute - b.minute || (a.made.name < b.made.name ? -1 : a.made.name > b.made.name ? 1 : a.row - b.row),
    );
  const radius = [miles, ...radii.filter((radius) => radius > miles)].find((radius) => rooms.some((room) => room.miles <= radius)) ?? miles;
  const within = rooms.filter((room) => room.miles <= radius);
  return { groups: [...new Set(within.map(({ made }) => groupOf(made)))], radius };
}

describe("the nearest meetings", () => {
  it("are the groups that measuring every meeting finds, in that order, as far as it takes to find any", () => {
    fc.assert(
      fc.property(
        fc.array(anyMeeting, { maxLength: 25 }),
        fc.constantFrom(...radii),
        fc.option(fc.nat(6)),
        fc.boolean(),
        (meetings, miles, day, inTime) => {
          const chosen = day === null ? {} : { day: [weekdays[day]!] };
          const parameters: Record<string, string> = inTime ? { after: "now" } : {};
          const answer = searchMeetings(
            openWith(meetings),
            { filter: { ...emptyFilter, chosen, parameters }, from: { ...center, miles }, night: null },
            now,
          );
          const groups = answer.take(0, 100).map(({ fitting: [{ meeting }] }) => groupOf({ ...meeting, street: meeting.place.street }));
          const expected = expectedOf(meetings, miles, day, inTime);
          expect(groups).toEqual(expected.groups);
          expect(answer.total).toBe(expected.groups.length);
          expect(answer.radius).toBe(expected.radius);
        },
      ),
      { numRuns: 60 },
    );
  });
});
