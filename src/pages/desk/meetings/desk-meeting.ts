import { whyUnlisted } from "../../../changes/unlisted.ts";
import { findMeeting } from "../../../meetings/find.ts";
import { findGroup } from "../../../meetings/find-group.ts";
import type { Meeting } from "../../../meetings/meeting.ts";
import { findUnlistedMeeting } from "../../../meetings/unlist.ts";
import type { Context } from "../../../site/site.ts";
import { closureNow, sayClosed } from "../../meetings/closed.ts";
import { sayOfficeDate } from "../../office-date.ts";

/** A meeting as the desk knows it. */
export interface DeskMeeting {
  id: string;
  name: string;
  /** Null where it is not listed. */
  meeting: Meeting | null;
  /** As it is, or as it was when it was taken off; null where it went with its list, or never was. */
  last: Meeting | null;
  /** What its page shows: all meetings of its group, and what other lists have of these. */
  shown: readonly Meeting[];
  state: string;
  isUnlisted: boolean;
  /** Until when it is closed, and why; null while it is not. */
  closed: string | null;
}

/** The meeting of an id, listed or not. */
export function deskMeeting(context: Context, id: string): DeskMeeting {
  const { db, words } = context;
  const { state, since } = words.deskMeetings.page;
  const meeting = findMeeting(db, id);
  const last = meeting ?? findUnlistedMeeting(db, id);
  const unlisted = whyUnlisted(db, "meetings", id);
  const group = meeting && findGroup(context.meetings, id);
  const closure = meeting && closureNow(context, meeting);
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

/** What is ticked to be taken off before anybody ticks: where a group has several meetings, a person says which, unless it has ended. */
export function usuallyUnlisted({ shown, meeting }: DeskMeeting, hasEnded: boolean): string[] {
  const own = shown.filter(({ feed }) => feed === meeting?.feed);
  return hasEnded || own.length === 1 ? shown.map(({ id }) => id) : [];
}
