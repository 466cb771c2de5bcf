import { type ClosedDays, dateWord, readClosedDays } from "./closed-days.ts";
import { type Closing, inSentence, isEnd, isExempt, isShut, type Own, stopsByItself } from "./closing-clause.ts";
import { areOfMeeting, breaks, closingHint, doubtful, findStop, phrases, shut, withoutTimes } from "./closing-phrases.ts";
import { after, before, clean, findPhrase, folded, isUntilHour, partsOf } from "./sentences.ts";

/** Reads from a record's texts that a group does not meet, if its feed has no code for that. */

/** The texts of a record that may mention a closing. */
interface ClosingTexts {
  name: string | null;
  group: string | null;
  place: string | null;
  /** Notes of the meeting, the group and the place, in any order. */
  notes: readonly (string | null)[];
  /** Whether the record says that anybody may come; then a bare "CLOSED" in its name is not about who may. */
  open: boolean;
  /** Whether it has an address to go to; without one, a bare "closed" means the group. */
  hasPlace: boolean;
}

/** Returns what a draft keeps of a closing on some days, or at an unspecified time; `join` is how one joins then. Null for any other closing. */
export function closedDaysOf<T>(closing: Closing | null, join: T): { days: ClosedDays[]; words: string; join: T } | null {
  const { kind, days, words } = closing ?? { kind: "ended", days: [], words: "" };
  return days.length > 0 || kind === "doubtful" ? { days, words, join } : null;
}

/** Whether the place is closed and a text mentions meeting online: "The church is closed; join us on Zoom". */
export function goesOnline(closing: Closing | null, texts: readonly (string | null)[]): boolean {
  return closing?.kind === "shut" && texts.some((text) => text !== null && onlineWords.test(text));
}

const onlineWords = /\b(?:zoom|on-?line|virtual(?:ly)?|webex|en l[ií]nea)(?!\p{L})/iu;

/** Returns a way to join remotely; null if there is also a street and a sentence says that one can only come in person: then it is outdated. */
export function unlessInPerson<T>(room: T | null, street: string | null, texts: readonly (string | null)[]): T | null {
  return room === null || street === null || !texts.some((text) => text !== null && isInPersonOnly(text)) ? room : null;
}

function isInPersonOnly(text: string): boolean {
  if (findPhrase(clean(folded(text)), inPersonOnly) === null) return false;
  const clauses = partsOf(text).flatMap((part) => folded(part).split(","));
  return clauses.map(clean).some((clause) => {
    const phrase = findPhrase(clause, inPersonOnly);
    return phrase !== null && areOfMeeting(before(clause, phrase)) && areOfMeeting(after(clause, phrase));
  });
}

const inPersonOnly = [...phrases.inPersonOnly].sort((a, b) => b.length - a.length);

/** Reads that a group does not meet, for now or any more; null if no text says so, or one says that it is open again. */
export function readClosing({ name, group, place, notes, open, hasPlace }: ClosingTexts): Closing | null {
  const texts = [name, group, place, ...notes].map((text) => (text === null ? "" : folded(text)));
  if (!texts.some((text) => closingHint.test(text))) return null;
  const own = { words: new Set(texts.slice(0, 3).flatMap((text) => clean(text).split(" "))), hasPlace };
  if ([name, group, place, ...notes].some((text) => hasReopened(text, own))) return null;
  const found =
    inTitle(name, { bareClosed: open, isPlace: false, own }) ??
    inTitle(group, { bareClosed: false, isPlace: false, own }) ??
    inTitle(place, { bareClosed: true, isPlace: true, own }) ??
    notes.map((text) => inNotes(text, own)).find((found) => found !== null) ??
    null;
  const hasMoved =
    found?.kind === "shut" && !onlineWords.test(found.words) && texts.some((text) => findPhrase(clean(text), phrases.elsewhere) !== null);
  return hasMoved ? { ...found, kind: "doubtful" } : found;
}

