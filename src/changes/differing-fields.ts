import { isDeepStrictEqual } from "node:util";
import type { ListingFields } from "./rewind.ts";

/** What a change records as before and after. */
interface Difference {
  before: ListingFields | null;
  after: ListingFields | null;
}

/** Returns the difference between two states of a listing: both whole if one is null, otherwise the top-level fields that differ. */
export function differingFields(before: ListingFields | null, after: ListingFields | null): Difference {
  if (before === null || after === null) return { before, after };
  const differ = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => !isDeepStrictEqual(before[field], after[field]),
  );
  return { before: pick(before, differ), after: pick(after, differ) };
}

function pick(listing: ListingFields, fields: readonly string[]): ListingFields {
  return Object.fromEntries(fields.filter((field) => field in listing).map((field) => [field, listing[field]]));
}

/** Whether a change left an existing listing as it was, as a second check on the same day does. */
export function changesNothing({ before, after }: { before: object | null; after: object | null }): boolean {
  return before !== null && after !== null && Object.keys({ ...before, ...after }).length === 0;
}
