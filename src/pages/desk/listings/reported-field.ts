import { type AnyListing, catalogListNames } from "../../../catalog/catalog-list.ts";
import { fieldsIn, itemsIn } from "../../../listing/form/values.ts";
import type { Context } from "../../../site/site.ts";
import { listingFields } from "../../../words/desk-field-words.ts";
import { listingForm } from "./listing-form.ts";
import { sayFieldPlace } from "./say-value.ts";

/**
 * Returns the field of a report or a conflict in words: "Ways to reach it, Call 988: Number or address". "Something else" if no such
 * listing has the field. `listing` is null if it does not exist.
 */
export function sayReportedField(context: Context, list: string, field: string, listing: AnyListing | null): string {
  const [first = "", ...steps] = formNameOf(field).split(".");
  const path = [first, ...steps.filter((step) => !/^\d+$/.test(step))].join(".");
  const fields: readonly string[] = listingFields;
  const own = catalogListNames.find((name) => name === list);
  if (own === undefined || !fields.includes(path)) return context.words.deskListing.report.otherField;
  const item = itemsIn(fieldsIn(listing)[first])[Number(steps[0])];
  return sayFieldPlace(context, listingForm(context.vocabulary, own).shape, { field: path, items: item === undefined ? [] : [item] });
}

/** Returns the form's name for a field: `contacts[2].value` is `contacts.2.value`. */
export function formNameOf(field: string): string {
  return field.replace(/\[(\d+)\]/g, ".$1");
}
