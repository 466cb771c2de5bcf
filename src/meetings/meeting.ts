/** Vocabulary ids of the weekdays, Sunday first. */
export const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** A scheduled meeting: when, where and how to join. Nothing else is stored about it, whatever the format of its feed. */
export interface Meeting {
  /** The feed's id, a hyphen, and its id in the feed: stable between imports. */
  id: string;
  feed: string;
  /** The program in the catalog that it belongs to. */
  program: string;
  name: string;
  group: string | null;
  /** All its times in a week; the days of one meeting share everything else. Empty: by arrangement. */
  occurrences: Occurrence[];
  /** An IANA time zone, and how it was determined. Null if unknown. */
  zone: { name: string; from: "record" | "feed" | "coordinates" | "state" } | null;
  join: Join;
  place: Place;
  /** Where to go online. Passcodes are kept only where the feed publishes them for joining. */
  online: { url: string; notes: string | null } | null;
  phone: { number: string; notes: string | null } | null;
  /** Ids of the vocabulary's `type` facet. */
  types: string[];
  /** Meanings of the feed's other codes, in the feed's own words. */
  otherTypes: string[];
  /** Regions, districts, counties and neighborhoods under which its list files it: searched, but never shown as an address. */
  areas: string[];
  /** Ids of the vocabulary's `language` facet; English if nothing else is stated. */
  languages: string[];
  frequency: Frequency;
  notes: string | null;
  /** Its own page on the feed's site. */
  url: string | null;
  /** Day on which its group last changed it, such as 2024-05-31. */
  updated: string | null;
}

export interface Occurrence {
  /** 0 is Sunday. */
  day: number;
  /** Minutes after midnight, in local time. */
  start: number;
  /** Minutes; null where no end is given. */
  length: number | null;
}

export interface Place {
  /** "St. Paul's Church, basement". */
  name: string | null;
  street: string | null;
  city: string | null;
  /** Two letters, where it is in a state of the US. */
  state: string | null;
  zip: string | null;
  country: string | null;
  /** Null where unknown, at 0,0, or outside the stated state. */
  point: { latitude: number; longitude: number } | null;
  /** True if the address names only the town, not where the meeting is. */
  approximate: boolean;
  notes: string | null;
}

/** How to join, derived once (join.ts). */
export type Join = "in-person" | "video" | "phone" | "hybrid" | "online-for-now" | "paused" | "contact-first";

/** How often it really meets. */
export interface Frequency {
  /** An id of the vocabulary's `frequency` facet. */
  value: "daily" | "several-a-week" | "weekly" | "monthly" | "not-scheduled";
  /** Weeks of the month, in order: "first", "third", "every-other", "last" … Empty: every week or, if `value` is "monthly", unknown. */
  weeks: ("first" | "second" | "third" | "fourth" | "fifth" | "last" | "every-other")[];
  /** Words of its name or notes that say so; null if it follows from the schedule. */
  words: string | null;
  /** False where the words may mean something else: the page then says "see note". */
  sure: boolean;
}
