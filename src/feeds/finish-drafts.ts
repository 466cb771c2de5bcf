import type { Database } from "../database/open.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { frequencyOf } from "../meetings/schedule/frequency.ts";
import { middleOf } from "../places/middle.ts";
import { decideZone } from "./decide-zone.ts";
import type { Feed } from "./feed-list.ts";
import { type Draft, type Refused, refuseIfThrown } from "./record.ts";
import { inRegion } from "./values/address.ts";
import { reopeningDay } from "./values/closed-until.ts";

/** Makes drafts into meetings: what a record alone cannot decide. */
interface DraftFinisher {
  /** A meeting with its state, zone and frequency decided, and open again where its day has come. */
  meetingOf(draft: Draft): Meeting | Refused;
  /** The first day on which one of these meetings comes back (2027-01-15); null where none is closed until a day. */
  nextReopening(): string | null;
}

/** By noon in universal time a day has begun everywhere in the states. */
const dayBegins = 12 * 3_600_000;

/** Finishes the drafts of a feed at a time (ISO 8601). */
export function finishDrafts(db: Database, feed: Pick<Feed, "region" | "zone">, at: string): DraftFinisher {
  const today = new Date(Date.parse(at) - dayBegins).toISOString().slice(0, 10);
  let next: string | null = null;
  const joinOn = ({ reopening, join, updated }: Draft): Meeting["join"] => {
    const day = reopening && reopeningDay(reopening.until, { updated, today });
    if (reopening === null || day === null) return join;
    if (day <= today) return reopening.join;
    if (next === null || day < next) next = day;
    return join;
  };
  return {
    meetingOf: (draft) =>
      refuseIfThrown(draft.id, () => {
        const { recordZone, reopening, ...said } = draft;
        const place = inRegion(feed.region, said.place);
        const middle = place.point === null ? middleOf(db, place) : null;
        const zone = decideZone({ record: recordZone, feed: feed.zone, place, middle });
        return { ...said, join: joinOn(draft), place, zone, frequency: frequencyOf(said) };
      }),
    nextReopening: () => next,
  };
}
