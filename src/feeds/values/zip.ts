import type { Place } from "../../meetings/meeting.ts";
import { canBeIn } from "../../places/state-boxes.ts";
import type { Gazetteer } from "../record.ts";

/**
 * Five digits of "59215-1234" or "59215.0". A spreadsheet takes the zeros from the ZIP codes of the North-East and the islands: 1301 is
 * 01301 in Massachusetts, where that is, and nothing elsewhere.
 */
export function zipOf(text: string | null, state: string | null, gazetteer: Gazetteer | undefined): string | null {
  const [, digits] = text?.match(/^(?:[A-Za-z]{2}\.? )?(\d{3,5})(?:\.0+|-|[- ]?\d{4})?$/) ?? [];
  if (digits === undefined || digits.length === 5) return digits ?? null;
  const zip = digits.padStart(5, "0");
  return state !== null && gazetteer?.stateOfZip(zip) === state ? zip : null;
}

/**
 * The state of a place that names a ZIP code and no state. Other countries have five digits too, so its town must be one of that state, or
 * its point be there; without either the ZIP code is believed.
 */
export function stateByZip({ zip, city, point }: Pick<Place, "zip" | "city" | "point">, gazetteer: Gazetteer | undefined): string | null {
  const state = (zip && gazetteer?.stateOfZip(zip)) || null;
  if (state === null || (point !== null && !canBeIn(state, point))) return null;
  return point !== null || city === null || gazetteer!.isTown(city, state) ? state : null;
}
