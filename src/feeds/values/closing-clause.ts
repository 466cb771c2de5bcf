import { type ClosedDays, dateWord, readClosedDays, readTurn } from "./closed-days.ts";
import {
  areOfMeeting,
  breaks,
  closingHint,
  doubtful,
  ended,
  findStop,
  forGood,
  lasting,
  notInPerson,
  online,
  phrases,
  places,
  shut,
  stopped,
  subjects,
  unsaid,
  withoutTimes,
} from "./closing-phrases.ts";
import { daysLater } from "./named-day.ts";
import { after, before, clean, findPhrase, folded, isUntilHour, startsWith, withoutPhrases, withPlainDates } from "./sentences.ts";

/** Reads one sentence about a group that does not meet. */

/**
 * `ended`: the group does not meet. `shut`: its place is closed, so it may still meet online. `doubtful`: the words do not give a definite time
 * ("this week only", "summer break"), or a place is closed and the group has moved to another.
 */
export interface Closing {
  kind: "ended" | "shut" | "doubtful";
  /** The sentence, or the part of a name, that says so. */
  words: string;
  /** Closed days, if the words name them; empty if it is closed until further notice. */
  days: ClosedDays[];
}

/** Parts of a record that its words may refer to. */
export interface Own {
  /** Words of its names: "The Harbor Club is …". */
  words: ReadonlySet<string>;
  hasPlace: boolean;
}

/** Reads a sentence about the meeting or its building (not about, say, the side door); null if it does not announce a closing. */
export function inSentence(part: string, own: Own): Closing | null {
  const text = folded(part);
  if (!closingHint.test(clean(text)) || isUntilHour(text)) return null;
  const { words, days } = readClosedDays(withPlainDates(text));
  if (isExempt(withoutTimes(clean(words.replaceAll(",", " zq "))).words, days)) return null;
  for (const clause of [words, ...words.split(",")].map(clean)) {
    const found = readClause(clause, own);
    if (found !== null) return { kind: found.kind, words: part.trim(), days: daysOf(found, days) };
  }
  return null;
}

type Read = { kind: Closing["kind"]; forGood: boolean; mayLast: boolean } | null;

/** Returns the days of a closing. In "Disbanded in May 2022", the day is the one on which it ended, and may be in "Group closed 8/15/25". */
function daysOf({ kind, forGood, mayLast }: NonNullable<Read>, days: readonly ClosedDays[]): ClosedDays[] {
  if (kind === "doubtful") return [];
  const [one] = days;
  if (mayLast && days.length === 1 && isOneDay(one!)) return [{ ...one!, mayLast }];
  return days.map(({ from, until }) => ({ from, until: forGood && from !== null ? null : until }));
}

/** Days on which many places close, each for itself: New Year, July 4, Thanksgiving and Christmas. */
const holidays = /^(?:1-1|7-4|11-2[2-8]|12-(?:2[4-6]|31))$/;

/** Whether it is one day of a year, and no holiday. */
function isOneDay({ from, until }: ClosedDays): boolean {
  if (from === null || from.day === null || from.year === null || holidays.test(`${from.month}-${from.day}`)) return false;
  const next = daysLater(from, 1);
  return until?.month === next.month && until.day === next.day && until.year === next.year;
}

function readClause(sentence: string, own: Own): Read {
  const { words: undated, found: timed } = withoutTimes(sentence);
  const { words, found: vague } = timed ? { words: undated, found: false } : withoutPhrases(undated, unsaid);
  const stop = findStop(words);
  if (stop === null) return readBack(sentence, own);
  const subject = withoutReason(before(words, stop).split(" ").filter(Boolean));
  if (!isSubject(subject, own)) return null;
  const said = { stop, rest: after(words, stop), isPlace: isAboutPlace(subject), isDated: sentence.includes(dateWord) };
  if (!doubtful.has(stop) && !isStop(said, timed || vague)) return null;
  const isDoubtful = vague || doubtful.has(stop) || (breaks.includes(stop) && !said.isDated);
  return {
    kind: isDoubtful ? "doubtful" : isOfPlace(said, own) ? "shut" : "ended",
    forGood: forGood.has(stop),
    mayLast: lasting.has(stop),
  };
}

