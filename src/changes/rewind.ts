import type { Change } from "./change.ts";

/** A listing as its top-level fields. */
export type ListingFields = Readonly<Record<string, unknown>>;

/**
 * Returns a listing as it was before some of its changes, given its present state (null if it is gone) and the changes since, newest first:
 * the first entries of historyOf. Null if it did not exist then.
 */
export function rewind(present: ListingFields | null, changes: readonly Pick<Change, "before" | "after">[]): ListingFields | null {
  let listing = present;
  for (const { before, after } of changes) {
    // A whole listing: added or removed by this change.
    if (before === null || after === null || listing === null) listing = before as ListingFields | null;
    else listing = { ...without(listing, Object.keys(after)), ...before };
  }
  return listing;
}

function without(listing: ListingFields, fields: readonly string[]): ListingFields {
  return Object.fromEntries(Object.entries(listing).filter(([field]) => !fields.includes(field)));
}
