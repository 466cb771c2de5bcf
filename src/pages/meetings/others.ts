import { meetingsAtPlace, meetingsByGroup } from "../../meetings/find.ts";
import { findGroups, type Group } from "../../meetings/find-group.ts";
import { weeklyOf } from "../../meetings/schedule/weekly.ts";
import { nameOfGroup, timesOfGroup } from "../../meetings/upcoming-groups.ts";
import type { Context } from "../../site/site.ts";
import { programName } from "./row.ts";
import { sayTimes } from "./times.ts";

/** Other groups related to the one shown. */
export interface Others {
  heading: string;
  /** How often in a week, or on how many days, all of them meet, including the one shown; null if at most once. */
  week: string | null;
  meetings: { label: string; href: string; when: string }[];
  /** How many more there are; null if all are listed. */
  more: string | null;
}

/** A club house may have a hundred meetings a week. */
const maxListed = 24;

/**
 * Returns what a group of this name does elsewhere or in another way, then who else meets at its place, of any program; without empty
 * sections.
 */
export function othersOf(context: Context, group: Group): Others[] {
  const { db, words, meetings } = context;
  const [meeting] = group.meetings;
  const isOther = ({ id }: Group) => id !== group.id;
  const byGroup = findGroups(meetings, meetingsByGroup(db, meeting)).filter(isOther);
  const here = findGroups(meetings, meetingsAtPlace(db, meeting)).filter(isOther);
  const { times } = weekOfAll([group, ...byGroup]);
  const { days } = weekOfAll([group, ...here]);
  const inGroup = new Set(byGroup.map(({ id }) => id));
  const onlyHere = here.filter(({ id }) => !inGroup.has(id));
  return [
    othersView(context, group, words.meetings.alsoByGroup, times > 1 ? words.meetings.groupMeets(times) : null, byGroup),
    othersView(context, group, words.meetings.alsoAtPlace, days > 1 ? words.meetings.placeMeets(days) : null, onlyHere),
  ].filter((others) => others.meetings.length > 0);
}

function weekOfAll(groups: readonly Group[]) {
  const times = groups.flatMap((group) => group.times);
  return weeklyOf(times.map(({ meeting, occurrence }) => ({ ...meeting, occurrences: occurrence ? [occurrence] : [] })));
}

function othersView(context: Context, shown: Group, heading: string, week: string | null, others: readonly Group[]): Others {
  const more = others.length > maxListed ? context.words.meetings.andMore(others.length - maxListed) : null;
  return { heading, week, more, meetings: others.slice(0, maxListed).map((other) => otherView(context, shown, other)) };
}

function otherView(context: Context, shown: Group, { id, meetings: [meeting], times }: Group): Others["meetings"][number] {
  const { words, urls } = context;
  const { program, join, zone, frequency } = meeting;
  const name = nameOfGroup(times);
  return {
    label: program === shown.meetings[0].program ? name : `${name} (${programName(context, program)})`,
    href: urls.meeting(id),
    when:
      join === "paused"
        ? words.meetings.join.paused
        : words.list.semicolon(sayTimes({ occurrences: timesOfGroup(times), zone, frequency }, words)),
  };
}
