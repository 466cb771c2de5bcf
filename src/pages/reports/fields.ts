import type { Request } from "express";
import type { Context } from "../../site/site.ts";
import { field, textField } from "../../web/form.ts";

/** The definition of a form field. */
export interface FieldSpec {
  /** Both its name and its id. */
  name: string;
  label: string;
  hint: string | null;
  type: "text" | "tel" | "url" | "email";
  /** How many lines it shows; null for a single-line field. */
  lines: number | null;
  /** In characters. */
  maxLength: number;
}

/** A field as the template shows it. */
export interface FormFieldView extends FieldSpec {
  value: string;
  fault: string | null;
  /** The ids of its hint and its fault, for screen readers; null if there are none. */
  describedBy: string | null;
}

/** What is wrong with a form: one sentence per field, by field name, in form order. */
export type Faults = ReadonlyMap<string, string>;

/** A fault in the list at the top; `href` leads to the field. */
export interface FaultLine {
  text: string;
  href: string | null;
}

/** Maximum bytes of a whole form: every field full, with characters that take nine bytes each when encoded. */
export const maxFormBytes = 48 * 1024;

/** The key of what is wrong with the form as a whole. */
export const wholeForm = "form";

/** Returns what was typed into a field, even if it is too long, so that it can be shown again. */
export function typedIn(req: Request, { name, lines }: FieldSpec): string {
  return lines === null ? field(req, name, maxFormBytes) : textField(req, name, maxFormBytes);
}

/** Returns the view of a field with what was typed and what is wrong with it. */
export function fieldView(spec: FieldSpec, value: string, faults: Faults): FormFieldView {
  const fault = faults.get(spec.name) ?? null;
  const ids = [...(spec.hint === null ? [] : [`${spec.name}-hint`]), ...(fault === null ? [] : [`${spec.name}-fault`])];
  return { ...spec, value, fault, describedBy: ids.length > 0 ? ids.join(" ") : null };
}

/** Returns the faults as a list. */
export function faultLines(faults: Faults): FaultLine[] {
  return [...faults].map(([name, text]) => ({ text, href: name === wholeForm ? null : `#${name}` }));
}

/** A rough check of an email address: a person at the desk reads it before writing to it. */
const email = /^[^\s@<>",;]+@[^\s@<>",;.]+(?:\.[^\s@<>",;.]+)+$/;

/** Returns what is wrong with a typed value on its own; null if nothing is. */
export function faultOf({ words }: Context, { type, maxLength }: FieldSpec, typed: string): string | null {
  const { faults } = words.reports;
  if (typed.length > maxLength) return faults.long(maxLength);
  if (typed === "") return null;
  if (type === "tel" && typed.replace(/\D/g, "").length < 3) return faults.number;
  if (type === "url" && !/[^\s.]\.[^\s.]/.test(typed)) return faults.url;
  return type === "email" && !email.test(typed) ? faults.email : null;
}

/** Returns the field for a reply address, the same on every form. */
export function emailField({ words }: Context): FieldSpec {
  const { reports } = words;
  return { name: "email", label: reports.email, hint: reports.emailHint, type: "email", lines: null, maxLength: 254 };
}
