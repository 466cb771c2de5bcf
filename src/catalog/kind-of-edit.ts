import type { ListingFields } from "../changes/rewind.ts";

/** What an edit is called in the history and on /changes: by what it does to the state of the listing. Null: it was not there. */
export function kindOfEdit(before: ListingFields | null, after: ListingFields): "added" | "changed" | "closed" | "reopened" {
  if (before === null) return "added";
  if (before["status"] === after["status"]) return "changed";
  if (after["status"] === "closed") return "closed";
  return before["status"] === "closed" ? "reopened" : "changed";
}
