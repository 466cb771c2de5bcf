import type { Context } from "../../../site/site.ts";
import { listingFields } from "../../../words/desk-listing-words.ts";
import { wordsOfField } from "./field-words.ts";

/** A field that a report or a conflict names, in words; "Something else" for whatever is no field of a listing. */
export function sayReportedField({ words }: Context, field: string): string {
  const path = formNameOf(field)
    .split(".")
    .filter((step) => !/^\d+$/.test(step))
    .join(".");
  const fields: readonly string[] = listingFields;
  return fields.includes(path) ? wordsOfField(words, path).label : words.deskListing.report.otherField;
}

/** The name that a field has in the form: `contacts[2].value` is `contacts.2.value`. */
export function formNameOf(field: string): string {
  return field.replace(/\[(\d+)\]/g, ".$1");
}
