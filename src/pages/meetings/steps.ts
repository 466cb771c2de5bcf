import { type Dial, dialOf, dialUrl } from "../../meetings/dial.ts";
import { hasRoom } from "../../meetings/join.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import { directionsUrl } from "../../site/urls.ts";
import { hostOf } from "../../words/addresses.ts";
import type { Words } from "../../words/words.ts";

/** A button or, without `href`, a line of text. */
export interface Step {
  /** The first is the primary button, the rest are secondary. */
  kind: "primary" | "secondary";
  label: string;
  /** The number alone, for a button whose icon says "call". */
  number: string | null;
  /** Null for a number that cannot be dialed, which is shown as written. */
  href: string | null;
  /** What to key in once the call is answered: "then 850 1126 9892 #, code 040728 #". */
  keys: string | null;
  /** For links off the site: the host, named in words. */
  host: string | null;
}

/** Returns the ways to join: the phone first, because it needs the least bandwidth. A number that cannot be dialed comes last, as written. */
export function stepsOf({ online, phone }: Pick<Meeting, "online" | "phone">, words: Words): Step[] {
  const dial = dialOf({ online, phone });
  const call = dial ? [callStep(dial, words)] : [];
  const link = online ? [linkStep(words.meetings.joinOnline, online.url)] : [];
  const written =
    phone && !dial ? [{ label: words.meetings.phoneAsWritten(phone.number), number: null, href: null, keys: null, host: null }] : [];
  return [...call, ...link, ...written].map((step, at) => ({ ...step, kind: at === 0 && step.href !== null ? "primary" : "secondary" }));
}

function callStep(dial: Dial, words: Words): Omit<Step, "kind"> {
  const number = sayDial(dial, words);
  return { label: words.card.call(number), number, href: dialUrl(dial), keys: sayKeys(dial, words), host: null };
}

function linkStep(label: string, href: string): Omit<Step, "kind"> {
  return { label, number: null, href, keys: null, host: hostOf(href) };
}

function sayDial({ number, country }: Dial, { meetings }: Words): string {
  return country === null ? number : meetings.abroad(number, country);
}

function sayKeys({ codes, extension }: Dial, { meetings }: Words): string | null {
  return meetings.keyIn(codes, extension) || null;
}

/** Returns directions to the room; null if there is none, if it is closed for now, or if only its town is known. */
export function directionsTo(meeting: Pick<Meeting, "join" | "online" | "phone" | "place">, words: Words): Step | null {
  const { point, approximate } = meeting.place;
  if (!hasRoom(meeting) || meeting.join === "paused" || !point || approximate) return null;
  return { ...linkStep(words.meetings.directions, directionsUrl(point.latitude, point.longitude)), kind: "secondary" };
}

/** Returns what its list says about joining, without duplicates. */
export function joinNotesOf({ online, phone }: Pick<Meeting, "online" | "phone">): string[] {
  return [...new Set([online?.notes, phone?.notes])].filter((note) => typeof note === "string");
}
