import type { Place } from "../../meetings/meeting.ts";
import { canBeIn } from "../../places/state-boxes.ts";
import type { Gazetteer } from "../record.ts";

/**
 * Returns the five digits of "59215-1234" or "59215.0". Spreadsheets drop the leading zeros of ZIP codes in the Northeast and the islands: 1301
 * is 01301 if the state is Massachusetts, where that code is, and null elsewhere.
 */
export function zipOf(text: string | null, state: string | null, gazetteer: Gazetteer | undefined): string | null {
  const [, digits] = text?.match(/^(?:[A-Za-z]{2}\.? )?(\d{3,5})(?:\.0+|-|[- ]?\d{4})?$/) ?? [];
  if (digits === undefined || digits.length === 5) return digits ?? null;
  const zip = digits.padStart(5, "0");
  return state !== null && gazetteer?.stateOfZip(zip) === state ? zip : null;
}

/**
 * Returns the state of a place that names a ZIP code but no state. Other countries have five-digit codes too, so its point or, without one, its
 * town must be in that state; without either, the ZIP code is trusted.
 */
export function stateByZip({ zip, city, point }: Pick<Place, "zip" | "city" | "point">, gazetteer: Gazetteer | undefined): string | null {
  const state = (zip && gazetteer?.stateOfZip(zip)) || null;
  if (state === null || (point !== null && !canBeIn(state, point))) return null;
  return point !== null || city === null || gazetteer!.isTown(city, state) ? state : null;
}
