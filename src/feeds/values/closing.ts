import { readFileSync } from "node:fs";
import { root } from "../../root.ts";
import { isUntilHour, readUntil, type UntilDay } from "./closed-until.ts";

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

/** `ended`: the group does not meet. `shut`: its place is closed, so it may still meet online. */
export interface Closing {
  kind: "ended" | "shut";
  /** The sentence or the part of a name that says so. */
  words: string;
  /** The day on which it is over, where the words name one. */
  until: UntilDay | null;
}

type List =
  | "ended"
  | "stopped"
  | "notMeeting"
  | "shut"
  | "time"
  | "reasons"
  | "groups"
  | "places"
  | "fillers"
  | "placeAfter"
  | "notFollowedBy"
  | "not"
  | "reopened";

const phrases = JSON.parse(readFileSync(new URL("data/feeds/closing-phrases.json", root), "utf8")) as Record<List, string[]>;
const stops = [...phrases.ended, ...phrases.stopped, ...phrases.notMeeting, ...phrases.shut].sort((a, b) => b.length - a.length);
const setOf = (...lists: List[]) => new Set(lists.flatMap((list) => phrases[list]));
const [ended, stopped, shut, places] = [setOf("ended"), setOf("stopped"), setOf("shut"), setOf("places")];
const subjects = setOf("groups", "places", "fillers");

/** Characters of a text that are read: what matters is said at its beginning. */
const maxRead = 2000;

/** Cheap test: most texts have none of these words. */
const hint = new RegExp([...new Set([...stops, ...phrases.time])].join("|"));

/** The words that say that a group does not meet for now, or no more; null where there are none, or a text says that it is open again. */
export function readClosing({ name, group, place, notes, open }: ClosingTexts): Closing | null {
  const texts = [name, group, place, ...notes].map((text) => (text === null ? "" : fold(text)));
  if (!texts.some((text) => hint.test(text)) || texts.some((text) => findPhrase(clean(text), phrases.reopened) !== null)) return null;
  const own = new Set(texts.slice(0, 3).flatMap((text) => clean(text).split(" ")));
  return (
    inTitle(name, { bareClosed: open, isPlace: false }) ??
    inTitle(group, { bareClosed: false, isPlace: false }) ??
    inTitle(place, { bareClosed: true, isPlace: true }) ??
    notes.map((text) => inNotes(text, own)).find((found) => found !== null) ??
    null
  );
}

/** A part of a name: "Nooners (CANCELLED)", "CLOSED - Grange Hall", "Club temporarily closed". */
function inTitle(title: string | null, { bareClosed, isPlace }: { bareClosed: boolean; isPlace: boolean }): Closing | null {
  for (const part of hintedParts(title)) {
    const { words, timed } = withoutTime(clean(fold(part)));
    const stop = isExempt(words) || isUntilHour(fold(part)) ? null : findPhrase(words, stops);
    if (stop === null) continue;
    const said = timed || stopsByItself(stop, after(words, stop)) || (words === stop && (bareClosed || !shut.has(stop)));
    if (said) return { kind: isPlace || shut.has(stop) ? "shut" : "ended", words: part.trim(), until: readUntil(fold(part)) };
  }
  return null;
}

/** The parts of a title, if any word of closing is in it; nearly none has one. */
function hintedParts(title: string | null): string[] {
  return title !== null && hint.test(clean(fold(title))) ? partsOf(title) : [];
}

/** "Suspended", "disbanded in 2022", "no longer meeting due to …", "closed until May": what ends the sentence by itself, or with a reason. */
function stopsByItself(stop: string, rest: string): boolean {
  if (ended.has(stop)) return isEnd(rest) || year.test(rest);
  return isEnd(rest) && (stopped.has(stop) || rest !== "");
}

const isEnd = (rest: string) => rest === "" || startsWith(rest, phrases.reasons) || /^(?:through|thru)\b/.test(rest);

