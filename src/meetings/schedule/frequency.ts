// cspell:ignore hurs
import { LRUCache } from "lru-cache";
import type { Frequency, Occurrence } from "../meeting.ts";
import { daysIn, exception, hint, noMeeting, readings, weeksIn } from "./frequency-words.ts";
import { type Clause, type Found, isSchedule, verdictOn } from "./verdict.ts";

interface Told {
  name: string;
  notes: string | null;
  /** A place's notes often say when it meets there. */
  place: { notes: string | null };
  occurrences: readonly Occurrence[];
}

/** Limit on the characters read: a schedule is near the beginning, and reading must not take long. */
const maxRead = 3000;

/**
 * Returns how often a meeting really meets. Feeds know only weekly schedules, so "First Saturday" is written in names and notes: it is read
 * from there, in English and Spanish, and its words are kept. Ambiguous words leave the schedule as it is and mark it unsure. Less than
 * weekly is "monthly", the nearest value that does not promise a week too many.
 */
export function frequencyOf(meeting: Told): Frequency {
  const { occurrences } = meeting;
  const scheduled: Frequency = { value: bySchedule(occurrences), weeks: [], words: null, sure: true };
  if (occurrences.length === 0) return scheduled;
  const judged = clausesOf(meeting).flatMap(judgedIn);
  const sure = judged.filter(({ found, verdict }) => verdict === "sure" && found.kind !== "weekly");
  const best = sure.find(({ found }) => namesWeeks(found)) ?? sure[0] ?? doubt(judged);
  if (!best) return scheduled;
  const { words, kind } = best.found;
  // "Last Friday" cannot be about Mondays and Wednesdays too.
  if (best.verdict === "unsure" || kind === "doubtful" || countDays(occurrences) > 1) return { ...scheduled, words, sure: false };
  if (isDisputed(best.found, judged)) return { value: "monthly", weeks: [], words, sure: false };
  const weeks = weeksNamed(best.found);
  const fits = daysIn(words).every((day) => occurrences.some((occurrence) => occurrence.day === day));
  return { value: weeks.length > 3 ? "weekly" : "monthly", weeks: weeks.length > 4 ? [] : weeks, words, sure: fits };
}

function bySchedule(occurrences: readonly Occurrence[]): Frequency["value"] {
  if (occurrences.length === 0) return "not-scheduled";
  if (countDays(occurrences) === 7) return "daily";
  return occurrences.length > 1 ? "several-a-week" : "weekly";
}

function countDays(occurrences: readonly Occurrence[]): number {
  return new Set(occurrences.map(({ day }) => day)).size;
}

function weeksNamed({ kind, words }: Found): Frequency["weeks"] {
  if (kind === "every-other") return ["every-other"];
  return kind === "monthly" ? [] : weeksIn(words);
}

/** "Monthly" says less than "first Friday", which often follows it. */
function namesWeeks({ kind }: Found): boolean {
  return kind === "ordinals" || kind === "every-other";
}

interface Judged {
  found: Found;
  verdict: ReturnType<typeof verdictOn>;
}

/** Whether another clause contradicts it: "First Thursday" and "meets every Thursday", or "second Monday" beside a part of the year. */
function isDisputed(best: Found, judged: readonly Judged[]): boolean {
  const weeks = weeksIn(best.words).join();
  return judged.some(({ found, verdict }) => {
    if (found === best || found.clause === best.clause) return false;
    if (found.kind === "season") return verdict === "unsure";
    if (verdict !== "sure") return false;
    const names = found.kind === "ordinals" || found.kind === "weekly" || found.kind === "every-other";
    return names && (best.kind === "every-other" ? found.kind !== "every-other" : weeks !== "" && weeksIn(found.words).join() !== weeks);
  });
}

/**
 * Returns the reading that makes the schedule unsure. Several different schedules are a format that changes weekly, which is no reason for
 * doubt.
 */
function doubt(judged: readonly Judged[]): Judged | undefined {
  const asides = judged.filter(({ found: { kind, clause, before, after } }) => {
    if (kind !== "ordinals" || clause.named) return false;
    return before.search(exception) === -1 && after.split(",")[0]!.search(noMeeting) === -1;
  });
  const rotation = asides.filter(({ found }) => isSchedule(found));
  const unsure = judged.filter(({ verdict }) => verdict === "unsure");
  const weeks = new Set(rotation.map(({ found }) => weeksIn(found.words).join()));
  return weeks.size > 1 ? unsure.find((one) => !rotation.includes(one)) : unsure[0];
}

/** Splits texts into clauses. Text in brackets in a name counts as a note. */
function clausesOf({ name, notes, place }: Told): Clause[] {
  const pieces = (text: string, named: boolean) =>
    text.split(/[()[\]]/).map((piece, index) => ({ text: piece, named: named && index % 2 === 0 }));
  const speak = (text: string | null) => text !== null && hint.test(text);
  const all = [...(speak(name) ? pieces(name.slice(0, maxRead), true) : []), ...[notes, place.notes].filter(speak).flatMap(sentencesOf)];
  return all.filter(({ text }) => hint.test(text));
}

/** "5th wk. Tradition" is one sentence. */
const sentenceEnd = /[;\n!?•]|(?<!\b(?:wks?|mos?|[Mm]on|[Tt]ues?|[Ww]ed|[Tt]hurs?|[Ff]ri|[Ss]at|[Ss]un))\.(?=\s+[\p{Lu}\p{N}¡]|$)/u;

function sentencesOf(notes: string | null): Clause[] {
  return (notes ?? "")
    .slice(0, maxRead)
    .split(sentenceEnd)
    .map((text) => ({ text, named: false }));
}

/** Returns the schedules found in a clause, with verdicts. Cached, because the meetings of a group have the same clauses. */
function judgedIn(clause: Clause): Judged[] {
  const key = `${clause.named} ${clause.text}`;
  const found = foundBefore.get(key) ?? findIn(clause).map((one) => ({ ...one, verdict: verdictOn({ ...one, clause }) }));
  foundBefore.set(key, found);
  return found.map(({ verdict, ...one }) => ({ found: { ...one, clause }, verdict }));
}

const foundBefore = new LRUCache<string, (Omit<Found, "clause"> & Pick<Judged, "verdict">)[]>({ max: 1000 });

/** Tries the readings from the most to the least trusted; words matched by one are not read again by the next. */
function findIn({ text }: Clause): Omit<Found, "clause">[] {
  const taken: [number, number][] = [];
  const found: Omit<Found, "clause">[] = [];
  for (const { kind, pattern, hint } of readings) {
    if (!hint.test(text)) continue;
    for (const { 0: words, index } of text.matchAll(pattern)) {
      const end = index + words.length;
      if (taken.some(([from, to]) => index < to && end > from)) continue;
      taken.push([index, end]);
      found.push({ kind, words, before: text.slice(0, index), after: text.slice(end) });
    }
  }
  return found;
}
