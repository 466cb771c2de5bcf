import type { AnyListing } from "../../../catalog/catalog-list.ts";
import { differencesOf } from "../../../listing/compare/differences.ts";
import { dropBlankRows } from "../../../listing/form/rows.ts";
import type { FormValues } from "../../../listing/form/values.ts";
import type { Context } from "../../../site/site.ts";
import type { DeskAnswer } from "../desk-page.ts";
import type { ClashView } from "./clash.ts";
import { nameOfListing } from "./listed.ts";
import { type ListingForm, readListingForm } from "./listing-form.ts";
import { type FormPageView, formPage } from "./listing-form-page.ts";
import { type PublicView, publicView } from "./preview.ts";
import { listingNames, readReferences } from "./references.ts";
import { sayDifferences } from "./say-value.ts";
import { changeRows, hiddenFields, type TypedForm } from "./typed-form.ts";

/** A page with the form of a listing, or with what comes after it; the others are null. */
export interface EditView {
  form: FormPageView | null;
  preview: PreviewView | null;
  clash: ClashView | null;
}

/** A draft as readers will see it, with all that was typed handed on. */
interface PreviewView extends PublicView {
  address: string;
  changes: string[];
  hidden: { name: string; value: string }[];
}

/** What is being edited. */
export interface Editing {
  context: Context;
  form: ListingForm;
  /** The listing as the editor opened it; what a new one begins with. */
  base: AnyListing;
  heading: string;
  address: string;
  isNew: boolean;
}

const noFaults: ReadonlyMap<string, string> = new Map();

/** The form with what was typed, and what is wrong with it. */
export function showForm(
  { context, form, heading, address, isNew }: Editing,
  typed: TypedForm,
  faults: ReadonlyMap<string, string> = noFaults,
): DeskAnswer<EditView> {
  const view = formPage(context, form, typed, { heading, address, faults, isNew });
  return { title: heading, status: faults.size > 0 ? 422 : 200, view: { form: view, preview: null, clash: null } };
}

/** The form again after a button that only arranges it; null where another one was pressed. */
export function arrangeForm(editing: Editing, typed: TypedForm): DeskAnswer<EditView> | null {
  const arranged = changeRows(typed);
  if (arranged !== null) return showForm(editing, arranged);
  if (typed.action === "spanish") return showForm(editing, { ...typed, showsSpanish: true });
  return typed.action === "back" ? showForm(editing, typed) : null;
}

/** What was typed as a listing, or what is wrong with it. Either way without empty rows, and with the ids of listings whose names were typed. */
export function checkForm(
  { context, form, base }: Editing,
  typed: TypedForm,
): { listing: AnyListing; values: FormValues } | { faults: ReadonlyMap<string, string>; values: FormValues } {
  const words = context.words.deskListing.form;
  const { values, faults } = readReferences(listingNames(context.db), dropBlankRows(form.shape, typed.values), base, words);
  const read = readListingForm(context.vocabulary, form, values, base, words);
  if ("listing" in read && faults.size === 0) return { ...read, values };
  return { faults: new Map([...("faults" in read ? read.faults : []), ...faults]), values };
}

/** The public page of a draft, before it is saved. */
export function showPreview(
  { context, form, base, address, isNew }: Editing,
  typed: TypedForm,
  draft: { listing: AnyListing; values: FormValues },
): DeskAnswer<EditView> {
  const { preview } = context.words.deskListing;
  const differences = isNew ? [] : differencesOf(form.shape, base, draft.listing);
  const view: PreviewView = {
    ...publicView(context, form.list, draft.listing),
    address,
    changes: sayDifferences(context, form.shape, differences),
    hidden: hiddenFields({ ...typed, values: draft.values }),
  };
  return { title: preview.title(nameOfListing(draft.listing)), readingCss: true, view: { form: null, preview: view, clash: null } };
}
