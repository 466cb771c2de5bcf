import { isDeepStrictEqual } from "node:util";
import type { ListingFields } from "./rewind.ts";

/** What a change says of what was there and what is there now. */
interface Difference {
  before: ListingFields | null;
  after: ListingFields | null;
}

/** The difference of two states of a listing: whole where one of them is null, else the top-level fields that differ. */
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

/** Whether a change came from a listing and left it as it was, as a second check on one day does. */
export function changesNothing({ before, after }: { before: object | null; after: object | null }): boolean {
  return before !== null && after !== null && Object.keys({ ...before, ...after }).length === 0;
}
