import type { Join, Meeting, Occurrence, Place } from "../meetings/meeting.ts";
import { knowsItsWeeks } from "../meetings/schedule/next.ts";
import type { CalendarWords } from "../words/words.ts";

/** What a calendar event says in words: where it is and how to join, for somebody who only has the event before them. */

/** Where there is no place to go to now. */
const away: Join[] = ["video", "phone", "online-for-now"];

/** Its name; where its weeks are not known, with a word of that. */
export function titleOf({ name, frequency }: Meeting, words: CalendarWords): string {
  return knowsItsWeeks(frequency) ? name : words.someWeeksTitle(name);
}

/** Where to go: the place for those who can travel to it, and else the link or the number, which calendars make something to tap. */
export function locate({ join, place, online, phone }: Meeting): string | null {
  const wayIn = join === "phone" ? (phone?.number ?? online?.url) : (online?.url ?? phone?.number);
  return (away.includes(join) ? null : addressOf(place)) || (wayIn ?? null);
}

/** All else that somebody needs to get there, a line each, and the page that knows better. */
export function describe(meeting: Meeting, { length }: Occurrence, url: string, words: CalendarWords): string {
  const { join, online, phone, place, notes, frequency, group, name, zone } = meeting;
  const lines = [
    words.join[join],
    online && words.online(online.url),
    online?.notes,
    phone && words.call(phone.number),
    phone?.notes,
    !away.includes(join) && place.notes,
    !knowsItsWeeks(frequency) && words.someWeeks,
    frequency.words && words.says(frequency.words),
    notes,
    group !== null && group !== name && words.group(group),
    zone === null && words.noZone,
    length === null && words.noEnd,
    words.more(url),
  ];
  return lines.filter(Boolean).join("\n");
}

function addressOf({ name, street, city, state, zip }: Place): string {
  const region = [state, zip].filter(Boolean).join(" ");
  return [name, street, city, region].filter(Boolean).join(", ");
}
