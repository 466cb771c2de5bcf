import type { Request } from "express";
import { addRow, raiseRow, removeRow } from "../../../listing/form/rows.ts";
import type { FormValues } from "../../../listing/form/values.ts";
import { type FormLimits, field, fieldNames, numberField, textField } from "../../../web/form.ts";
import { replyIn } from "../message.ts";

/** What the form of a listing sent besides the listing's fields. */
export interface TypedForm {
  values: FormValues;
  /** The version that the form was opened with; 0 for a new listing. */
  expected: number;
  showsSpanish: boolean;
  isPublic: boolean;
  why: string;
  /** The reference of the reader's report that it answers, and the public reply; both empty if it answers none. */
  report: string;
  reply: string;
  /** The conflict with its file that saving settles; 0 if none. */
  conflict: number;
  /** Ids of kept sources (KeptSource) that the editor has confirmed. */
  kept: readonly string[];
  /** The pressed button, such as "save" or "add contacts". */
  action: string;
}

/** The largest listing has six hundred fields; a form three times that size is still read. */
export const listingFormLimits: FormLimits = { maxBytes: 512 * 1024, maxFields: 4000 };

const maxFieldLength = 20_000;

/** Names of the form's own fields, which no listing has. */
const ownNames = ["expected", "spanish", "public", "why", "report", "reply", "conflict", "do", "seen"];

const keptPrefix = "kept:";

/** Returns the name of the checkbox with which an editor confirms a kept source (KeptSource), by its id. */
export function nameOfKept(id: string): string {
  return keptPrefix + id;
}

/** Reads every field that was typed. */
export function readTypedForm(req: Request): TypedForm {
  const names = fieldNames(req).filter((name) => !ownNames.includes(name) && !/^(?:choice|kept):/.test(name));
  return {
    values: new Map(names.map((name) => [name, textField(req, name, maxFieldLength)])),
    expected: numberField(req, "expected"),
    showsSpanish: field(req, "spanish") !== "",
    isPublic: field(req, "public") !== "",
    why: field(req, "why", 300),
    report: field(req, "report", 80),
    reply: replyIn(req),
    conflict: numberField(req, "conflict"),
    kept: fieldNames(req).flatMap((name) => (name.startsWith(keptPrefix) ? [name.slice(keptPrefix.length)] : [])),
    action: field(req, "do"),
  };
}

/** Returns a form in which nothing is typed yet. */
export function openedForm(values: FormValues, expected: number): TypedForm {
  const nothingSaid = { showsSpanish: false, isPublic: false, why: "", report: "", reply: "", conflict: 0, kept: [], action: "" };
  return { values, expected, ...nothingSaid };
}

/** Returns all fields of a form, for an intermediate page to pass on. */
export function hiddenFields(typed: TypedForm): { name: string; value: string }[] {
  const { values, expected, showsSpanish, isPublic, why, report, reply, conflict, kept } = typed;
  const ticks = { spanish: showsSpanish ? "on" : "", public: isPublic ? "on" : "" };
  const own = { expected: String(expected), ...ticks, why, report, reply, conflict: conflict === 0 ? "" : String(conflict) };
  const all = [...values, ...Object.entries(own), ...kept.map((id) => [nameOfKept(id), "on"] as const)];
  return all.filter(([, value]) => value !== "").map(([name, value]) => ({ name, value }));
}

const rowChanges = new Map([
  ["add", addRow],
  ["remove", removeRow],
  ["raise", raiseRow],
]);

/** Returns the form after the button of a list was pressed; null for another button. */
export function changeRows({ action, values, ...form }: TypedForm): TypedForm | null {
  const [verb = "", name = ""] = action.split(" ");
  const change = rowChanges.get(verb);
  return change === undefined ? null : { ...form, action, values: change(values, name) };
}