/** A sentence about the meeting or its building, and not about the side door. `own` are the words of the names: "The Harbor Club is …". */
function inNotes(text: string | null, own: ReadonlySet<string>): Closing | null {
  for (const part of partsOf(text)) {
    const sentence = clean(fold(part));
    if (!hint.test(sentence) || isExempt(withoutTime(sentence).words) || isUntilHour(fold(part))) continue;
    for (const clause of [sentence, ...fold(part).split(",").slice(1).map(clean)]) {
      const kind = kindOf(clause, own);
      if (kind !== null) return { kind, words: part.trim(), until: readUntil(fold(part)) };
    }
  }
  return null;
}

function kindOf(sentence: string, own: ReadonlySet<string>): Closing["kind"] | null {
  const { words, timed } = withoutTime(sentence);
  const stop = findPhrase(words, stops);
  if (stop === null) return null;
  const subject = before(words, stop).split(" ").filter(Boolean);
  const rest = after(words, stop);
  if (!subject.every((word) => subjects.has(word) || own.has(word))) return null;
  const here = startsWith(rest, phrases.placeAfter);
  const dated = year.test(rest);
  if (!here && !dated && (startsWith(rest, phrases.notFollowedBy) || /^\d/.test(rest))) return null;
  const said = timed || stopsByItself(stop, rest) || (ended.has(stop) && here) || (shut.has(stop) && rest === "" && isAboutPlace(subject));
  if (!said) return null;
  return here || stop.endsWith(" here") || shut.has(stop) || isAboutPlace(subject) ? "shut" : "ended";
}

/** "The church is", "in person meetings are". */
function isAboutPlace(subject: readonly string[]): boolean {
  return subject.some((word) => places.has(word) || word === "in-person" || word === "person" || word.startsWith("presencial"));
}

function isExempt(words: string): boolean {
  return findPhrase(words, phrases.not) !== null;
}

/** Sentences, and what brackets and dashes set apart; "temp.", "Jan. 15", "6:45 pm" and "6 p.m." end none. */
function partsOf(text: string | null): string[] {
  const readable = (text ?? "")
    .slice(0, maxRead)
    .replace(/\b(temp|jan|feb|mar|apr|aug|sept?|oct|nov|dec|ene|abr|ago|dic)\. /gi, "$1 ")
    .replace(/(?<=\d ?[ap])\.(?=m\b)/gi, "");
  return readable.split(/[.!?;\n•|()[\]*"]|:(?!\d\d)|\s[-–—]|[-–—]\s/);
}

/** The words without those that only say for how long, and whether there were any. */
function withoutTime(sentence: string): { words: string; timed: boolean } {
  let words = ` ${sentence} `;
  for (const time of byLength) words = words.replaceAll(` ${time} `, " ");
  return { words: words.trim(), timed: words.trim() !== sentence };
}

const byLength = phrases.time.toSorted((a, b) => b.length - a.length);

/** What stands before and after a phrase in words that hold it. */
const before = (words: string, phrase: string) => ` ${words} `.split(` ${phrase} `, 1)[0]!.trim();
const after = (words: string, phrase: string) => words.slice(before(words, phrase).length).trim().slice(phrase.length).trim();

/** "Disbanded in 2022" names the end; "cancelled on Labor Day" an exception. */
const year = /\b(?:19|20)\d\d\b/;

/** The first of some phrases that stands in the words, whole. */
function findPhrase(words: string, list: readonly string[]): string | null {
  return list.find((phrase) => ` ${words} `.includes(` ${phrase} `)) ?? null;
}

function startsWith(words: string, list: readonly string[]): boolean {
  return list.some((phrase) => `${words} `.startsWith(`${phrase} `));
}

/** In small letters, without accents. */
function fold(text: string): string {
  const read = text.slice(0, maxRead).toLowerCase();
  return /[^\0-\x7f]/.test(read) ? read.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'") : read;
}

/** Words with one space between them. */
function clean(text: string): string {
  return text.replace(/[^\p{L}\p{N}'-]+/gu, " ").trim();
}
