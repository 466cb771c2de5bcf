/** The ids of the weekdays in the vocabulary, Sunday first. */
export const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** A scheduled meeting: when, where and how to join. This is all that is kept of it, whatever its feed looks like. */
export interface Meeting {
  /** Its feed's id, a hyphen, and its id in the feed: the same from one import to the next. */
  id: string;
  feed: string;
  /** The program in the catalog that it belongs to. */
  program: string;
  name: string;
  group: string | null;
  /** Every time in the week that it meets; several days of one meeting share all the rest. Empty: by arrangement. */
  occurrences: Occurrence[];
  /** An IANA time zone, and how it is known. Null where nothing says. */
  zone: { name: string; from: "record" | "feed" | "coordinates" | "state" } | null;
  join: Join;
  place: Place;
  /** Where to go online. Passcodes are kept only where the feed publishes them for joining. */
  online: { url: string; notes: string | null } | null;
  phone: { number: string; notes: string | null } | null;
  /** Ids of the vocabulary's `type` facet. */
  types: string[];
  /** What the feed's other codes mean, in the feed's own words. */
  otherTypes: string[];
  /** Regions, districts, counties and neighborhoods under which its list files it: searched, and shown nowhere as an address. */
  areas: string[];
  /** Ids of the vocabulary's `language` facet; English where nothing else is said. */
  languages: string[];
  frequency: Frequency;
  notes: string | null;
  /** Its own page on the feed's site. */
  url: string | null;
  /** When its group last changed it: a day, as 2024-05-31. */
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
  /** True where the address only says the town: nobody meets there. */
  approximate: boolean;
  notes: string | null;
}

/** How one joins, derived once (join.ts). */
export type Join = "in-person" | "video" | "phone" | "hybrid" | "online-for-now" | "paused" | "contact-first";

/** How often it really meets. */
export interface Frequency {
  /** An id of the vocabulary's `frequency` facet. */
  value: "daily" | "several-a-week" | "weekly" | "monthly" | "not-scheduled";
  /** Which weeks, where it is not each: "first", "third", "every-other", "last" … in the order of the month. Empty: every week. */
  weeks: ("first" | "second" | "third" | "fourth" | "fifth" | "last" | "every-other")[];
  /** The words in its name or notes that say so; null where the schedule itself does. */
  words: string | null;
  /** False where the words may mean something else: the page then says "see note". */
  sure: boolean;
}
