import type { KeptSource } from "../../../catalog/kept-sources.ts";
import type { FormShape } from "../../../listing/form/shape.ts";
import { findReport } from "../../../reports/find.ts";
import type { Context } from "../../../site/site.ts";
import { idOfField } from "./field-words.ts";
import type { FormField } from "./form-field.ts";
import { formParts } from "./form-parts.ts";
import type { ListingForm } from "./listing-form.ts";
import { listingNames, nameReferred } from "./references.ts";
import { sayFieldPlace } from "./say-value.ts";
import { showField } from "./show-field.ts";
import { nameOfKept, type TypedForm } from "./typed-form.ts";

/** The form of a listing as its template shows it. */
export interface FormPageView {
  heading: string;
  address: string;
  parts: { id: string; label: string; fields: FormField[] }[];
  errors: { heading: string; errors: { text: string; href: string | null }[] };
  /** What is worth a second look, although it can be saved. */
  advice: readonly string[];
  /** The sources to ask the editor about, and those already answered for. */
  kept: { name: string; label: string }[];
  answered: readonly string[];
  conflict: number;
  expected: number;
  showsSpanish: boolean;
  isPublic: boolean;
  why: string;
  /** The report that saving answers; null if there is none. */
  report: { reference: string; says: string; reply: string } | null;
}

/** What a form is shown with besides what was typed. */
interface FormCase {
  heading: string;
  address: string;
  /** Faults of its fields, by name. */
  faults: ReadonlyMap<string, string>;
  kept: readonly KeptSource[];
  /** What prevents saving the form as a whole; null for nothing. */
  hindrance: string | null;
  advice: readonly string[];
  isNew: boolean;
}

/** Returns a form with what was typed. */
export function formPage(
  context: Context,
  form: ListingForm,
  typed: TypedForm,
  { heading, address, faults, kept, hindrance, advice, isNew }: FormCase,
): FormPageView {
  const { words, vocabulary, db } = context;
  const { values, showsSpanish } = typed;
  const names = listingNames(db);
  const nameOf = (field: string, id: string) => nameReferred(names, field, id);
  const world = { values, faults, words, vocabulary, showsSpanish, nameOf, address };
  const parts = formParts[form.list].map(({ part, fields }) => {
    const asked = isNew && part === "about" ? fields.flatMap((name, at) => (at === 0 ? [name, "id"] : [name])) : fields;
    return {
      id: `part-${part}`,
      label: words.deskListing.parts[part],
      fields: asked.map((name) => showField(world, shapeNamed(form, name), name)),
    };
  });
  const errors = [...(hindrance === null ? [] : [{ text: hindrance, href: null }]), ...faultLinks(context, form, faults)];
  return {
    heading,
    address,
    parts,
    errors: { heading: words.deskListing.form.faults(errors.length), errors },
    advice,
    kept: kept.map(({ id, list, item }) => ({ name: nameOfKept(id), label: keptLabel(context, form, list, item) })),
    answered: typed.kept.map(nameOfKept),
    conflict: typed.conflict,
    expected: typed.expected,
    showsSpanish,
    isPublic: typed.isPublic,
    why: typed.why,
    report: reportIn(context, typed),
  };
}

function keptLabel(context: Context, { shape }: ListingForm, list: string, item: unknown): string {
  const place = sayFieldPlace(context, shape, { field: list, items: item === null ? [] : [item] });
  return context.words.deskListing.form.keptAnswer(place);
}

function reportIn({ db, words }: Context, { report, reply }: TypedForm): FormPageView["report"] {
  const found = findReport(db, report);
  if (found === null || found.answer !== null) return null;
  const said = [found.right, found.note].filter((part) => part !== null);
  return { reference: found.reference, says: said.length > 0 ? words.list.semicolon(said) : words.deskListing.report.saysNothing, reply };
}

function shapeNamed({ shape }: ListingForm, name: string): FormShape {
  const field = shape.fields.find((field) => field.name === name);
  if (!field) throw new Error(`no listing has a field "${name}"`);
  return field.shape;
}

/** Returns each fault with a link to its field: "Ways to reach it, 2: Number or address: write a number as …". */
function faultLinks(context: Context, form: ListingForm, faults: ReadonlyMap<string, string>): { text: string; href: string }[] {
  return [...faults].map(([name, fault]) => {
    const steps = name.split(".");
    const field = steps.filter((step) => !/^\d+$/.test(step) && step !== "en" && step !== "es").join(".");
    const row = steps.flatMap((step) => (/^\d+$/.test(step) ? [Number(step) + 1] : []))[0];
    const place = sayFieldPlace(context, form.shape, { field, items: [] });
    return { text: [row === undefined ? place : `${place} (${row})`, fault].join(": "), href: `#${idOfField(name)}` };
  });
}
