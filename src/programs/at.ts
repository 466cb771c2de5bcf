import { type CheckRules, standingOf } from "../listing/check.ts";
import { countTurns, sunkAt } from "../listing/check-turns.ts";
import type { ProgramCard } from "./card.ts";
import { checkKindOf } from "./check-kind.ts";
import type { OpenPrograms } from "./open.ts";
import type { Contact, Program } from "./program.ts";

const made = new WeakMap<OpenPrograms, { turns: number; programs: OpenPrograms }>();

/**
 * Returns the programs as of `now` (epoch milliseconds): checks that have lapsed since the programs were opened no longer count, and long
 * overdue ones come later. Computed again only when the date has changed something.
 */
export function programsAt(programs: OpenPrograms, now: number): OpenPrograms {
  const turns = countTurns(programs.turns, now);
  if (turns === 0) return programs;
  const known = made.get(programs);
  if (known?.turns === turns) return known.programs;
  const readCard = (row: number) => {
    const card = programs.readCard(row);
    return card && lapse(card, programs.checkRules, now);
  };
  const current = { ...programs, readCard, cards: new Map(), sunk: sunkAt(programs.turns, now) };
  made.set(programs, { turns, programs: current });
  return current;
}

/** Returns the program; if its last check has lapsed, it and its contacts become unconfirmed. Closed programs stay as they are. */
export function lapse<Listing extends Program | ProgramCard>(listing: Listing, rules: CheckRules, now: number): Listing {
  if (standingOf(listing.lastCheck, checkKindOf(listing), rules, now) !== "lapsed" || listing.status === "closed") return listing;
  const contacts = listing.contacts.map(unconfirmed);
  if (!("contactFor" in listing)) return { ...listing, status: "unconfirmed", contacts };
  const contactFor = Object.fromEntries(Object.entries(listing.contactFor).map(([what, contact]) => [what, unconfirmed(contact)]));
  return { ...listing, status: "unconfirmed", contacts, contactFor };
}

const unconfirmed = (contact: Contact): Contact => ({ ...contact, confirmed: false });
