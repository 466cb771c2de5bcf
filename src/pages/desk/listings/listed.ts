import type { Request } from "express";
import { type AnyListing, type CatalogListName, catalogLists } from "../../../catalog/catalog-list.ts";
import { versionOfSubject } from "../../../changes/append.ts";
import type { Change } from "../../../changes/change.ts";
import { type ListingFields, rewind } from "../../../changes/rewind.ts";
import { historyOf } from "../../../changes/since.ts";
import { deskAddress } from "../../../site/listing-address.ts";
import type { Context } from "../../../site/site.ts";
import { NotFound } from "../../../web/errors.ts";

/** A listing as the desk knows it, with its history. */
export interface Listed {
  list: CatalogListName;
  id: string;
  /** Null if it is no longer listed. */
  listing: AnyListing | null;
  /** Its present state, or its state when it was removed. */
  last: AnyListing;
  version: number;
  /** Newest first. */
  history: Change[];
  /** Its path at the desk. */
  address: string;
}

/** A listing that is listed now. */
export type Present = Listed & { listing: AnyListing };

/** Returns the listing that a desk URL names. Throws NotFound if nothing with that id was ever listed. */
export function listedAt(context: Context, list: CatalogListName, { params }: Request): Listed {
  const listed = findListed(context, list, String(params["id"]));
  if (listed === null) throw new NotFound("no such listing");
  return listed;
}

/** Returns the listing with an id; null if nothing with that id was ever listed. */
export function findListed({ db, vocabulary, urls }: Context, list: CatalogListName, id: string): Listed | null {
  const listing: AnyListing | null = catalogLists(vocabulary)[list].find(db, id);
  const history = historyOf(db, list, id);
  const last = listing ?? withId(history.find(({ before }) => before !== null)?.before ?? null, id);
  if (last === null) return null;
  return { list, id, listing, last, version: versionOfSubject(db, list, id), history, address: deskAddress(urls, list, id) };
}

/** Returns the listing as it was at a version; null if it was not listed then. */
export function listingAt({ listing, history, id }: Listed, version: number): AnyListing | null {
  const later = history.filter(({ seq }) => seq > version);
  return withId(rewind(listing, later), id);
}

function withId(fields: ListingFields | object | null, id: string): AnyListing | null {
  return fields === null ? null : { ...fields, id };
}

/** Returns the name of a listing: its name or title, otherwise its id. */
export function nameOfListing({ id, ...fields }: AnyListing): string {
  const name = fields["name"] ?? fields["title"];
  return typeof name === "string" ? name : id;
}
