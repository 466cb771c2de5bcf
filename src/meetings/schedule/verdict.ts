// cspell:ignore únicamente seulement uniquement
import { daysIn, exception, filler, month, namesUnit, type Reading, special, verb, weeksIn } from "./frequency-words.ts";

/** Decides whether words read as a schedule are the meeting's own. */

/** A piece of a meeting's text. A name is about the meeting; notes may be about anything. */
export interface Clause {
  text: string;
  named: boolean;
}

export interface Found {
  kind: Reading["kind"];
  words: string;
  before: string;
  after: string;
  clause: Clause;
}

/** Makes ordinals directly before it a schedule: "1st & 3rd only". */
const only = /^\s*(only|solamente|únicamente|seulement|uniquement)(?!\p{L})/iu;

type Verdict = "sure" | "unsure" | "no";

/** "Once a month - see website" is about the meeting; "monthly newsletter" is not. */
const isOwnMonth = (subject: string, after: string) => isAlone(subject) && /^\s*[-–—,:]/.test(after);

/** Returns whether words that look like a schedule are this meeting's: "unsure" if they may be, "no" if they are another gathering's. */
export function verdictOn(found: Found): Verdict {
  const { kind, clause, before } = found;
  if (kind === "ordinals" && !isSchedule(found)) return "no";
  if (kind === "weekly") return clause.named || verb.test(before) ? "sure" : "no";
  if (kind === "season") return isOfOther(found) ? "no" : "unsure";
  if (kind === "dates") return isDates(found) ? "unsure" : "no";
  if (isBare(found)) return "unsure";
  return clause.named ? "sure" : verdictOnNote(found);
}

function isDates(found: Found): boolean {
  const isSaid = verb.test(found.before) || isAlone(found.before + found.after);
  return isSaid && !isOfOther(found) && found.before.search(exception) === -1;
}

/** Whether the words belong to another gathering: "Picnic: June to August", "Business meeting on the 15th of each month". */
function isOfOther({ before }: Found): boolean {
  return (
    before
      .split(",")
      .at(-1)!
      .replace(/\bopen\b/gi, "")
      .search(special) !== -1
  );
}

/** Trusts a note if "meets" introduces it or it says nothing else. A schedule next to another event ("business meeting") is that event's. */
function verdictOnNote({ kind, before, after, clause }: Found): Verdict {
  const subject = before.split(",").at(-1)!;
  const beside = `${subject} ${after.split(",")[0]}`;
  const governed = verb.test(before) || only.test(after);
  const other = (governed ? subject : beside).search(special) !== -1;
  if (other) return "no";
  const isForMonths = kind !== "every-other" && clause.text.search(month) !== -1;
  if (isForMonths || beside.search(exception) !== -1) return "unsure";
  if (!governed && !isAlone(subject + after)) return kind === "monthly" && !isOwnMonth(subject, after) ? "no" : "unsure";
  return governed && kind === "every-other" ? "sure" : besideSpecial(governed ? beside : clause.text);
}

const besideSpecial = (words: string): Verdict => (words.search(special) === -1 ? "sure" : "unsure");

/** Steps, churches, floors, streets and chances are numbered too: a schedule needs a day, a week, a month or "only", or bare ordinals. */
export function isSchedule(found: Found): boolean {
  const { words, before, after } = found;
  if (/(things|sobriety|recovery|safety|serenity|women|ladies|at)\s+$/i.test(before) && /^(first|last)/i.test(words)) return false;
  if (/^\s+(after|before|de enero)/i.test(after)) return false;
  return daysIn(words).length > 0 || namesUnit(words) || only.test(after) || isBare(found);
}

/** Whether it is only "2nd & 4th": weeks of the month, though it does not say so. */
function isBare({ kind, words, before, after, clause }: Found): boolean {
  if (kind !== "ordinals" || daysIn(words).length > 0 || namesUnit(words) || only.test(after) || !isAlone(after)) return false;
  return weeksIn(words).length > 1 && (clause.named ? before.search(special) === -1 : isAlone(before)) && !verb.test(before);
}

function isAlone(beside: string): boolean {
  return !/[\p{L}\p{N}]/u.test(beside.replace(filler, ""));
}
