import { type ClosedDays, dateWord, readClosedDays, readResuming } from "./closed-days.ts";
import { breaks, closingHint, ended, forGood, phrases, places, shut, stopped, stops, subjects, times, unsaid } from "./closing-phrases.ts";
import { after, before, clean, findPhrase, folded, isUntilHour, partsOf, startsWith, withoutPhrases, withPlainDates } from "./sentences.ts";

/** What a record says in words of a group that does not meet, where its feed has no code for that. */

/** Where the words stand: each text of a record that may hold them. */
interface ClosingTexts {
  name: string | null;
  group: string | null;
  place: string | null;
  /** The meeting's, the group's and the place's, in whatever order. */
  notes: readonly (string | null)[];
  /** Whether the record says that anybody may come: then a bare "CLOSED" in its name is not about who may. */
  open: boolean;
}

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

/** What a draft keeps of a closing on some days, or at a time that nobody can tell; `join` is how one joins then. Null for any other closing. */
export function closedDaysOf<T>(closing: Closing | null, join: T): { days: ClosedDays[]; words: string; join: T } | null {
  const { kind, days, words } = closing ?? { kind: "ended", days: [], words: "" };
  return days.length > 0 || kind === "doubtful" ? { days, words, join } : null;
}

/** The words that say that a group does not meet for now, or no more; null where there are none, or a text says that it is open again. */
export function readClosing({ name, group, place, notes, open }: ClosingTexts): Closing | null {
  const texts = [name, group, place, ...notes].map((text) => (text === null ? "" : folded(text)));
  if (!texts.some((text) => closingHint.test(text))) return null;
  const own = new Set(texts.slice(0, 3).flatMap((text) => clean(text).split(" ")));
  if ([name, group, place, ...notes].some((text) => hasReopened(text, own))) return null;
  const found =
    inTitle(name, { bareClosed: open, isPlace: false, own }) ??
    inTitle(group, { bareClosed: false, isPlace: false, own }) ??
    inTitle(place, { bareClosed: true, isPlace: true, own }) ??
    notes.map((text) => inNotes(text, own)).find((found) => found !== null) ??
    null;
  const hasMoved = found?.kind === "shut" && texts.some((text) => findPhrase(clean(text), phrases.elsewhere) !== null);
  return hasMoved ? { ...found, kind: "doubtful" } : found;
}

/** "We are meeting again", without a day on which they will. */
function hasReopened(text: string | null, own: ReadonlySet<string>): boolean {
  if (text === null || findPhrase(clean(folded(text)), phrases.reopened) === null) return false;
  return partsOf(text).some(
    (part) => findPhrase(clean(folded(part)), phrases.reopened) !== null && inSentence(part, own)?.days[0]?.from !== null,
  );
}

interface Title {
  bareClosed: boolean;
  isPlace: boolean;
  own: ReadonlySet<string>;
}

/** A part of a name: "Nooners (CANCELLED)", "CLOSED - Grange Hall", "Club temporarily closed", "Nooners (dark in July)". */
function inTitle(title: string | null, about: Title): Closing | null {
  return (
    hintedParts(title)
      .map((part) => inPartOfTitle(part, about))
      .find((found) => found !== null) ?? null
  );
}

function inPartOfTitle(part: string, about: Title): Closing | null {
  const { words: dated, days } = readClosedDays(folded(part));
  const { words, found: timed } = withoutPhrases(clean(dated), times);
  const stop = isExempt(words, days) || isUntilHour(folded(part)) ? null : findPhrase(words, stops);
  if (stop === null || days.length > 0 || breaks.includes(stop)) {
    const isWhole = stop === null ? clean(dated).endsWith(dateWord) : isEnd(after(words, stop));
    return isWhole ? ofPlace(inSentence(part, about.own), about) : null;
  }
  const said = timed || stopsByItself(stop, after(words, stop)) || (words === stop && (about.bareClosed || !shut.has(stop)));
  return said ? ofPlace({ kind: shut.has(stop) ? "shut" : "ended", words: part.trim(), days: [] }, about) : null;
}

/** What ends in the name of a place is only its place. */
function ofPlace(found: Closing | null, { isPlace }: Title): Closing | null {
  return isPlace && found?.kind === "ended" ? { ...found, kind: "shut" } : found;
}

/** The parts of a title, if any word of closing is in it; nearly none has one. */
function hintedParts(title: string | null): string[] {
  return title !== null && closingHint.test(clean(folded(title))) ? partsOf(title) : [];
}

/** "Suspended", "disbanded in 2022", "no longer meeting due to …", "closed until spring": what ends the sentence by itself, or with a reason. */
function stopsByItself(stop: string, rest: string): boolean {
  if (ended.has(stop)) return isEnd(rest) || year.test(rest);
  return isEnd(rest) && (stopped.has(stop) || breaks.includes(stop) || (rest !== "" && !isForOnce(rest)));
}

/** "Closed for inventory" is over soon, "closed for the pandemic" is not. */
const isForOnce = (rest: string) => rest.startsWith("for ") && !startsWith(rest, phrases.longReasons);

