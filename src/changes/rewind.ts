import type { Change } from "./change.ts";

/** A listing by its fields. */
export type ListingFields = Readonly<Record<string, unknown>>;

/**
 * A listing as it was before some changes of it, given as it is now (null: it is gone) and the changes since, newest first: the first
 * entries of historyOf. Null where it was not there.
 */
export function rewind(present: ListingFields | null, changes: readonly Pick<Change, "before" | "after">[]): ListingFields | null {
  let listing = present;
  for (const { before, after } of changes) {
    // A whole listing: it came with this change, or went.
    if (before === null || after === null || listing === null) listing = before as ListingFields | null;
    else listing = { ...without(listing, Object.keys(after)), ...before };
  }
  return listing;
}

function without(listing: ListingFields, fields: readonly string[]): ListingFields {
  return Object.fromEntries(Object.entries(listing).filter(([field]) => !fields.includes(field)));
}
