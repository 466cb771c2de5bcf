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

/** The fields that every edit has, besides its content. */
interface Edit extends Pick<NewChange, "id" | "by" | "at" | "why" | "isPublic"> {
  /** The version that the edit was made from (versionOfSubject); 0 for a new listing, null if no person made the edit. */
  expected: number | null;
}

/** An edit that writes a listing, as a form or a sheet submits it. `editListing` validates the listing. */
export interface ListingEdit extends Edit {
  list: CatalogListName;
  listing: unknown;
  kind: Exclude<ChangeKind, "removed" | "unlisted" | "imported">;
}

/**
 * Writes a listing and its change in one transaction, and returns the change's number. An edit that changes nothing appends no change unless
 * it is a check. Throws Invalid with the issues if the listing does not fit the catalog's schema, or Conflict if it was changed since
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

/** Returns the fields that a change copies from its edit. */
function changeOf({ id, by, at, why, isPublic }: Edit): Pick<NewChange, "id" | "by" | "at" | "why" | "isPublic"> {
  return { by, at, why, isPublic, ...(id !== undefined && { id }) };
}

/**
 * The removal of a listing; "unlisted" also keeps files from bringing it back, and records why. It is always public, because readers of the
 * ledger must stop showing the listing.
 */
interface ListingRemoval extends Omit<Edit, "isPublic"> {
  list: CatalogListName;
  subject: string;
  kind: "removed" | "unlisted";
}

/**
 * Removes a listing and appends its change in one transaction; returns the change's number. A listing that does not exist can still be
 * unlisted. Throws NotFound, or Conflict if it was changed since `expected`.
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
