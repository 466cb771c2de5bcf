import { type ClosedDays, dateWord, readClosedDays, readTurn } from "./closed-days.ts";
import {
  areOfMeeting,
  breaks,
  closingHint,
  doubtful,
  ended,
  findStop,
  forGood,
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
import { after, before, clean, findPhrase, folded, isUntilHour, startsWith, withoutPhrases, withPlainDates } from "./sentences.ts";

/** What one sentence says of a group that does not meet. */

/**
 * `ended`: the group does not meet. `shut`: its place is closed, so it may still meet online. `doubtful`: for a time that nobody can tell from
 * the words ("this week only", "summer break"), or where a place is closed and the group has gone to another.
 */
export interface Closing {
  kind: "ended" | "shut" | "doubtful";
  /** The sentence or the part of a name that says so. */
  words: string;
  /** The days on which it is closed, where the words name them; none: until somebody says otherwise. */
  days: ClosedDays[];
}

/** What a record has that its words may be about. */
export interface Own {
  /** The words of its names: "The Harbor Club is …". */
  words: ReadonlySet<string>;
  hasPlace: boolean;
}

/** A sentence about the meeting or its building, and not about the side door. `own` are the words of the names: "The Harbor Club is …". */
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

type Read = { kind: Closing["kind"]; forGood: boolean } | null;

/** The days of what was read. "Disbanded in May 2022": the day is that on which it ended. */
function daysOf({ kind, forGood }: NonNullable<Read>, days: readonly ClosedDays[]): ClosedDays[] {
  if (kind === "doubtful") return [];
  return days.map(({ from, until }) => ({ from, until: forGood && from !== null ? null : until }));
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
  return { kind: isDoubtful ? "doubtful" : isOfPlace(said, own) ? "shut" : "ended", forGood: forGood.has(stop) };
}

interface Stop {
  /** The phrase, and what is after it. */
  stop: string;
  rest: string;
  isPlace: boolean;
  isDated: boolean;
}

/** Whether a phrase says that all of it stops: with a time beside it, or by itself. */
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

/** "This meeting is", without the reason before it: "due to low attendance this meeting is". */
function withoutReason(subject: readonly string[]): readonly string[] {
  if (!phrases.reasons.includes(subject[0] ?? "")) return subject;
  const from = subject.findIndex((_, at) => at > 0 && subject.slice(at).every((word) => subjects.has(word)));
  return from === -1 ? subject : subject.slice(from);
}

/** Whether what stops is the place: "zoom only", and "closed" where there is one. */
export const isShut = (stop: string, { hasPlace }: Own) => notInPerson.has(stop) || (shut.has(stop) && hasPlace);

/** "Closed on Sundays", "no meetings in July on Sundays": some of its times, or a time that is no date. */
function isNarrowed(rest: string, isDated: boolean): boolean {
  if (year.test(rest)) return false;
  return startsWith(rest, phrases.narrows) || (!isDated && (startsWith(rest, phrases.notFollowedBy) || /^\d/.test(rest)));
}

/** "We are back on Sept 8", "our last meeting is Sept 8", where nothing else says that they are away. */
function readBack(sentence: string, own: Own): Read {
  const turn = readTurn(sentence);
  if (turn === null || !isSubject(turn.before.split(" ").filter(Boolean), own)) return null;
  // "The last meeting in May is a picnic."
  if (startsWith(turn.after, phrases.notAfterDay)) return null;
  return { kind: isAboutPlace(`${turn.before} ${turn.words}`.split(" ")) ? "shut" : "ended", forGood: false };
}

function isSubject(words: readonly string[], own: Own): boolean {
  return words.every((word) => subjects.has(word) || own.words.has(word));
}

/** "The church is", "in person meetings are". */
function isAboutPlace(subject: readonly string[]): boolean {
  return subject.some((word) => places.has(word) || word === "in-person" || word === "person" || word.startsWith("presencial"));
}

/** Closings with dates may be for a holiday; without dates they are on holidays. */
export function isExempt(words: string, days: readonly ClosedDays[]): boolean {
  return findPhrase(words, phrases.not) !== null || (days.length === 0 && findPhrase(words, phrases.occasions) !== null);
}

/** "Disbanded in 2022" names the end; "cancelled on Labor Day" an exception. */
const year = /\b(?:19|20)\d\d\b/;

/** "Suspended", "disbanded in 2022", "no longer meeting due to …", "closed until spring": what ends the sentence by itself, or with a reason. */
export function stopsByItself(stop: string, rest: string): boolean {
  if (ended.has(stop)) return isEnd(rest) || year.test(rest);
  return isEnd(rest) && (stopped.has(stop) || breaks.includes(stop) || (rest !== "" && !isForOnce(rest)));
}

/** "Closed for inventory" is over soon, "closed for the pandemic" is not. */
const isForOnce = (rest: string) => rest.startsWith("for ") && !startsWith(rest, phrases.longReasons);

export const isEnd = (rest: string) => rest === "" || startsWith(rest, phrases.reasons) || /^(?:through|thru|for)\b/.test(rest);
