import { meetingsAtPlace, meetingsByGroup } from "../../meetings/find.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import { weeklyOf } from "../../meetings/schedule/weekly.ts";
import type { Context } from "../../site/site.ts";
import { programName } from "./row.ts";
import { sayTimes } from "./times.ts";

/** Other meetings that go with the one that is shown. */
export interface Others {
  heading: string;
  /** How often all of them meet in a week, with the one that is shown; null where that one alone does. */
  week: string | null;
  meetings: { label: string; href: string; when: string }[];
  /** How many more there are; null where all are listed. */
  more: string | null;
}

/** A club house may have a hundred meetings a week. */
const maxListed = 24;

/** The other meetings of its group, then what else meets at its place, of any program; what there is none of is left out. */
export function othersOf(context: Context, meeting: Meeting): Others[] {
  const { db, words } = context;
  const byGroup = meetingsByGroup(db, meeting);
  const here = meetingsAtPlace(db, meeting);
  const { times } = weeklyOf([meeting, ...byGroup]);
  const { days } = weeklyOf([meeting, ...here]);
  const inGroup = new Set(byGroup.map(({ id }) => id));
  const onlyHere = here.filter(({ id }) => !inGroup.has(id));
  return [
    othersView(context, meeting, words.meetings.alsoByGroup, times > 1 ? words.meetings.groupMeets(times) : null, byGroup),
    othersView(context, meeting, words.meetings.alsoAtPlace, days > 1 ? words.meetings.placeMeets(days) : null, onlyHere),
  ].filter(({ meetings }) => meetings.length > 0);
}

function othersView(context: Context, shown: Meeting, heading: string, week: string | null, others: readonly Meeting[]): Others {
  const more = others.length > maxListed ? context.words.meetings.andMore(others.length - maxListed) : null;
  return { heading, week, more, meetings: others.slice(0, maxListed).map((other) => otherView(context, shown, other)) };
}

function otherView(context: Context, shown: Meeting, other: Meeting): Others["meetings"][number] {
  const { words, urls } = context;
  const label = other.program === shown.program ? other.name : `${other.name} (${programName(context, other.program)})`;
  return { label, href: urls.meeting(other.id), when: words.list.semicolon(sayTimes(other, words)) };
}
