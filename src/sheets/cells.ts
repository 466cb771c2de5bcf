import type { FieldGroup, FormShape } from "../listing/form/shape.ts";
import { saysTyped } from "../listing/form/typed.ts";
import { fieldsIn, itemsIn, nameWithin } from "../listing/form/values.ts";

/** The cells of a listing's row, by field name: `contacts.0.hours.words.en`. */
export type Cells = ReadonlyMap<string, string>;

/** How a ticked box is written; other ways of saying yes are read too. */
const yes = "yes";

/** Separator between the fields of a row that is a line of its cell: "mon, tue | 08:00 | 17:00". */
export const betweenFields = " | ";

/**
 * Returns the cells of a listing. A list of plain words is one cell, and so is a list of rows within a row, one per line; other rows are
 * numbered.
 */
export function cellsOf(shape: FormShape, listing: unknown): Map<string, string> {
  return new Map(entriesOf(shape, listing, ""));
}

function entriesOf(shape: FormShape, value: unknown, name: string): [string, string][] {
  switch (shape.kind) {
    case "text":
      return Object.entries(fieldsIn(value)).map(([language, text]) => [nameWithin(name, language), String(text)]);
    case "group":
      return value === null ? [] : entriesOfGroup(shape, value, name);
    case "variants": {
      const chosen = String(fieldsIn(value)[shape.by]);
      const group = shape.variants.get(chosen);
      return [[nameWithin(name, shape.by), chosen], ...(group ? entriesOfGroup(group, value, name) : [])];
    }
    case "rows":
      if (isOneCell(shape.item, name))
        return [
          [
            name,
            itemsIn(value)
              .map((item) => lineOf(shape.item, item))
              .join("\n"),
          ],
        ];
      return itemsIn(value).flatMap((item, at) => entriesOf(shape.item, item, nameWithin(name, at)));
    case "either":
      return typeof value === "string" ? [[name, value]] : entriesOf(shape.other, value, name);
    default:
      return [[name, plainCell(shape, value)]];
  }
}

function entriesOfGroup({ fields }: FieldGroup, value: unknown, name: string): [string, string][] {
  return fields.flatMap((field) => entriesOf(field.shape, fieldsIn(value)[field.name], nameWithin(name, field.name)));
}

/** Whether the rows of a list are lines of one cell: plain words, or rows of plain fields within another row. */
export function isOneCell(item: FormShape, name: string): boolean {
  if (item.kind === "line") return true;
  const isWithinRow = /(?:^|\.)\d+\./.test(name);
  return isWithinRow && item.kind === "group" && item.fields.every(({ shape }) => isPlain(shape));
}

function isPlain({ kind }: FormShape): boolean {
  return kind === "line" || kind === "choice" || kind === "flag" || kind === "choices";
}

function lineOf(item: FormShape, value: unknown): string {
  if (item.kind !== "group") return plainCell(item, value);
  return item.fields.map(({ name, shape }) => plainCell(shape, fieldsIn(value)[name])).join(betweenFields);
}

function plainCell(shape: FormShape, value: unknown): string {
  switch (shape.kind) {
    case "flag":
      return value === true ? yes : "no";
    case "choices":
      return itemsIn(value).join(", ");
    case "reasons":
      return Object.entries(fieldsIn(value))
        .map(([key, reason]) => `${key}: ${String(reason)}`)
        .join("\n");
    case "line":
      return value === null || value === undefined ? "" : saysTyped(shape.control, String(value));
    default:
      return String(value ?? "");
  }
}
