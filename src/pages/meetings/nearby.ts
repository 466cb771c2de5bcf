import type { Database } from "../../database/open.ts";
import type { FoundMeetings, From } from "../../meetings/search.ts";
import { distances } from "../../meetings/search.ts";
import type { FoundPlace } from "../../places/find.ts";
import { suggestPlaces } from "../../places/suggest.ts";
import type { Words } from "../../words/en.ts";

/** What pages say of the place that somebody is near to. */

/** A place to follow. */
export interface Path {
  label: string;
  href: string;
}

/** Miles, where nobody says how far they would go. */
export const usualDistance = 50;

/** From the middle of a place, so many miles. */
export function fromPlace({ latitude, longitude }: FoundPlace, miles: number = usualDistance): From {
  return { latitude, longitude, miles };
}

/** How far was looked, and that the road is longer; that the place is not known; null where none was given. */
export function nearNote(near: string, from: From | null, { total, miles }: Pick<FoundMeetings, "total" | "miles">, { meetings }: Words) {
  if (!from || miles === null) return near === "" ? null : meetings.unknownPlace(near);
  if (total === 0) return meetings.noneNear(distances.at(-1)!);
  return miles > from.miles ? meetings.widened(from.miles, miles) : meetings.straight(miles);
}

/** What a mistyped place may mean, each as a link; none where it is known or none was given. */
export function meantPlaces(db: Database, near: string, from: From | null, to: (label: string) => string): Path[] {
  return near === "" || from ? [] : suggestPlaces(db, near).map((label) => ({ label, href: to(label) }));
}
