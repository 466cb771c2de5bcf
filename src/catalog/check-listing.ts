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

/** A check that a person made and that found a listing right. */
interface ListingCheck {
  list: CatalogListName;
  id: string;
  how: LastCheck["how"];
  by: Actor & { role: "admin" | "editor" };
  /** ISO 8601. */
  at: string;
  /** What was found, for editors alone; null where there is nothing to say. */
  found: string | null;
  /** The version that was checked: what has been changed since was not. */
  expected: number;
}

/**
 * Records that a person has checked a listing and found it right: the day, how, and by whom. The only way in which `lastCheck` moves. What
 * calls left to be done about it is done. Returns the number of the change. Throws NotFound, and Conflict where it was changed since.
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

/** What has been found right is confirmed, with all its contacts. What has closed stays closed. */
function checkedProgram(program: Program, lastCheck: LastCheck): Program {
  const status = program.status === "unconfirmed" ? "active" : program.status;
  return { ...program, status, lastCheck, contacts: program.contacts.map((contact) => ({ ...contact, confirmed: true })) };
}

function orNotFound<Listing>(listing: Listing | null, id: string): Listing {
  if (listing === null) throw new NotFound(id);
  return listing;
}