interface Stop {
  /** The phrase, and the text after it. */
  stop: string;
  rest: string;
  isPlace: boolean;
  isDated: boolean;
}

/** Whether a phrase means that all of it stops: with a time beside it, or on its own. */
function isStop({ stop, rest, isPlace, isDated }: Stop, timed: boolean): boolean {
  const here = startsWith(rest, phrases.placeAfter);
  if (!here && isNarrowed(rest, isDated)) return false;
  const isWhole = areOfMeeting(rest);
  if (online.has(stop)) return timed && isWhole && !isPlace && !isAboutPlace(rest.split(" "));
  if (notInPerson.has(stop) && isWhole) return true;
  return timed || stopsByItself(stop, rest) || (ended.has(stop) && here) || (shut.has(stop) && rest === "" && isPlace);
}

function isOfPlace({ stop, rest, isPlace }: Stop, own: Own): boolean {
  return isPlace || startsWith(rest, phrases.placeAfter) || isShut(stop, own) || stop.endsWith(" here");
}

/** Drops a reason before the subject: "due to low attendance this meeting is" becomes "this meeting is". */
function withoutReason(subject: readonly string[]): readonly string[] {
  if (!phrases.reasons.includes(subject[0] ?? "")) return subject;
  const from = subject.findIndex((_, at) => at > 0 && subject.slice(at).every((word) => subjects.has(word)));
  return from === -1 ? subject : subject.slice(from);
}

/** Whether the phrase closes the place: "zoom only", or "closed" if the record has a place. */
export const isShut = (stop: string, { hasPlace }: Own) => notInPerson.has(stop) || (shut.has(stop) && hasPlace);

/** Whether the phrase is limited to some meetings, or to a time without a date: "closed on Sundays", "no meetings in July on Sundays". */
function isNarrowed(rest: string, isDated: boolean): boolean {
  if (year.test(rest)) return false;
  return startsWith(rest, phrases.narrows) || (!isDated && (startsWith(rest, phrases.notFollowedBy) || /^\d/.test(rest)));
}

/** Reads "we are back on Sept 8" or "our last meeting is Sept 8", in a sentence that does not otherwise announce a closing. */
function readBack(sentence: string, own: Own): Read {
  const turn = readTurn(sentence);
  if (turn === null || !isSubject(turn.before.split(" ").filter(Boolean), own)) return null;
  // "The last meeting in May is a picnic."
  if (startsWith(turn.after, phrases.notAfterDay)) return null;
  return { kind: isAboutPlace(`${turn.before} ${turn.words}`.split(" ")) ? "shut" : "ended", forGood: false, mayLast: false };
}

function isSubject(words: readonly string[], own: Own): boolean {
  return words.every((word) => subjects.has(word) || own.words.has(word));
}

/** Whether the subject is the place: "the church is", "in person meetings are". */
function isAboutPlace(subject: readonly string[]): boolean {
  return subject.some((word) => places.has(word) || word === "in-person" || word === "person" || word.startsWith("presencial"));
}

/**
 * Whether the words are about something else ("side door", "closed to"), or name a holiday without a date; with a date, they may announce a
 * closing.
 */
export function isExempt(words: string, days: readonly ClosedDays[]): boolean {
  return findPhrase(words, phrases.not) !== null || (days.length === 0 && findPhrase(words, phrases.occasions) !== null);
}

/** "Disbanded in 2022" gives the end; "cancelled on Labor Day" is an exception. */
const year = /\b(?:19|20)\d\d\b/;

/**
 * Whether the phrase ends the sentence, on its own or with a reason: "suspended", "disbanded in 2022", "no longer meeting due to …", "closed
 * until spring".
 */
export function stopsByItself(stop: string, rest: string): boolean {
  if (ended.has(stop)) return isEnd(rest) || year.test(rest);
  return isEnd(rest) && (stopped.has(stop) || breaks.includes(stop) || (rest !== "" && !isForOnce(rest)));
}

/** "Closed for inventory" is over soon; "closed for the pandemic" is not. */
const isForOnce = (rest: string) => rest.startsWith("for ") && !startsWith(rest, phrases.longReasons);

export const isEnd = (rest: string) => rest === "" || startsWith(rest, phrases.reasons) || /^(?:through|thru|for)\b/.test(rest);
