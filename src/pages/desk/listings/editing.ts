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

/** A page with the form of a listing, its preview or its clash; the other two are null. */
export interface EditView {
  form: FormPageView | null;
  preview: PreviewView | null;
  clash: ClashView | null;
}

/** A draft as readers will see it, passing on everything that was typed. */
interface PreviewView extends PublicView {
  address: string;
  changes: string[];
  /** What is worth a second look, although it can be saved. */
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

/** Starts editing a listing in its form, from one of its states. */
export function editingOf(context: Context, { list, address }: Listed, base: AnyListing): Editing {
  const form = listingForm(context.vocabulary, list);
  const heading = context.words.deskListing.form.edit(nameOfListing(base));
  return { context, form, base, known: [base], heading, address: deskAction(address, "edit"), isNew: false };
}

const noFaults: ReadonlyMap<string, string> = new Map();

/** Remarks on a form. What prevents saving: faults by field, sources to ask about, and a sentence about the whole form. Advice does not. */
interface Remarks {
  faults?: ReadonlyMap<string, string>;
  kept?: readonly KeptSource[];
  hindrance?: string | null;
  advice?: readonly string[];
}

/** Shows the form with what was typed and what is wrong with it. */
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

/** Returns the form again after a button that only rearranges it; null for another button. */
export function arrangeForm(editing: Editing, typed: TypedForm): DeskAnswer<EditView> | null {
  const arranged = changeRows(typed);
  if (arranged !== null) return showForm(editing, arranged);
  if (typed.action === "spanish") return showForm(editing, { ...typed, showsSpanish: true });
  return typed.action === "back" ? showForm(editing, typed) : null;
}

/**
 * Checks what was typed: returns the listing and the sources still to ask about, or the faults. In both cases without empty rows, and with
 * ids in place of typed names of listings.
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

/** Shows the public page of a draft before it is saved. */
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
