import { eveningBegins, isInTime, nightEnds } from "../../meetings/schedule/in-time.ts";
import type { MeetingAnswer } from "../../meetings/search.ts";
import type { UpcomingGroup, UpcomingTime } from "../../meetings/upcoming-groups.ts";
import { inZone } from "../../places/wall-clock.ts";
import type { Context } from "../../site/site.ts";
import { usualRadius } from "./nearby.ts";
import type { MeetingQuestion } from "./question.ts";

/** What can be joined from home, if the rooms are far or none can be reached in time. */
interface FromHere {
  heading: string;
  rows: UpcomingGroup[];
  /** Heading of the rooms, which come after it. */
  inPerson: string;
}

/**
 * For a search from a place on no other day, returns what needs no travel if the nearest room is beyond the usual radius, or none of these
 * `rows` can be reached before the night is over. What begins tonight is preferred; without any, everything if the rooms are far. Otherwise
 * null.
 */
export function fromHere(
  { words: { meetings }, now }: Pick<Context, "words" | "now">,
  { filter, from, tz }: MeetingQuestion,
  answer: MeetingAnswer,
  rows: readonly UpcomingGroup[],
): FromHere | null {
  const otherDay = filter.chosen["day"] && filter.parameters["after"] !== "now";
  if (!from || otherDay || filter.page > 1) return null;
  const { minutes } = inZone(now, tz ?? "UTC");
  const morning = now + ((nightEnds + 1440 - minutes) % 1440 || 1440) * 60_000;
  const isTonight = ({ startsAt }: UpcomingTime) => startsAt !== null && startsAt < morning;
  const nearest = Math.min(...rows.map(({ fitting: [{ miles }] }) => miles ?? Number.POSITIVE_INFINITY));
  const times = rows.flatMap(({ fitting }) => fitting);
  const inTime = times.some((time) => isTonight(time) && isInTime(time.startsAt!, now, { travel: true, miles: time.miles }));
  const isFar = nearest > usualRadius;
  if (inTime && !isFar) return null;
  const fromHome = answer.noTravel();
  const tonight = fromHome.filter(({ fitting: [next] }) => isTonight(next));
  const offered = tonight.length === 0 && isFar ? fromHome : tonight;
  if (offered.length === 0) return null;
  const isNight = minutes >= eveningBegins || minutes < nightEnds;
  const soon = isNight ? meetings.fromHere.tonight : meetings.fromHere.today;
  return {
    heading: tonight.length > 0 ? soon : meetings.noTravel,
    rows: offered,
    inPerson: isFar ? meetings.nearestIs(meetings.miles(nearest)) : meetings.nearby,
  };
}
