import { officeDay } from "../places/office-day.ts";
import { sayDate } from "../words/dates.ts";
import type { Words } from "../words/words.ts";

/** The day of an instant (ISO 8601) as the desk counts days, in words: what was done in the evening was not done on the next day. */
export function sayOfficeDate(at: string, words: Words): string {
  return sayDate(officeDay(Date.parse(at)), words);
}
