import type { FormShape } from "./shape.ts";
import { saysTyped } from "./typed.ts";

/** The contents of a form by field: names such as `contacts.0.hours.words.en`, in the order of the page. */
export type FormValues = ReadonlyMap<string, string>;

/** The value that a checkbox sends. */
export const ticked = "on";

/** Returns what a form shows of a listing, or of a part of one. `draftOf` is its inverse. */
export function valuesOf(shape: FormShape, listing: unknown, name = ""): Map<string, string> {
  return new Map(entriesOf(shape, listing, name));
}

/** Returns the name of a field within another; at the top level just its own. */
export function nameWithin(name: string, field: string | number): string {
  return name === "" ? String(field) : `${name}.${field}`;
}

function entriesOf(shape: FormShape, value: unknown, name: string): [string, string][] {
  switch (shape.kind) {
    case "line":
      return [[name, value === null ? "" : saysTyped(shape.control, String(value))]];
    case "choice":
      return [[name, String(value ?? "")]];
    case "flag":
      return value === true ? [[name, ticked]] : [];
    case "text":
      return Object.entries(fieldsIn(value)).map(([language, text]) => [nameWithin(name, language), String(text)]);
    case "choices":
      return itemsIn(value).map((item) => [nameWithin(name, String(item)), ticked]);
    case "reasons":
      return Object.entries(fieldsIn(value)).map(([key, reason]) => [nameWithin(name, key), String(reason)]);
    case "rows":
      return itemsIn(value).flatMap((item, at) => entriesOf(shape.item, item, nameWithin(name, at)));
    case "either":
      return typeof value === "string" ? [[name, value]] : [[name, ""], ...entriesOf(shape.other, value, name)];
    case "group":
      return shape.fields.flatMap((field) =>
        value === null ? [] : entriesOf(field.shape, fieldsIn(value)[field.name], nameWithin(name, field.name)),
      );
    case "variants": {
      const chosen = String(fieldsIn(value)[shape.by]);
      const group = shape.variants.get(chosen);
      return [[nameWithin(name, shape.by), chosen], ...(group ? entriesOf(group, value, name) : [])];
    }
  }
}

/** Returns the fields of a value; none if it is not an object. */
export function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** Returns the items of a value; none if it is not a list. */
export function itemsIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
