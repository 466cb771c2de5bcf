import { append, versionOfSubject } from "../changes/append.ts";
import type { ChangeKind, NewChange } from "../changes/change.ts";
import { changesNothing, differingFields } from "../changes/differing-fields.ts";
import { addUnlisted, dropUnlisted, isUnlisted } from "../changes/unlisted.ts";
import type { Database } from "../database/open.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { removeEntry } from "../search/save.ts";
import { Conflict, Invalid, NotFound } from "../web/errors.ts";
import { type AnyListing, type CatalogList, type CatalogListName, catalogLists } from "./catalog-list.ts";
import { messageFor } from "./messages.ts";

/** What every edit says beside what it writes. */
interface Edit extends Pick<NewChange, "id" | "by" | "at" | "why" | "isPublic"> {
  /** The version that it was made from (versionOfSubject); 0 for what is not there yet, null where no person edits. */
  expected: number | null;
}

/** A listing to be written, as a form or a sheet has it: it is checked here. */
export interface ListingEdit extends Edit {
  list: CatalogListName;
  listing: unknown;
  kind: Exclude<ChangeKind, "removed" | "unlisted" | "imported">;
}

/**
 * Writes a listing and its change, both or neither, and returns the change's number; an edit that changes nothing appends nothing unless
 * it is a check. Throws Invalid with the issues where the listing does not fit the catalog's schema, Conflict where it was changed since
 * `expected` or must not be listed.
 */
export function editListing(db: Database, vocabulary: Vocabulary, edit: ListingEdit): number {
  const { programs, documents } = catalogLists(vocabulary);
  return edit.list === "programs" ? editIn(db, programs, edit) : editIn(db, documents, edit);
}

function editIn<Listing extends AnyListing>(db: Database, list: CatalogList<Listing>, edit: ListingEdit): number {
  const listing = checked(list, edit.listing);
  const relists = edit.kind === "relisted" || edit.kind === "undone";
  const inOneTransaction = db.transaction(() => {
    if (!relists && isUnlisted(db, list.name, listing.id)) throw new Conflict(`${listing.id} must not be listed; list it again first`);
    const fields = differingFields(list.find(db, listing.id), listing);
    if (changesNothing(fields) && edit.kind !== "checked") return versionOfSubject(db, list.name, listing.id);
    return append(db, { ...changeOf(edit), ...fields, kind: edit.kind, list: list.name, subject: listing.id }, edit.expected, () => {
      if (relists) dropUnlisted(db, list.name, listing.id);
      list.save(db, listing);
    });
  });
  return inOneTransaction.immediate();
}

function checked<Listing extends AnyListing>(list: CatalogList<Listing>, listing: unknown): Listing {
  const result = list.schema.safeParse(listing, { error: messageFor });
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  throw new Invalid(issues.map(({ path, message }) => `${path || "listing"}: ${message}`).join("; "), issues);
}

/** What an edit says of its change. */
function changeOf({ id, by, at, why, isPublic }: Edit): Pick<NewChange, "id" | "by" | "at" | "why" | "isPublic"> {
  return { by, at, why, isPublic, ...(id !== undefined && { id }) };
}

/**
 * A listing to be taken away; "unlisted" also keeps files from bringing it back, and says why. It is public in any case: whoever
 * follows the ledger must not go on showing it.
 */
interface ListingRemoval extends Omit<Edit, "isPublic"> {
  list: CatalogListName;
  subject: string;
  kind: "removed" | "unlisted";
}

/**
 * Takes a listing away, with its change, both or neither; returns the change's number. What is not there can be kept from
 * being listed all the same. Throws NotFound, and Conflict where it was changed since `expected`.
 */
export function removeListing(db: Database, vocabulary: Vocabulary, removal: ListingRemoval): number {
  const { list, subject, kind, expected, at, why } = removal;
  const inOneTransaction = db.transaction(() => {
    const before = catalogLists(vocabulary)[list].find(db, subject);
    if (before === null && kind === "removed") throw new NotFound(subject);
    return append(db, { ...changeOf({ ...removal, isPublic: true }), before, after: null, kind, list, subject }, expected, () => {
      if (kind === "unlisted") addUnlisted(db, { list, subject, why: why ?? "", at });
      removeEntry(db, { table: list }, subject);
    });
  });
  return inOneTransaction.immediate();
}
