import { type AnyListing, type CatalogListName, catalogLists } from "../../../catalog/catalog-list.ts";
import { messageFor } from "../../../catalog/messages.ts";
import { withOwnConfirmations } from "../../../catalog/own-confirmations.ts";
import { draftOf } from "../../../listing/form/draft.ts";
import { keepOrder } from "../../../listing/form/keep-order.ts";
import { type FieldGroup, shapeOfSchema } from "../../../listing/form/shape.ts";
import { type FormValues, fieldsIn, valuesOf } from "../../../listing/form/values.ts";
import type { Vocabulary } from "../../../listing/vocabulary.ts";
import type { DeskListingWords } from "../../../words/desk-listing-words.ts";
import { faultsOf } from "./faults.ts";
import { keptFields } from "./form-parts.ts";

/** The form of a list, made from its schema. */
export interface ListingForm {
  list: CatalogListName;
  /** Every field of a listing. */
  shape: FieldGroup;
  /** Those that an editor writes. */
  written: FieldGroup;
}

/** The result of reading a form: a listing, or its faults by field name. */
type ReadForm = { listing: AnyListing } | { faults: ReadonlyMap<string, string> };

const madeForms = new WeakMap<Vocabulary, Record<CatalogListName, ListingForm>>();

/** Returns the form of a list with this vocabulary, cached because it never changes. */
export function listingForm(vocabulary: Vocabulary, list: CatalogListName): ListingForm {
  const forms = madeForms.get(vocabulary) ?? { programs: makeForm(vocabulary, "programs"), documents: makeForm(vocabulary, "documents") };
  madeForms.set(vocabulary, forms);
  return forms[list];
}

function makeForm(vocabulary: Vocabulary, list: CatalogListName): ListingForm {
  const shape = shapeOfSchema(catalogLists(vocabulary)[list].schema);
  if (shape.kind !== "group") throw new Error("a listing has fields");
  const kept: readonly string[] = keptFields;
  return { list, shape, written: { ...shape, fields: shape.fields.filter(({ name }) => !kept.includes(name)) } };
}

/** Returns the form values of a listing. */
export function fillForm({ written }: ListingForm, listing: AnyListing): FormValues {
  return valuesOf(written, listing);
}

/** What a form was opened with: the listing to change, or the initial values of a new one, and all states that went into it. */
export interface Opened {
  base: AnyListing;
  /** A contact stays confirmed, and a source unquestioned, only for what one of these states says. */
  known: readonly AnyListing[];
}

/**
 * Builds a listing from what was typed and what the form was opened with. Rows in which nothing is typed must have been dropped
 * (dropBlankRows), so that faults name the right field.
 */
export function readListingForm(
  vocabulary: Vocabulary,
  form: ListingForm,
  values: FormValues,
  { base, known }: Opened,
  words: DeskListingWords["form"],
): ReadForm {
  const kept = Object.fromEntries(keptFields.filter((field) => field in base).map((field) => [field, base[field]]));
  const typed = { ...fieldsIn(draftOf(form.written, values)), ...kept };
  const draft = withOwnConfirmations(known, fieldsIn(keepOrder(form.shape, base, typed)));
  const result = catalogLists(vocabulary)[form.list].schema.safeParse(draft, { error: messageFor });
  return result.success ? { listing: result.data } : { faults: faultsOf(form.shape, result.error.issues, words) };
}
