import { latestYearOf } from "../../listing/date.ts";
import type { ProgramCard } from "../../programs/card.ts";
import { isLine, mayBeGone } from "../../programs/may-be-gone.ts";
import type { Contact, Program } from "../../programs/program.ts";
import { sayDate } from "../../words/dates.ts";
import type { Words } from "../../words/words.ts";

/** What a reader should know of a row before the call. */
export interface Exception {
  /** "Number last seen in 2013". */
  text: string;
  /** True for what is old or undated; false for what a person of ours has checked. */
  inDoubt: boolean;
}

/**
 * What sets the first contact of a row apart: that it is old, has no date, or was checked. Null for the many that are as the note
 * above the list says: printed lately, and not called by us yet. A website says by itself whether it is still there.
 */
export function exceptionOf(
  { status, lastCheck }: Pick<Program, "status" | "lastCheck">,
  contact: Contact,
  words: Words,
): Exception | null {
  const { card } = words;
  if (status === "closed") return { text: card.closed, inDoubt: true };
  if (contact.confirmed && lastCheck)
    return { text: card.checked(sayDate(lastCheck.date, words), card.how[lastCheck.how]), inDoubt: false };
  const { asOf, kind } = contact;
  if (isLine(kind) && asOf === null) return { text: card.noDate, inDoubt: true };
  if (asOf !== null && Number.isFinite(latestYearOf(asOf)) && mayBeGone(contact, status))
    return { text: (isLine(kind) ? card.lastSeen : card.unconfirmedSince)(sayDate(yearOf(asOf), words)), inDoubt: true };
  return status === "unconfirmed" ? { text: card.unconfirmed, inDoubt: true } : null;
}

/** A row says the year; the page of the program says the day. */
function yearOf(date: string): string {
  return date.replace(/^(\d{4})(?:-\d\d)+/, "$1");
}

/** Whether any of these has not been called by a person of ours: then the list says so once, above. */
export function anyUncalled(cards: readonly Pick<ProgramCard, "contacts">[]): boolean {
  return cards.some(({ contacts }) => contacts.some(({ kind, confirmed }) => isLine(kind) && !confirmed));
}
