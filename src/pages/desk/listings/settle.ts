import type { Request } from "express";
import type { AnyListing } from "../../../catalog/catalog-list.ts";
import type { Side } from "../../../listing/compare/merge.ts";
import type { FieldGroup } from "../../../listing/form/shape.ts";
import { fieldsIn } from "../../../listing/form/values.ts";
import type { Context } from "../../../site/site.ts";
import { field, numberField } from "../../../web/form.ts";
import type { DeskAnswer } from "../desk-page.ts";
import { type Choices, type ClashCase, clashPage, readChoices, settleBy } from "./clash.ts";
import { checkForm, type EditView, editingOf, showForm } from "./editing.ts";
import type { Present } from "./listed.ts";
import { fillForm } from "./listing-form.ts";
import type { TypedForm } from "./typed-form.ts";

/** Two changes of a listing that meet: by two editors, by its file and the desk, or an undo and later changes. */
export interface Encounter {
  context: Context;
  listed: Present;
  /** The fields concerned, and the values on each side. */
  shape: FieldGroup;
  versions: Readonly<Record<Side, Readonly<Record<string, unknown>>>>;
  clashCase: ClashCase;
  /** Whether the page is shown even if there is nothing to choose. */
  isShown: boolean;
  /** The form's other content; the fields of the listing are filled in from the choices. */
  said: TypedForm;
}

/** What will be saved, with the rest of its form. */
export interface Settled {
  typed: TypedForm;
  listing: AnyListing;
}

/** Shows the page that asks what to keep. `choices` are those already made; null before the first time. */
export function askWhatToKeep(
  { context, shape, versions, clashCase }: Encounter,
  choices: Choices | null,
  status: number,
): DeskAnswer<EditView> {
  const clash = clashPage(context, shape, versions, clashCase, choices);
  return { title: clash.heading, status: choices === null ? status : 422, view: { form: null, preview: null, clash } };
}

/**
 * Applies the choices, or asks for them: saves the merged listing, or puts it into the form to be edited first. Choices about an outdated
 * state are asked for again.
 */
export async function settle(
  encounter: Encounter,
  req: Request,
  save: (settled: Settled) => Promise<DeskAnswer<EditView>>,
): Promise<DeskAnswer<EditView>> {
  const { context, listed, shape, versions, isShown, said } = encounter;
  const count = settleBy(shape, versions, []).clashes.length;
  const isAnswered = field(req, "do").startsWith("merge") && numberField(req, "seen") === listed.version;
  const choices = readChoices(req, count);
  if (isAnswered ? choices.includes(null) : isShown || count > 0)
    return askWhatToKeep(encounter, isAnswered ? choices : null, req.method === "GET" ? 200 : 409);
  const merged = withPart(listed.listing, encounter, settleBy(shape, versions, choices).value);
  const editing = editingOf(context, listed, listed.listing);
  const typed = { ...said, values: fillForm(editing.form, merged), expected: listed.version };
  if (field(req, "do") === "merge-edit") return showForm(editing, typed);
  const known = (["theirs", "mine", "before"] as const).map((side) => withPart(listed.listing, encounter, versions[side]));
  const checked = checkForm({ ...editing, base: merged, known }, typed);
  if ("faults" in checked) return showForm(editing, typed, { faults: checked.faults });
  if (checked.kept.length > 0) return showForm(editing, typed, { kept: checked.kept });
  return save({ typed, listing: checked.listing });
}

/** Returns a listing with the fields of an encounter replaced; missing values are left to its schema. */
function withPart(listing: AnyListing, { shape }: Encounter, part: unknown): AnyListing {
  const others = Object.entries(listing).filter(([name]) => !shape.fields.some((field) => field.name === name));
  return { ...Object.fromEntries(others), ...fieldsIn(part), id: listing.id };
}
