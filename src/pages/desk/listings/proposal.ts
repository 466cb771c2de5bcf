import type { AnyListing } from "../../../catalog/catalog-list.ts";
import { isBlank, rowsAt } from "../../../listing/form/draft.ts";
import { type FormShape, fieldsOf } from "../../../listing/form/shape.ts";
import { readTyped } from "../../../listing/form/typed.ts";
import { type FormValues, nameWithin } from "../../../listing/form/values.ts";
import type { Report } from "../../../reports/report.ts";
import { fillForm, type ListingForm } from "./listing-form.ts";
import { formNameOf } from "./reported-field.ts";

/** What a report asks for, in the form of the listing. */
interface Proposal {
  /** The field's present name in the form. */
  name: string;
  /** Its present value. */
  present: string;
  /** The form values with what the reader says; unchanged if the reader gives no value. */
  values: FormValues;
  /** Whether the listing still says what the reader found wrong. */
  isAsReported: boolean;
  /** Whether nothing else has to change: new hours in words leave old hours in times. */
  isWhole: boolean;
}

/** Returns what a report asks for; null if it names no field that the listing still has. */
export function proposalOf(
  form: ListingForm,
  listing: AnyListing,
  { field, wrong, right }: Pick<Report, "field" | "wrong" | "right">,
): Proposal | null {
  const values = fillForm(form, listing);
  const found = findField(form.shape, formNameOf(field).split("."));
  if (found === null) return null;
  const row = sameRow(values, formNameOf(field), wrong);
  const name = found.within === "" ? row : nameWithin(row, found.within);
  if (!values.has(name) && !isFieldOf(values, name)) return null;
  const present = values.get(name) ?? "";
  const isAsReported = wrong !== null && isSaid(present, wrong);
  if (right === null) return { name, present, values, isAsReported, isWhole: false };
  return {
    name,
    present,
    isAsReported,
    values: new Map([...values, [name, right], ...withIt(name)]),
    isWhole: !isHeldInTimes(values, name),
  };
}

/**
 * Clears the source and its date: the page with the old number or address did not show the new one, so the editor must name one that does.
 */
function withIt(name: string): [string, string][] {
  const source = sourceFieldOf(name);
  return source === null
    ? []
    : [
        [source, ""],
        [source.replace(/source$/, "asOf"), ""],
      ];
}

/** Returns the source field of a contact's value; null for any other field. */
function sourceFieldOf(name: string): string | null {
  return /^contacts\.\d+\.value$/.test(name) ? name.replace(/value$/, "source") : null;
}

/** Whether the only fault of a proposal is its missing source. */
export function lacksSourceAlone({ name }: Proposal, faults: ReadonlyMap<string, string>): boolean {
  const source = sourceFieldOf(name);
  return source !== null && faults.size === 1 && faults.has(source);
}

/** Whether a listing now has what a report says, with nothing else to change. */
export function isTakenOver(form: ListingForm, listing: AnyListing, { field, right }: Pick<Report, "field" | "right">): boolean {
  if (right === null) return false;
  return [right, readTyped("number", right), readTyped("url", right)].some((said) => {
    const proposal = proposalOf(form, listing, { field, wrong: said, right });
    return (proposal?.isAsReported && proposal.isWhole) ?? false;
  });
}

/** Finds the form line where a field is edited: the English of a text, the words of hours; null if there is none. */
function findField(shape: FormShape, path: readonly string[]): { within: string } | null {
  const [step, ...rest] = path;
  if (step === undefined) return lineOf(shape);
  if (shape.kind === "rows") return /^\d+$/.test(step) ? findField(shape.item, rest) : null;
  if (shape.kind !== "group" && shape.kind !== "variants") return null;
  const field = fieldsOf(shape).find(({ name }) => name === step);
  return field ? findField(field.shape, rest) : null;
}

function lineOf(shape: FormShape): { within: string } | null {
  if (shape.kind === "text") return { within: "en" };
  if (shape.kind === "line" || shape.kind === "choice") return { within: "" };
  return shape.kind === "group" && shape.fields.some(({ name }) => name === "words") ? { within: "words.en" } : null;
}

/** Returns the field's name in the row that has what the reader found wrong, because rows may have moved. */
function sameRow(values: FormValues, name: string, wrong: string | null): string {
  const [list = "", at = "", ...rest] = name.split(".");
  if (wrong === null || !/^\d+$/.test(at)) return name;
  const inRow = (row: number) => [list, row, ...rest].join(".");
  const holds = (row: number) => [inRow(row), `${inRow(row)}.en`, `${inRow(row)}.words.en`].some((own) => isSaid(values.get(own), wrong));
  const rows = [Number(at), ...rowsAt(values, list)];
  return inRow(rows.find(holds) ?? Number(at));
}

function isSaid(value: string | undefined, wrong: string): boolean {
  return value !== undefined && [value, readTyped("number", value)].includes(wrong);
}

/** Whether the row of this field exists, so that an empty field can be filled. */
function isFieldOf(values: FormValues, name: string): boolean {
  const [list = "", at = ""] = name.split(".");
  return !/^\d+$/.test(at) || !isBlank(values, nameWithin(list, at));
}

function isHeldInTimes(values: FormValues, name: string): boolean {
  return name.endsWith(".hours.words.en") && !isBlank(values, name.replace(/words\.en$/, "times"));
}
