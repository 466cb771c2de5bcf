import { type FormShape, fieldsOf } from "../listing/form/shape.ts";
import { nameWithin } from "../listing/form/values.ts";
import { isOneCell } from "./cells.ts";

/** The maximum number of rows in one list of a sheet: contacts, sources, paragraphs. */
const maxNumbered = 40;

/** Returns the names of all fields that may have a column, in form order; `countRows` returns how many rows a list has. */
export function columnNames(shape: FormShape, countRows: (list: string) => number, name = ""): string[] {
  switch (shape.kind) {
    case "text":
      return ["en", "es"].map((language) => nameWithin(name, language));
    case "group":
    case "variants":
      return fieldsOf(shape).flatMap((field) => columnNames(field.shape, countRows, nameWithin(name, field.name)));
    case "rows":
      if (isOneCell(shape.item, name)) return [name];
      return [...Array(countRows(name)).keys()].flatMap((at) => columnNames(shape.item, countRows, nameWithin(name, at)));
    default:
      return [name];
  }
}

/** Returns the column header of a field: "contact 1 hours words (en)" for `contacts.0.hours.words.en`. */
export function headerOf(field: string): string {
  const parts = field.split(".");
  const said = parts.flatMap((part, at) => {
    if (/^\d+$/.test(part)) return [String(Number(part) + 1)];
    if (at > 0 && at === parts.length - 1 && /^(?:en|es)$/.test(part)) return [`(${part})`];
    if (part === "facets") return [];
    const plain = part.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return [/^\d+$/.test(parts[at + 1] ?? "") ? plain.replace(/s$/, "") : plain];
  });
  return said.join(" ");
}

/** Returns the field names by column header. */
export function fieldsByHeader(shape: FormShape): ReadonlyMap<string, string> {
  return new Map(columnNames(shape, () => maxNumbered).map((name) => [headerOf(name), name]));
}
