import type { Database } from "../../database/open.ts";
import { radii } from "../../meetings/facets.ts";
import type { MeetingAnswer } from "../../meetings/search.ts";
import { type FoundPlace, findPlaces } from "../../places/find.ts";
import { suggestPlaces } from "../../places/suggest.ts";
import type { Reach } from "../../places/within-miles.ts";
import type { Context } from "../../site/site.ts";

export interface Link {
  label: string;
  href: string;
}

/** How the place that a reader gave was understood. */
export interface NearView {
  /** As it was typed. */
  near: string;
  /** True if the place is not known. */
  unknown: boolean;
  note: string | null;
  /** True if the note says no more than what was asked. */
  asAsked: boolean;
  suggestions: Link[];
}

/** Default radius, in miles. */
export const usualRadius = 50;

/** Returns the area around the middle of a place, by its radius in miles. */
export function reachFrom({ latitude, longitude }: FoundPlace, miles: number = usualRadius): Reach {
  return { latitude, longitude, miles };
}

/** Says how far the search went, that several places have this name, or that it is unknown; null if none was given. */
export function nearNote(
  { db, words: { meetings, results } }: Pick<Context, "db" | "words">,
  near: string,
  from: Reach | null,
  { total, radius }: Pick<MeetingAnswer, "total" | "radius">,
): string | null {
  if (!from || radius === null) {
    if (near === "") return null;
    const [place, another] = findPlaces(db, near, 2);
    if (place && another) return results.place.whichOne(place.city);
    return suggestPlaces(db, near).length > 0 ? meetings.didYouMean(near) : meetings.unknownPlace(near);
  }
  if (total === 0) return meetings.noneNear(radii.at(-1)!);
  return radius > from.miles ? meetings.widened(from.miles, radius) : meetings.straight(radius);
}

/** Returns links to what a mistyped place may mean; empty if it is known, or none was given. */
export function meantPlaces(db: Database, near: string, from: Reach | null, to: (label: string) => string): Link[] {
  return near === "" || from ? [] : suggestPlaces(db, near).map((label) => ({ label, href: to(label) }));
}
