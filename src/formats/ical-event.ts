import { type Dial, dialOf } from "../meetings/dial.ts";
import type { Join, Meeting, Occurrence, Place } from "../meetings/meeting.ts";
import { knowsItsWeeks } from "../meetings/schedule/next.ts";
import type { CalendarWords } from "../words/meetings-words.ts";

/** The text of a calendar event: where it is and how to join, for somebody who only has the event. */

/** Ways to join without a place to go to at present. */
const away: Join[] = ["video", "phone", "online-for-now", "paused"];

/** Returns its title, marked if it is paused or its weeks are not known. */
export function titleOf({ name, join, frequency }: Meeting, words: CalendarWords): string {
  if (join === "paused") return words.pausedTitle(name);
  return knowsItsWeeks(frequency) ? name : words.someWeeksTitle(name);
}

/** Returns where to go: the place if people can attend in person, or else the link or the number, which calendars make clickable. */
export function locate({ join, place, online, phone }: Meeting): string | null {
  const number = dialOf({ online, phone })?.dialed ?? phone?.number;
  const wayIn = join === "phone" ? (number ?? online?.url) : (online?.url ?? number);
  return (away.includes(join) ? null : addressOf(place)) || (wayIn ?? null);
}

/** What to add to a meeting's own data: a note that it is closed until a day, and the address of its page. */
interface Beside {
  closed: string | null;
  url: string;
}

/** Returns everything else that somebody needs to get there, one item a line, and the page with the latest information. */
export function describe(meeting: Meeting, { length }: Occurrence, { closed, url }: Beside, words: CalendarWords): string {
  const { join, online, phone, place, notes, frequency, group, name, zone } = meeting;
  const lines = [
    closed,
    words.join[join],
    online && words.online(online.url),
    online?.notes,
    phone && words.call(sayPhone(phone.number, dialOf({ online, phone }), words)),
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

/** Returns "312-626-6799, then 850 1126 9892 #, code 040728 #", or the original text where it is not a number. */
function sayPhone(written: string, dial: Dial | null, words: CalendarWords): string {
  if (!dial) return written;
  const number = dial.country === null ? dial.number : words.abroad(dial.number, dial.country);
  return [number, words.keyIn(dial.codes, dial.extension)].filter(Boolean).join(", ");
}

function addressOf({ name, street, city, state, zip }: Place): string {
  const region = [state, zip].filter(Boolean).join(" ");
  return [name, street, city, region].filter(Boolean).join(", ");
}