const isEnd = (rest: string) => rest === "" || startsWith(rest, phrases.reasons) || /^(?:through|thru|for)\b/.test(rest);

/** What a note says, in one sentence or several: "Closed from Dec 20. We are back on Jan 5." */
function inNotes(text: string | null, own: ReadonlySet<string>): Closing | null {
  const found = partsOf(text).flatMap((part) => inSentence(part, own) ?? []);
  const first = found.find(({ kind }) => kind !== "doubtful") ?? found[0];
  if (first === undefined) return null;
  const days = found.flatMap((one) => one.days);
  // What is closed until further notice is closed on the days that are named besides.
  const isOpenEnded = found.some(({ kind, days }) => kind !== "doubtful" && days.length === 0);
  return { ...first, days: isOpenEnded ? days.filter(({ from }) => from === null) : joinEnds(days) };
}

/** A beginning and an end that are said apart are one time. */
function joinEnds(days: readonly ClosedDays[]): ClosedDays[] {
  const [begins, ends] = [days.filter(({ until }) => until === null), days.filter(({ from }) => from === null)];
  if (begins.length !== 1 || ends.length !== 1) return [...days];
  return [{ from: begins[0]!.from, until: ends[0]!.until }, ...days.filter((one) => one !== begins[0] && one !== ends[0])];
}

/** A sentence about the meeting or its building, and not about the side door. `own` are the words of the names: "The Harbor Club is …". */
function inSentence(part: string, own: ReadonlySet<string>): Closing | null {
  const text = folded(part);
  if (!closingHint.test(clean(text)) || isUntilHour(text)) return null;
  const { words, days } = readClosedDays(withPlainDates(text));
  if (isExempt(withoutPhrases(clean(words), times).words, days)) return null;
  for (const clause of [clean(words), ...words.split(",").slice(1).map(clean)]) {
    const found = readClause(clause, own);
    if (found !== null) return { kind: found.kind, words: part.trim(), days: found.forGood ? days.map(beginning) : days };
  }
  return null;
}

/** "Disbanded in May 2022": the day is that on which it ended. */
function beginning({ from, until }: ClosedDays): ClosedDays {
  return from === null ? { from, until } : { from, until: null };
}

type Read = { kind: Closing["kind"]; forGood: boolean } | null;

function readClause(sentence: string, own: ReadonlySet<string>): Read {
  const { words: undated, found: timed } = withoutPhrases(sentence, times);
  const { words, found: vague } = timed ? { words: undated, found: false } : withoutPhrases(undated, unsaid);
  const stop = findPhrase(words, stops);
  if (stop === null) return readBack(sentence, own);
  const [subject, rest] = [before(words, stop).split(" ").filter(Boolean), after(words, stop)];
  const isDated = sentence.includes(dateWord);
  const here = startsWith(rest, phrases.placeAfter);
  if (!isSubject(subject, own) || (!here && isNarrowed(rest, isDated))) return null;
  const aboutPlace = isAboutPlace(subject);
  const saysSo = stopsByItself(stop, rest) || (ended.has(stop) && here) || (shut.has(stop) && rest === "" && aboutPlace);
  if (!(timed || vague || saysSo)) return null;
  if (vague || (breaks.includes(stop) && !isDated)) return { kind: "doubtful", forGood: false };
  const isShut = here || aboutPlace || shut.has(stop) || stop.endsWith(" here");
  return { kind: isShut ? "shut" : "ended", forGood: forGood.has(stop) };
}

/** "Closed on Sundays", "no meetings in July on Sundays": some of its times, or a time that is no date. */
function isNarrowed(rest: string, isDated: boolean): boolean {
  if (year.test(rest)) return false;
  return startsWith(rest, phrases.narrows) || (!isDated && (startsWith(rest, phrases.notFollowedBy) || /^\d/.test(rest)));
}

/** "We are back on Sept 8", where nothing else says that they are away. */
function readBack(sentence: string, own: ReadonlySet<string>): Read {
  const back = readResuming(sentence);
  if (back === null || !isSubject(back.before.split(" ").filter(Boolean), own)) return null;
  return { kind: isAboutPlace(`${back.before} ${back.words}`.split(" ")) ? "shut" : "ended", forGood: false };
}

function isSubject(words: readonly string[], own: ReadonlySet<string>): boolean {
  return words.every((word) => subjects.has(word) || own.has(word));
}

/** "The church is", "in person meetings are". */
function isAboutPlace(subject: readonly string[]): boolean {
  return subject.some((word) => places.has(word) || word === "in-person" || word === "person" || word.startsWith("presencial"));
}

/** Closings with dates may be for a holiday; without dates they are on holidays. */
function isExempt(words: string, days: readonly ClosedDays[]): boolean {
  return findPhrase(words, phrases.not) !== null || (days.length === 0 && findPhrase(words, phrases.occasions) !== null);
}

/** "Disbanded in 2022" names the end; "cancelled on Labor Day" an exception. */
const year = /\b(?:19|20)\d\d\b/;
