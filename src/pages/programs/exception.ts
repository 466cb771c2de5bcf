import type { LastCheck, Standing } from "../../listing/check.ts";
import { latestYearOf } from "../../listing/date.ts";
import type { ProgramCard } from "../../programs/card.ts";
import { isLine, mayBeGone } from "../../programs/may-be-gone.ts";
import type { Contact } from "../../programs/program.ts";
import type { Context } from "../../site/site.ts";
import { sayDate } from "../../words/dates.ts";
import type { Words } from "../../words/words.ts";
import { standingAt } from "../last-check.ts";
import { sayOfficeDate } from "../office-date.ts";

/** What a reader should know about a row before calling. */
export interface Exception {
  /** "Number last seen in 2013". */
  text: string;
  /** True for what is in doubt, such as an old number; false for what one of our people has checked. */
  inDoubt: boolean;
}

/**
 * Returns what is exceptional about the first contact of a row: its link does not work (`brokenSince`, ISO 8601), it is old, undated or
 * checked, or its next check is overdue. Null for the many covered by the note above the list: printed lately, and not called by us yet. Only
 * a line needs a date: a website itself shows whether it still exists.
 */
export function exceptionOf(context: Context, program: ProgramCard, contact: Contact, brokenSince: string | null): Exception | null {
  const { words } = context;
  const { card } = words;
  const { status, lastCheck } = program;
  if (status === "closed") return { text: card.closed, inDoubt: true };
  if (brokenSince !== null) return { text: card.linkBroken(sayOfficeDate(brokenSince, words)), inDoubt: true };
  const check = lastCheck && sayCheck(standingAt(context, program), lastCheck, contact.confirmed, words);
  if (check !== null) return check;
  const { asOf, kind } = contact;
  if (isLine(kind) && asOf === null) return { text: card.noDate, inDoubt: true };
  const seen = lastSeen(contact, status);
  if (seen !== null) return { text: (isLine(kind) ? card.lastSeen : card.unconfirmedSince)(sayDate(seen, words)), inDoubt: true };
  return status === "unconfirmed" ? { text: card.unconfirmed, inDoubt: true } : null;
}

function sayCheck(standing: Standing, { date, how }: LastCheck, confirmed: boolean, words: Words): Exception | null {
  const { card } = words;
  const day = sayDate(date, words);
  if (standing === "lapsed") return { text: card.lapsed(day), inDoubt: true };
  if (!confirmed) return null;
  return standing === "checked" ? { text: card.checked(day, card.how[how]), inDoubt: false } : { text: card.overdue(day), inDoubt: true };
}

/** Returns the year in which a contact that may be gone was last seen; null if it has no date or is not in doubt. */
export function lastSeen(contact: Contact, status: ProgramCard["status"]): string | null {
  const { asOf } = contact;
  return asOf !== null && Number.isFinite(latestYearOf(asOf)) && mayBeGone(contact, status) ? yearOf(asOf) : null;
}

/** Returns the year: a row says the year, the page of the program says the day. */
function yearOf(date: string): string {
  return date.replace(/^(\d{4})(?:-\d\d)+/, "$1");
}

/** Whether any of these has a number that none of our people has called; the list then says so once, above. */
export function anyUncalled(cards: readonly Pick<ProgramCard, "contacts" | "lastCheck">[]): boolean {
  return cards.some(({ contacts, lastCheck }) =>
    contacts.some(({ kind, confirmed }) => isLine(kind) && !(confirmed && lastCheck?.how === "phone")),
  );
}
