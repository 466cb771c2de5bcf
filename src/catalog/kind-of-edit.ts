import type { ListingFields } from "../changes/rewind.ts";

/** Returns the kind of an edit, for the history and /changes, by its effect on the listing's status; `before` is null for a new listing. */
export function kindOfEdit(before: ListingFields | null, after: ListingFields): "added" | "changed" | "closed" | "reopened" {
  if (before === null) return "added";
  if (before["status"] === after["status"]) return "changed";
  if (after["status"] === "closed") return "closed";
  return before["status"] === "closed" ? "reopened" : "changed";
}
