import type { AnyListing } from "../../../catalog/catalog-list.ts";
import { type KeptSource, keptSources } from "../../../catalog/kept-sources.ts";
import { differencesOf } from "../../../listing/compare/differences.ts";
import { dropBlankRows } from "../../../listing/form/rows.ts";
import type { FormValues } from "../../../listing/form/values.ts";
import type { Context } from "../../../site/site.ts";
import { deskAction } from "../../../site/urls.ts";
import { adviceOn } from "../advice.ts";
import type { DeskAnswer } from "../desk-page.ts";
import type { ClashView } from "./clash.ts";
import { type Listed, nameOfListing } from "./listed.ts";
import { type ListingForm, listingForm, type Opened, readListingForm } from "./listing-form.ts";
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
  /** What is worth a second look, though it can be saved. */
  advice: string[];
  hidden: { name: string; value: string }[];
}

/** What is being edited. */
export interface Editing extends Opened {
  context: Context;
  form: ListingForm;
  heading: string;
  address: string;
  isNew: boolean;
}

/** The editing of a listing in its form, from a state of it. */
export function editingOf(context: Context, { list, address }: Listed, base: AnyListing): Editing {
  const form = listingForm(context.vocabulary, list);
  const heading = context.words.deskListing.form.edit(nameOfListing(base));
  return { context, form, base, known: [base], heading, address: deskAction(address, "edit"), isNew: false };
}

const noFaults: ReadonlyMap<string, string> = new Map();

/** What keeps a form from being saved: faults by field, sources to be asked about, and a sentence about the whole of it; and what does not. */
interface Remarks {
  faults?: ReadonlyMap<string, string>;
  kept?: readonly KeptSource[];
  hindrance?: string | null;
  advice?: readonly string[];
}

/** The form with what was typed, and what is wrong with it. */
export function showForm(
  { context, form, heading, address, isNew }: Editing,
  typed: TypedForm,
  { faults = noFaults, kept = [], hindrance = null, advice = [] }: Remarks = {},
): DeskAnswer<EditView> {
  const asked = kept.map(({ field }): [string, string] => [field, context.words.deskListing.form.keptFault]);
  const view = formPage(context, form, typed, { heading, address, faults: new Map([...faults, ...asked]), kept, hindrance, advice, isNew });
  const isFine = view.errors.errors.length === 0;
  return { title: heading, status: isFine ? 200 : 422, view: { form: view, preview: null, clash: null } };
}

/** The form again after a button that only arranges it; null where another one was pressed. */
export function arrangeForm(editing: Editing, typed: TypedForm): DeskAnswer<EditView> | null {
  const arranged = changeRows(typed);
  if (arranged !== null) return showForm(editing, arranged);
  if (typed.action === "spanish") return showForm(editing, { ...typed, showsSpanish: true });
  return typed.action === "back" ? showForm(editing, typed) : null;
}

/**
 * What was typed as a listing, and the sources that the editor has yet to be asked about; or what is wrong with it. Either way without empty
 * rows, and with the ids of listings whose names were typed.
 */
export function checkForm(
  { context, form, base, known }: Editing,
  typed: TypedForm,
): { listing: AnyListing; values: FormValues; kept: KeptSource[] } | { faults: ReadonlyMap<string, string>; values: FormValues } {
  const words = context.words.deskListing.form;
  const { values, faults } = readReferences(listingNames(context.db), dropBlankRows(form.shape, typed.values), base, words);
  const read = readListingForm(context.vocabulary, form, values, { base, known }, words);
  if ("listing" in read && faults.size === 0)
    return { ...read, values, kept: keptSources(known, read.listing).filter(({ id }) => !typed.kept.includes(id)) };
  return { faults: new Map([...("faults" in read ? read.faults : []), ...faults]), values };
}

/** The public page of a draft, before it is saved. */
export async function showPreview(
  { context, form, base, address, isNew }: Editing,
  typed: TypedForm,
  draft: { listing: AnyListing; values: FormValues },
): Promise<DeskAnswer<EditView>> {
  const { preview } = context.words.deskListing;
  const differences = isNew ? [] : differencesOf(form.shape, base, draft.listing);
  const view: PreviewView = {
    ...publicView(context, form.list, draft.listing),
    address,
    changes: sayDifferences(context, form.shape, differences),
    advice: await adviceOn(context, form.list, draft.listing),
    hidden: hiddenFields({ ...typed, values: draft.values }),
  };
  return { title: preview.title(nameOfListing(draft.listing)), readingCss: true, view: { form: null, preview: view, clash: null } };
}
