// cspell:disable -- Spanish, and pieces of words
import type { Occurrence } from "../../meetings/meeting.ts";
import type { Closing } from "./closing-clause.ts";
import { areOfMeeting, phrases } from "./closing-phrases.ts";
import { weekdaysIn } from "./days.ts";
import { clean, folded, partsOf } from "./sentences.ts";

/** Weekdays on which a record's texts say that it does not meet, although its schedule lists them: "No meeting on Fridays". */

interface Scheduled {
  occurrences: Occurrence[];
  /** A doubtful closing if the texts may exclude a day, or exclude all days; else null. */
  doubt: Closing | null;
}

const weekday = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)";
const several = `${weekday}(?:(?: and| or| y| o| on| los)* ${weekday})*`;
const any = (words: readonly string[]) => `(?:${[...words].sort((a, b) => b.length - a.length).join("|")})`;
const whole = new RegExp(
  `^(?:(.*?) )?(${any([...phrases.notMeeting, ...phrases.stopped, ...phrases.shut, ...phrases.skips])}) (?:(?:on|every|each|any|los|las|el) )?(${several})$`,
);
/** "No Friday meeting". */
const between = new RegExp(`^(?:(.*) )?(no) (${several}) (?:meetings?|mtgs?)$`);

/** Cheap tests: most texts have none of these. */
const dayHint = /(?:day|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)/i;
const hint = new RegExp(`\\b(?:no|not|n't|closed|cancell?ed|dark|off|except|but|cerrad[oa]|excepto|menos|suspend\\w*)\\b.*${weekday}`, "i");

/** Returns the times of a record without those that its texts exclude. If none would be left, all are kept, with a doubt. */
export function withoutDaysOff(occurrences: Occurrence[], texts: readonly (string | null)[]): Scheduled {
  const said = texts.flatMap((text) =>
    text !== null && dayHint.test(text) && hint.test(text) ? partsOf(text).flatMap((part) => daysOffIn(part) ?? []) : [],
  );
  const has = (days: readonly number[]) => occurrences.some(({ day }) => days.includes(day));
  const off = said.filter(({ isSure }) => isSure).flatMap(({ days }) => days);
  const left = occurrences.filter(({ day }) => !off.includes(day));
  const unsure = said.find(({ days, isSure }) => has(days) && (!isSure || left.length === 0));
  return {
    occurrences: left.length > 0 ? left : occurrences,
    doubt: unsure === undefined ? null : { kind: "doubtful", words: unsure.words, days: [] },
  };
}

/** Reads one sentence; it is sure if it is about each such day, and not about who may come: "Open Tuesdays, closed Thursdays". */
function daysOffIn(part: string): { days: number[]; isSure: boolean; words: string } | null {
  const sentence = folded(part);
  const match = [sentence, sentence.slice(sentence.indexOf(",") + 1)]
    .map(clean)
    .map((words) => words.match(whole) ?? words.match(between))
    .find((found) => found !== null);
  const [, subject = "", stop = "", days = ""] = match ?? [];
  if (match === undefined || !areOfMeeting(subject)) return null;
  const mayBeKind = phrases.shut.includes(stop) && !phrases.places.some((place) => ` ${subject} `.includes(` ${place} `));
  if (mayBeKind && /\b(?:open|abiert[oa])\b/.test(sentence)) return null;
  // "No meeting Friday" may be about this week only.
  const isEach = /(?:day|sabado|domingo)s\b|\b(?:every|each|los)\b/.test(match[0]!) || phrases.skips.includes(stop);
  return { days: days.split(" ").flatMap(weekdaysIn), isSure: isEach && !mayBeKind, words: part.trim() };
}
