import { meetingsLike } from "../meetings/find.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { weekOf } from "../meetings/week.ts";
import type { Words } from "../words/en.ts";
import type { Site } from "./site.ts";
import { urls } from "./urls.ts";
import { sayTimes } from "./when.ts";

/** Other meetings that go with the one that is shown. */
export interface Others {
  heading: string;
  /** How often all of them meet in a week, with the one that is shown; null where that one alone does. */
  week: string | null;
  meetings: { label: string; href: string; when: string }[];
}

/** From so many on there may be more than were read. */
const mostRead = 12;

/** The other meetings of its group, then those at its place, each with how often they meet; what there is none of is left out. */
export function othersOf({ db, words }: Site, meeting: Meeting): Others[] {
  const { byGroup, atPlace: others } = meetingsLike(db, meeting);
  const here = (other: Meeting) => other.place.name === meeting.place.name && other.place.street === meeting.place.street;
  const atPlace = others.filter(here);
  const more = byGroup.length + others.length >= mostRead;
  const { times } = weekOf([meeting, ...byGroup]);
  const { days } = weekOf([meeting, ...byGroup.filter(here), ...atPlace]);
  return [
    othersView(words.meetings.alsoByGroup, times > 1 ? words.meetings.groupMeets(times, more) : null, byGroup, words),
    othersView(words.meetings.alsoAtPlace, days > 1 ? words.meetings.placeMeets(days, more) : null, atPlace, words),
  ].filter(({ meetings }) => meetings.length > 0);
}

function othersView(heading: string, week: string | null, others: readonly Meeting[], words: Words): Others {
  const view = (other: Meeting) => ({ label: other.name, href: urls.meeting(other.id), when: sayTimes(other, words).join("; ") });
  return { heading, week, meetings: others.map(view) };
}
