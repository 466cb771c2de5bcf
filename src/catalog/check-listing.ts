import { settleCalls } from "../calls/calls.ts";
import type { Actor } from "../changes/change.ts";
import type { Database } from "../database/open.ts";
import type { Document } from "../library/document.ts";
import type { LastCheck } from "../listing/check.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { officeDay } from "../places/office-day.ts";
import type { Program } from "../programs/program.ts";
import { NotFound } from "../web/errors.ts";
import { type CatalogListName, catalogLists } from "./catalog-list.ts";
import { editListing } from "./edit-listing.ts";

/** A check in which a person found a listing correct. */
interface ListingCheck {
  list: CatalogListName;
  id: string;
  how: LastCheck["how"];
  by: Actor & { role: "admin" | "editor" };
  /** ISO 8601. */
  at: string;
  /** What was found, for editors only; null if nothing was noted. */
  found: string | null;
  /** The version that was checked; later changes were not. */
  expected: number;
}

/**
 * Records that a person has checked a listing and found it correct: the day, how, and by whom. The only way to change `lastCheck`. Settles
 * the open calls about the listing. Returns the number of the change. Throws NotFound, or Conflict if the listing was changed since
 * `expected`.
 */
export function checkListing(db: Database, vocabulary: Vocabulary, { list, id, how, by, at, found, expected }: ListingCheck): number {
  const lastCheck: LastCheck = { date: officeDay(Date.parse(at)), how, role: by.role };
  const edit = { by, at, expected, kind: "checked", why: found, isPublic: true } as const;
  const inOneTransaction = db.transaction(() => {
    settleCalls(db, list, id, at);
    const { programs, documents } = catalogLists(vocabulary);
    if (list === "documents") {
      const document: Document = { ...orNotFound(documents.find(db, id), id), lastCheck };
      return editListing(db, vocabulary, { ...edit, list, listing: document });
    }
    return editListing(db, vocabulary, { ...edit, list, listing: checkedProgram(orNotFound(programs.find(db, id), id), lastCheck) });
  });
  return inOneTransaction.immediate();
}

/** Returns the program as active, with all its contacts confirmed. A closed program stays closed. */
function checkedProgram(program: Program, lastCheck: LastCheck): Program {
  const status = program.status === "unconfirmed" ? "active" : program.status;
  return { ...program, status, lastCheck, contacts: program.contacts.map((contact) => ({ ...contact, confirmed: true })) };
}

function orNotFound<Listing>(listing: Listing | null, id: string): Listing {
  if (listing === null) throw new NotFound(id);
  return listing;
}
