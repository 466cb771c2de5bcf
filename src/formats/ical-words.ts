import type { Meeting, Occurrence, Place } from "../meetings/meeting.ts";

/** What a calendar event says in words: where it is and how to join, for somebody who only has the event before them. */

const words = {
  join: {
    "in-person": "Meets in person.",
    video: "Meets online, by video.",
    phone: "Meets by phone.",
    hybrid: "Meets in person and online: come, or join from home.",
    "online-for-now": "Online for now: the place is closed, so do not travel.",
    paused: "Paused: it does not meet at the moment. Ask before you go.",
    "contact-first": "Get in touch before you go.",
  } satisfies Record<Meeting["join"], string>,
  link: "Join online",
  call: "Call",
  someWeeks: "It may not meet every week. See the note before you go.",
  says: "Its listing says",
  group: "Group",
  noEnd: "No end is listed; this entry takes one hour.",
  more: "Times change. Its page",
};

const AWAY: Meeting["join"][] = ["video", "phone", "online-for-now"];

/** Where to go: the place for those who can travel to it, and else the link or the number, which calendars make something to tap. */
export function locate({ join, place, online, phone }: Meeting): string | null {
  const address = addressOf(place);
  const away = join === "phone" ? (phone?.number ?? online?.url) : (online?.url ?? phone?.number);
  return AWAY.includes(join) ? (away ?? null) : address || away || null;
}

export function describe(meeting: Meeting, { length }: Occurrence, url: string): string {
  const { join, online, phone, place, notes, frequency, group, name } = meeting;
  const lines = [
    words.join[join],
    online && `${words.link}: ${online.url}`,
    online?.notes,
    phone && `${words.call}: ${phone.number}`,
    phone?.notes,
    !AWAY.includes(join) && place.notes,
    mayNotBeWeekly(meeting) && words.someWeeks,
    frequency.words && `${words.says}: ${frequency.words}`,
    notes,
    group !== null && group !== name && `${words.group}: ${group}`,
    length === null && words.noEnd,
    `${words.more}: ${url}`,
  ];
  return lines.filter(Boolean).join("\n");
}

/** True where the weekly rule of the calendar is more than is known. */
function mayNotBeWeekly({ frequency: { value, weeks, sure } }: Meeting): boolean {
  return !sure || weeks.includes("every-other") || (weeks.length === 0 && (value === "monthly" || value === "not-scheduled"));
}

function addressOf({ name, street, city, state, zip }: Place): string {
  const region = [state, zip].filter(Boolean).join(" ");
  return [name, street, city, region].filter(Boolean).join(", ");
}
