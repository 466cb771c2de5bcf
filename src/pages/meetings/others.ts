import { meetingsAtPlace, meetingsByGroup } from "../../meetings/find.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import { weekOf } from "../../meetings/schedule/weekly.ts";
import type { Words } from "../../words/en.ts";
import { programName } from "./row.ts";
import type { Site } from "../../site/site.ts";
import { urls } from "../urls.ts";
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
const mostListed = 24;

/** The other meetings of its group, then what else meets at its place, of any program; what there is none of is left out. */
export function othersOf(site: Site, meeting: Meeting): Others[] {
  const { words } = site;
  const byGroup = meetingsByGroup(site.db, meeting);
  const here = meetingsAtPlace(site.db, meeting);
  const { times } = weekOf([meeting, ...byGroup]);
  const { days } = weekOf([meeting, ...here]);
  const ofGroup = new Set(byGroup.map(({ id }) => id));
  const atPlace = here.filter(({ id }) => !ofGroup.has(id));
  const view = (other: Meeting) => otherView(site, meeting, other);
  return [
    othersView(words.meetings.alsoByGroup, times > 1 ? words.meetings.groupMeets(times) : null, byGroup.map(view), words),
    othersView(words.meetings.alsoAtPlace, days > 1 ? words.meetings.placeMeets(days) : null, atPlace.map(view), words),
  ].filter(({ meetings }) => meetings.length > 0);
}

function otherView(site: Site, shown: Meeting, other: Meeting): Others["meetings"][number] {
  const label = other.program === shown.program ? other.name : `${other.name} (${programName(site, other.program)})`;
  return { label, href: urls.meeting(other.id), when: sayTimes(other, site.words).join("; ") };
}

function othersView(heading: string, week: string | null, others: Others["meetings"], { meetings }: Words): Others {
  const more = others.length > mostListed ? meetings.andMore(others.length - mostListed) : null;
  return { heading, week, meetings: others.slice(0, mostListed), more };
}
