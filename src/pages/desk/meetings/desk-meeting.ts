import { whyUnlisted } from "../../../changes/unlisted.ts";
import { closureNow } from "../../../meetings/closed-rows.ts";
import { findMeeting } from "../../../meetings/find.ts";
import { findGroup } from "../../../meetings/find-group.ts";
import type { Meeting } from "../../../meetings/meeting.ts";
import { findUnlistedMeeting } from "../../../meetings/unlist.ts";
import type { Context } from "../../../site/site.ts";
import { sayClosed } from "../../meetings/closed.ts";
import { sayOfficeDate } from "../../office-date.ts";

/** A meeting as the desk knows it. */
export interface DeskMeeting {
  id: string;
  name: string;
  /** Null if it is not listed. */
  meeting: Meeting | null;
  /** Its present state, or its state when it was unlisted; null if it was removed with its list, or never existed. */
  last: Meeting | null;
  /** What its page shows: all meetings of its group, and those of other lists that match them. */
  shown: readonly Meeting[];
  state: string;
  isUnlisted: boolean;
  /** Until when it is closed, and why; null if it is not. */
  closed: string | null;
}

/** Returns the meeting with an id, listed or not. */
export function deskMeeting(context: Context, id: string): DeskMeeting {
  const { db, meetings, words, now } = context;
  const { state, since } = words.deskMeetings.page;
  const meeting = findMeeting(db, id);
  const last = meeting ?? findUnlistedMeeting(db, id);
  const unlisted = whyUnlisted(db, "meetings", id);
  const group = meeting && findGroup(meetings, id);
  const closure = meeting && closureNow(meetings.closed, meeting, now);
  return {
    id,
    name: last?.name ?? id,
    meeting,
    last,
    shown: group === null ? [] : [...group.meetings, ...group.alsoListed],
    state: unlisted ? since(sayOfficeDate(unlisted.at, words), unlisted.why) : meeting ? state.listed : state.gone,
    isUnlisted: unlisted !== null,
    closed: closure && sayClosed(closure, words),
  };
}

/** Returns what is initially ticked for removal: if a group has several meetings, a person chooses, unless it has ended. */
export function usuallyUnlisted({ shown, meeting }: DeskMeeting, hasEnded: boolean): string[] {
  const own = shown.filter(({ feed }) => feed === meeting?.feed);
  return hasEnded || own.length === 1 ? shown.map(({ id }) => id) : [];
}
