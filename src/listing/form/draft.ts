import type { Field, FieldVariants, FormShape } from "./shape.ts";
import { readTyped } from "./typed.ts";
import { type FormValues, nameWithin } from "./values.ts";

/**
 * Converts what was typed into a form to a listing, for its schema to validate: the inverse of `valuesOf`. An empty nullable value is null;
 * blank rows are left out.
 */
export function draftOf(shape: FormShape, values: FormValues, name = ""): unknown {
  if ("nullable" in shape && shape.nullable && isBlank(values, name)) return null;
  const typed = values.get(name) ?? "";
  switch (shape.kind) {
    case "line":
      return readTyped(shape.control, typed);
    case "choice":
      return typed;
    case "flag":
      return typed !== "";
    case "text":
      return textAt(values, name);
    case "choices":
      return tickedAt(shape.values, values, name);
    case "reasons":
      return Object.fromEntries(shape.keys.flatMap((key) => reasonAt(values, name, key)));
    case "rows":
      return rowsAt(values, name)
        .filter((at) => !isBlank(values, nameWithin(name, at)))
        .map((at) => draftOf(shape.item, values, nameWithin(name, at)));
    case "either":
      return typed === "" ? draftOf(shape.other, values, name) : typed;
    case "group":
      return draftOfFields(shape.fields, values, name);
    case "variants":
      return draftOfVariant(shape, values, name);
  }
}

function draftOfFields(fields: readonly Field[], values: FormValues, name: string): object {
  return Object.fromEntries(fields.map((field) => [field.name, draftOf(field.shape, values, nameWithin(name, field.name))]));
}

/** What is typed into a field that the chosen kind does not have is kept, so that the schema reports it and nothing is lost silently. */
function draftOfVariant(shape: FieldVariants, values: FormValues, name: string): object {
  const chosen = values.get(nameWithin(name, shape.by)) ?? "";
  const own = shape.variants.get(chosen)?.fields ?? [];
  const foreign = [...shape.variants.values()]
    .flatMap(({ fields }) => fields)
    .filter((field) => !own.some((other) => other.name === field.name) && !isBlank(values, nameWithin(name, field.name)));
  return { [shape.by]: chosen, ...draftOfFields([...own, ...foreign], values, name) };
}

function textAt(values: FormValues, name: string): object {
  const es = values.get(nameWithin(name, "es")) ?? "";
  return { en: values.get(nameWithin(name, "en")) ?? "", ...(es !== "" && { es }) };
}

function reasonAt(values: FormValues, name: string, key: string): [string, string][] {
  const reason = values.get(nameWithin(name, key)) ?? "";
  return reason === "" ? [] : [[key, reason]];
}

/** Returns the ticked choices in the order in which they were sent. */
function tickedAt(choices: readonly string[], values: FormValues, name: string): string[] {
  const named = new Map(choices.map((choice) => [nameWithin(name, choice), choice]));
  return [...values].flatMap(([key, value]) => (value === "" ? [] : (named.get(key) ?? [])));
}

/** Whether nothing is typed in a field and everything within it. */
export function isBlank(values: FormValues, name: string): boolean {
  const within = nameWithin(name, "");
  return ![...values].some(([key, value]) => value !== "" && (key === name || name === "" || key.startsWith(within)));
}

/** More rows than any listing has; a higher number was not typed into our form. */
const maxRows = 200;

/** Returns the numbers of the rows of a list in a form: 0, 1, 2 … up to the highest that is named. */
export function rowsAt(values: FormValues, name: string): number[] {
  const within = nameWithin(name, "");
  const numbers = [...values.keys()]
    .filter((key) => key.startsWith(within))
    .map((key) => Number.parseInt(key.slice(within.length), 10))
    .filter((number) => number >= 0 && number < maxRows);
  return [...Array(Math.max(0, ...numbers.map((number) => number + 1))).keys()];
}
