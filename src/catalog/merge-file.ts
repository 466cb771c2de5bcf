import { isDeepStrictEqual } from "node:util";
import type { ListingFields } from "../changes/rewind.ts";

/** A field that a file and somebody else have both changed, to different values. */
interface MergeConflict {
  field: string;
  before: unknown;
  theirs: unknown;
  mine: unknown;
}

/** The result of merging a file into a listing. */
interface Merged {
  listing: ListingFields;
  conflicts: MergeConflict[];
}

/**
 * Applies each field of a file that has changed since its last import, unless somebody else has changed that field too: then the present
 * value stays, and the two are in conflict. `before` is the file's last imported content; null if it was never imported but others have
 * changed the listing, so that each field that differs is a conflict.
 */
export function mergeFile(before: ListingFields | null, file: ListingFields, present: ListingFields): Merged {
  const listing: Record<string, unknown> = { ...present };
  const conflicts: MergeConflict[] = [];
  for (const field of new Set([...Object.keys(file), ...Object.keys(before ?? {})])) {
    if (isDeepStrictEqual(file[field], before?.[field]) || isDeepStrictEqual(file[field], present[field])) continue;
    if (before !== null && isDeepStrictEqual(present[field], before[field])) listing[field] = file[field];
    else conflicts.push({ field, before: before?.[field], theirs: file[field], mine: present[field] });
  }
  return { listing, conflicts };
}
