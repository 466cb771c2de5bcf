import type { AnyListing } from "../../../catalog/catalog-list.ts";
import type { Database } from "../../../database/open.ts";
import { documentNamesById } from "../../../library/find.ts";
import { rowsAt } from "../../../listing/form/draft.ts";
import { type FormValues, itemsIn, nameWithin } from "../../../listing/form/values.ts";
import { programNamesById } from "../../../programs/find.ts";
import { wordsOf } from "../../../search/words/text.ts";
import type { DeskListingWords } from "../../../words/desk-listing-words.ts";
import { referringFields } from "./form-parts.ts";

/** The names of listings, for fields that hold the ids of others. */
interface ListingNames {
  programs: ReadonlyMap<string, string>;
  documents: ReadonlyMap<string, string>;
}

/** Returns the names of all present listings. */
export function listingNames(db: Database): ListingNames {
  return { programs: programNamesById(db), documents: documentNamesById(db) };
}

/** Returns the name of the listing whose id a field holds; null if the field holds no id, or an unknown one. */
export function nameReferred(names: ListingNames, field: string, id: string): string | null {
  const list = referringFields[field];
  return list === undefined ? null : (names[list].get(id) ?? null);
}

/** Replaces typed names with ids in fields that refer to other listings, and returns the faults of the rest. */
export function readReferences(
  names: ListingNames,
  values: FormValues,
  base: AnyListing,
  words: DeskListingWords["form"],
): { values: FormValues; faults: ReadonlyMap<string, string> } {
  const read = new Map(values);
  const faults = new Map<string, string>();
  for (const [field, list] of Object.entries(referringFields)) {
    for (const at of rowsAt(values, field)) {
      const name = nameWithin(field, at);
      const typed = values.get(name) ?? "";
      const id = names[list].has(typed) || itemsIn(base[field]).includes(typed) ? typed : idCalled(names[list], typed);
      if (id !== null) read.set(name, id);
      else faults.set(name, words.unknownListing(typed));
    }
  }
  return { values: read, faults };
}

/** Returns the id of the only listing with this name, ignoring case and punctuation; null if there is none, or several. */
function idCalled(names: ReadonlyMap<string, string>, typed: string): string | null {
  const fold = (name: string) => wordsOf(name).join(" ");
  const called = [...names].filter(([id, name]) => [name, id].some((known) => fold(known) === fold(typed)));
  return called.length === 1 ? called[0]![0] : null;
}
