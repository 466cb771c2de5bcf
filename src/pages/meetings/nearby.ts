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

/** What became of the place that a reader gave. */
export interface NearView {
  /** As it was typed. */
  near: string;
  /** True where a place was given that nobody knows. */
  unknown: boolean;
  note: string | null;
  /** True where the note says no more than what was asked. */
  asAsked: boolean;
  suggestions: Link[];
}

/** Miles, where the reader does not say how far they would go. */
export const usualRadius = 50;

/** From the middle of a place, so many miles. */
export function reachFrom({ latitude, longitude }: FoundPlace, miles: number = usualRadius): Reach {
  return { latitude, longitude, miles };
}

/** How far was looked, that several places are called so, or that none is known; null where none was given. */
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

/** What a mistyped place may mean, each as a link; none where it is known or none was given. */
export function meantPlaces(db: Database, near: string, from: Reach | null, to: (label: string) => string): Link[] {
  return near === "" || from ? [] : suggestPlaces(db, near).map((label) => ({ label, href: to(label) }));
}
