import { officeDay } from "../places/office-day.ts";
import { sayDate } from "../words/dates.ts";
import type { Words } from "../words/words.ts";

/** The day of an instant (ISO 8601) as the desk counts days, in words: what was done in the evening was not done on the next day. Null is "no date given". */
export function sayOfficeDate(at: string | null, words: Words): string {
  return sayDate(at && officeDay(Date.parse(at)), words);
}
