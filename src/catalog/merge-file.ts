import { isDeepStrictEqual } from "node:util";
import type { ListingFields } from "../changes/rewind.ts";

/** A field that a file and somebody else have both changed, to different values. */
interface MergeConflict {
  field: string;
  before: unknown;
  theirs: unknown;
  mine: unknown;
}

/** What comes of a file that says something new of a listing. */
interface Merged {
  listing: ListingFields;
  conflicts: MergeConflict[];
}

/**
 * Takes over each field in which a file says something else than before, unless somebody else has changed that field too: then what is
 * there stays, and the two are in conflict. `before` is what the file said last, null where it never spoke and others did: then each
 * field in which it differs is a conflict.
 */
export function mergeFile(before: ListingFields | null, file: ListingFields, present: ListingFields): Merged {
  const merged: Merged = { listing: { ...present }, conflicts: [] };
  const listing: Record<string, unknown> = { ...present };
  for (const field of new Set([...Object.keys(file), ...Object.keys(before ?? {})])) {
    if (isDeepStrictEqual(file[field], before?.[field]) || isDeepStrictEqual(file[field], present[field])) continue;
    if (before !== null && isDeepStrictEqual(present[field], before[field])) listing[field] = file[field];
    else merged.conflicts.push({ field, before: before?.[field], theirs: file[field], mine: present[field] });
  }
  return { ...merged, listing };
}
