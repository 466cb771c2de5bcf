import type { Database } from "../database/open.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { frequencyOf } from "../meetings/schedule/frequency.ts";
import { middleOf } from "../places/middle.ts";
import { decideZone } from "./decide-zone.ts";
import type { Feed } from "./feed-list.ts";
import { type Draft, type Refused, refuseIfThrown } from "./record.ts";
import { inRegion } from "./values/address.ts";
import { closedNow } from "./values/closed-now.ts";

/** Turns drafts into meetings: decides what a record alone cannot. */
interface DraftFinisher {
  /** Returns a meeting with its state, zone and frequency decided, and marked closed if it is so today. */
  meetingOf(draft: Draft): Meeting | Refused;
  /** Returns the next day on which one of these meetings closes, resumes or may do so (2027-01-15); null if there is none. */
  nextTurn(): string | null;
}

/** By noon UTC, the day has begun in all states. */
const dayBegins = 12 * 3_600_000;

/** Returns a finisher for the drafts of a feed at a time (ISO 8601). */
export function finishDrafts(db: Database, feed: Pick<Feed, "region" | "zone">, at: string): DraftFinisher {
  const today = new Date(Date.parse(at) - dayBegins).toISOString().slice(0, 10);
  let nextTurn: string | null = null;
  const onDay = ({ closed, join, updated, ...said }: Draft): Pick<Meeting, "join" | "frequency"> => {
    const frequency = frequencyOf(said);
    if (closed === null) return { join, frequency };
    const { isClosed, isDoubtful, next } = closedNow(closed.days, { updated, today });
    if (next !== null && (nextTurn === null || next < nextTurn)) nextTurn = next;
    if (isClosed && closed.join !== join) return { join: closed.join, frequency };
    const doubt = { ...frequency, words: frequency.words ?? closed.words, sure: false };
    return { join, frequency: isClosed || isDoubtful || closed.days.length === 0 ? doubt : frequency };
  };
  return {
    meetingOf: (draft) =>
      refuseIfThrown(draft.id, () => {
        const { recordZone, closed: _, ...said } = draft;
        const place = inRegion(feed.region, said.place);
        const middle = place.point === null ? middleOf(db, place) : null;
        const zone = decideZone({ record: recordZone, feed: feed.zone, place, middle });
        const { join, frequency } = onDay(draft);
        // Keep the order of the keys: a meeting is compared with the stored one by a digest of its JSON.
        return { ...said, join, place, zone, frequency };
      }),
    nextTurn: () => nextTurn,
  };
}
