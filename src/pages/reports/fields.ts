import type { Request } from "express";
import type { Context } from "../../site/site.ts";
import { field, textField } from "../../web/form.ts";

/** A field of a form, as its page is written. */
export interface FieldSpec {
  /** Its name and its id. */
  name: string;
  label: string;
  hint: string | null;
  type: "text" | "tel" | "url" | "email";
  /** How many lines it shows; null for one that is one line alone. */
  lines: number | null;
  /** In letters. */
  maxLength: number;
}

/** A field as the template shows it. */
export interface FormFieldView extends FieldSpec {
  value: string;
  fault: string | null;
  /** The ids of what is said about it, for screen readers; null where nothing is. */
  describedBy: string | null;
}

/** What is wrong with a form: a sentence for each field, by its name, in the order of the form. */
export type Faults = ReadonlyMap<string, string>;

/** What is wrong with it, as a list on top; `href` leads to the field. */
export interface FaultLine {
  text: string;
  href: string | null;
}

/** The bytes of a whole form: every field full, of letters that take nine each. */
export const maxFormBytes = 48 * 1024;

/** The name of what is wrong with the form as a whole. */
export const wholeForm = "form";

/** What was typed into a field, also where it is longer than is taken: whoever typed it sees it again. */
export function typedIn(req: Request, { name, lines }: FieldSpec): string {
  return lines === null ? field(req, name, maxFormBytes) : textField(req, name, maxFormBytes);
}

/** A field with what was typed and what is wrong with it. */
export function fieldView(spec: FieldSpec, value: string, faults: Faults): FormFieldView {
  const fault = faults.get(spec.name) ?? null;
  const ids = [...(spec.hint === null ? [] : [`${spec.name}-hint`]), ...(fault === null ? [] : [`${spec.name}-fault`])];
  return { ...spec, value, fault, describedBy: ids.length > 0 ? ids.join(" ") : null };
}

/** The faults as a list. */
export function faultLines(faults: Faults): FaultLine[] {
  return [...faults].map(([name, text]) => ({ text, href: name === wholeForm ? null : `#${name}` }));
}

/** A rough address of mail: the desk reads it before it writes. */
const email = /^[^\s@<>",;]+@[^\s@<>",;.]+(?:\.[^\s@<>",;.]+)+$/;

/** What is wrong with a typed value by itself; null where nothing is. */
export function faultOf({ words }: Context, { type, maxLength }: FieldSpec, typed: string): string | null {
  const { faults } = words.reports;
  if (typed.length > maxLength) return faults.long(maxLength);
  if (typed === "") return null;
  if (type === "tel" && typed.replace(/\D/g, "").length < 3) return faults.number;
  if (type === "url" && !/[^\s.]\.[^\s.]/.test(typed)) return faults.url;
  return type === "email" && !email.test(typed) ? faults.email : null;
}

/** The field for an address to write back to, the same on every form. */
export function emailField({ words }: Context): FieldSpec {
  const { reports } = words;
  return { name: "email", label: reports.email, hint: reports.emailHint, type: "email", lines: null, maxLength: 254 };
}
