import type { Document } from "../library/document.ts";
import { type CheckKind, type Standing, standingOf } from "../listing/check.ts";
import type { ProgramCard } from "../programs/card.ts";
import { checkKindOf } from "../programs/check-kind.ts";
import type { Program } from "../programs/program.ts";
import type { Context } from "../site/site.ts";
import { sayDate } from "../words/dates.ts";

/** Returns which schedule a listing is checked on. */
export function listingCheckKind(listing: Program | ProgramCard | Document): CheckKind {
  return "contacts" in listing ? checkKindOf(listing) : "library";
}

/** Returns what the last check of a listing is worth at the time of the page. */
export function standingAt({ deskRules, now }: Context, listing: Program | ProgramCard | Document): Standing {
  return standingOf(listing.lastCheck, listingCheckKind(listing), deskRules.checks, now);
}

/** Says when, how and by whom a listing was last checked, and whether that is long ago; null if nobody has. */
export function sayLastCheck(context: Context, listing: Program | Document): string | null {
  const { words } = context;
  const { lastCheck } = listing;
  if (lastCheck === null) return null;
  const { checkedBy, checkDue } = words.program;
  const checked = checkedBy(sayDate(lastCheck.date, words), words.card.how[lastCheck.how], lastCheck.role);
  const standing = standingAt(context, listing);
  return standing === "checked" ? checked : `${checked} ${checkDue[standing === "lapsed" ? "lapsed" : "overdue"]}`;
}
