import { radii } from "../../meetings/facets.ts";
import type { MeetingAnswer } from "../../meetings/search.ts";
import { type FoundPlace, findPlaces } from "../../places/find.ts";
import { suggestPlaces } from "../../places/suggest.ts";
import type { Reach } from "../../places/within-miles.ts";
import type { Context } from "../../site/site.ts";
import type { WayOn } from "../../web/errors.ts";

/** How the place that a reader gave was understood. */
export interface NearView {
  /** As it was typed. */
  near: string;
  /** True if the place is not known. */
  unknown: boolean;
  note: string | null;
  /** True if the note says no more than what was asked. */
  asAsked: boolean;
  /** Links to what a mistyped place may mean; empty if it is known, or none was given. */
  suggestions: WayOn[];
}

/** Default radius, in miles. */
export const usualRadius = 50;

/** Returns the area around the middle of a place, by its radius in miles. */
export function reachFrom({ latitude, longitude }: FoundPlace, miles: number = usualRadius): Reach {
  return { latitude, longitude, miles };
}

/** A place as it was typed, and the area to search around it; null if it is not known, or none was given. */
interface Near {
  near: string;
  from: Reach | null;
}

/** Says how a place was understood; `to` returns the address of the same search around another one. */
export function nearView(context: Context, asked: Near, answer: MeetingAnswer, to: (label: string) => string): NearView {
  const { near, from } = asked;
  const isUnknown = near !== "" && !from;
  return {
    near,
    unknown: isUnknown,
    note: nearNote(context, asked, answer),
    asAsked: answer.total > 0 && answer.radius === from?.miles,
    suggestions: isUnknown ? suggestPlaces(context.db, near).map((label) => ({ label, href: to(label) })) : [],
  };
}

/** Says how far the search went, that several places have this name, or that it is unknown; null if none was given. */
function nearNote({ db, words: { meetings, results } }: Context, { near, from }: Near, { total, radius }: MeetingAnswer): string | null {
  if (!from || radius === null) {
    if (near === "") return null;
    const [place, another] = findPlaces(db, near, 2);
    if (place && another) return results.place.whichOne(place.city);
    return suggestPlaces(db, near).length > 0 ? meetings.didYouMean(near) : meetings.unknownPlace(near);
  }
  if (total === 0) return meetings.noneNear(radii.at(-1)!);
  return radius > from.miles ? meetings.widened(from.miles, radius) : meetings.straight(radius);
}
