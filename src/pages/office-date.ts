import { officeDay } from "../places/office-day.ts";
import { sayDate } from "../words/dates.ts";
import type { Words } from "../words/words.ts";

/**
 * Says the day of an instant (ISO 8601) by the desk's clock, so that what was done in the evening is not dated to the next day. Null is
 * "no date given".
 */
export function sayOfficeDate(at: string | null, words: Words): string {
  return sayDate(at && officeDay(Date.parse(at)), words);
}
