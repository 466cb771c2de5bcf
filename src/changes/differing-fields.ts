import { isDeepStrictEqual } from "node:util";
import type { ListingFields } from "./rewind.ts";

/** What a change says of two states of a listing: whole where one of them is null, else the top-level fields that differ. */
export function differingFields(
  before: ListingFields | null,
  after: ListingFields | null,
): { before: ListingFields | null; after: ListingFields | null } {
  if (before === null || after === null) return { before, after };
  const differ = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !isSame(before[field], after[field]));
  return { before: pick(before, differ), after: pick(after, differ) };
}

/** Whether two values say the same; the order of an object's fields says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one, other);
}

function pick(listing: ListingFields, fields: readonly string[]): ListingFields {
  return Object.fromEntries(fields.filter((field) => field in listing).map((field) => [field, listing[field]]));
}
