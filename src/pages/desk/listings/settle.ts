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

/** Two changes of a listing that meet: of two editors, of its file and the desk, of one that is to be undone and what came since. */
export interface Encounter {
  context: Context;
  listed: Present;
  /** The fields in which they do, and what each side has there. */
  shape: FieldGroup;
  versions: Readonly<Record<Side, Readonly<Record<string, unknown>>>>;
  clashCase: ClashCase;
  /** Whether the editor sees the page also where nothing is to be chosen. */
  isShown: boolean;
  /** What is said of the change, as a form has it; the fields of the listing are made of what is chosen. */
  said: TypedForm;
}

/** What is to be saved in the end, with what is said of it. */
export interface Settled {
  typed: TypedForm;
  listing: AnyListing;
}

/** The page that asks what is to be kept. `choices` are those made already; null where nobody has been asked yet. */
export function askWhatToKeep(
  { context, shape, versions, clashCase }: Encounter,
  choices: Choices | null,
  status: number,
): DeskAnswer<EditView> {
  const clash = clashPage(context, shape, versions, clashCase, choices);
  return { title: clash.heading, status: choices === null ? status : 422, view: { form: null, preview: null, clash } };
}

/**
 * Does what was chosen where two changes meet, or asks: saves what they make together, or puts it into the form to be edited first. Whoever
 * was asked about an outdated state is asked again.
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

/** A listing with other values in the fields of a encounter; what is not there any more is left to its schema. */
function withPart(listing: AnyListing, { shape }: Encounter, part: unknown): AnyListing {
  const others = Object.entries(listing).filter(([name]) => !shape.fields.some((field) => field.name === name));
  return { ...Object.fromEntries(others), ...fieldsIn(part), id: listing.id };
}
