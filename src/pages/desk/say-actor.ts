import type { Actor } from "../../changes/change.ts";
import type { Words } from "../../words/words.ts";

/** Returns who made a change, in words: "Dana", "the catalog's files". `names` are those of the accounts (editorNames). */
export function sayActor({ deskListing }: Words, names: ReadonlyMap<string, string>, { role, account }: Actor): string {
  const { who } = deskListing.history;
  if (role !== "admin" && role !== "editor") return who[role];
  return (account !== null && names.get(account)) || who.gone;
}