/** Whether a text says "we are meeting again" without naming the day for it. */
function hasReopened(text: string | null, own: Own): boolean {
  if (text === null || findPhrase(clean(folded(text)), phrases.reopened) === null) return false;
  return partsOf(text).some(
    (part) => findPhrase(clean(folded(part)), phrases.reopened) !== null && inSentence(part, own)?.days[0]?.from !== null,
  );
}

interface Title {
  bareClosed: boolean;
  isPlace: boolean;
  own: Own;
}

/**
 * Reads a closing from the parts of a name: "Nooners (CANCELLED)", "CLOSED - Grange Hall", "Club temporarily closed", "Nooners (dark in July)".
 */
function inTitle(title: string | null, about: Title): Closing | null {
  return (
    hintedParts(title)
      .map((part) => inPartOfTitle(part, about))
      .find((found) => found !== null) ?? null
  );
}

function inPartOfTitle(part: string, about: Title): Closing | null {
  const { words: dated, days } = readClosedDays(folded(part));
  const { words, found: timed } = withoutTimes(clean(dated));
  const said = findStop(words);
  const stop = said === null || isExempt(words, days) || isUntilHour(folded(part)) ? null : said;
  if (stop === null || days.length > 0 || breaks.includes(stop)) {
    const isWhole = stop === null ? clean(dated).endsWith(dateWord) : isEnd(after(words, stop));
    return isWhole ? ofPlace(inSentence(part, about.own), about) : null;
  }
  if (doubtful.has(stop)) return inSentence(part, about.own);
  const isClosed = timed || stopsByItself(stop, after(words, stop)) || (words === stop && (about.bareClosed || !shut.has(stop)));
  return isClosed ? ofPlace({ kind: isShut(stop, about.own) ? "shut" : "ended", words: part.trim(), days: [] }, about) : null;
}

/** A closing in the name of a place closes only the place. */
function ofPlace(found: Closing | null, { isPlace }: Title): Closing | null {
  return isPlace && found?.kind === "ended" ? { ...found, kind: "shut" } : found;
}

/** Returns the parts of a title if it has any word for a closing; very few have. */
function hintedParts(title: string | null): string[] {
  return title !== null && closingHint.test(clean(folded(title))) ? partsOf(title).flatMap((part) => part.split(apart)) : [];
}

// cspell:ignore CERRAD presencial
/** Splits a word in capitals from a name: "INACTIVE Nooners", "Nooners-DISBANDED". "CLOSED Women's Meeting" is about who may come. */
const apart = /(?<=^(?!CLOSED|CERRAD)\p{Lu}{5,20}) (?=\p{Lu}\p{Ll})|(?<=\p{Ll})[ -](?=(?!CLOSED|CERRAD)\p{Lu}{5,20}$)/u;

/** Reads a closing from one sentence of a note or several: "Closed from Dec 20. We are back on Jan 5." */
function inNotes(text: string | null, own: Own): Closing | null {
  const found = partsOf(text).flatMap((part) => inSentence(part, own) ?? []);
  const first = found.find(({ kind }) => kind !== "doubtful") ?? found[0];
  if (first === undefined) return null;
  const days = found.flatMap((one) => one.days);
  // A closing until further notice includes the days that are named besides.
  const isOpenEnded = found.some(({ kind, days }) => kind !== "doubtful" && days.length === 0);
  return { ...first, days: isOpenEnded ? days.filter(({ from }) => from === null) : joinEnds(days) };
}

/** Joins a start and an end from separate sentences into one span. */
function joinEnds(days: readonly ClosedDays[]): ClosedDays[] {
  const [begins, ends] = [days.filter(({ until }) => until === null), days.filter(({ from }) => from === null)];
  if (begins.length !== 1 || ends.length !== 1) return [...days];
  return [{ from: begins[0]!.from, until: ends[0]!.until }, ...days.filter((one) => one !== begins[0] && one !== ends[0])];
}
