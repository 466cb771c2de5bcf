import { isBlank, rowsAt } from "./draft.ts";
import { type FormShape, fieldsOf } from "./shape.ts";
import { type FormValues, nameWithin } from "./values.ts";

/** Actions of the buttons of a form's lists; everything typed elsewhere stays. */

/** Adds an empty row at the end of the list of that name. */
export function addRow(values: FormValues, list: string): FormValues {
  return new Map([...values, [nameWithin(list, rowsAt(values, list).length), ""]]);
}

/** Removes the row of that name, such as `contacts.2`. */
export function removeRow(values: FormValues, row: string): FormValues {
  const { list, at } = partsOf(row);
  return arrange(
    values,
    list,
    rowsAt(values, list).filter((number) => number !== at),
  );
}

/** Moves the row of that name up by one. */
export function raiseRow(values: FormValues, row: string): FormValues {
  const { list, at } = partsOf(row);
  const order = rowsAt(values, list);
  if (at < 1 || at >= order.length) return values;
  return arrange(values, list, order.with(at - 1, at).with(at, at - 1));
}

/** Removes blank rows, so that the rows of a form have the same numbers as those of its draft. */
export function dropBlankRows(shape: FormShape, values: FormValues, name = ""): FormValues {
  switch (shape.kind) {
    case "rows": {
      const filled = rowsAt(values, name).filter((at) => !isBlank(values, nameWithin(name, at)));
      const kept = arrange(values, name, filled);
      return filled.reduce((left, _, at) => dropBlankRows(shape.item, left, nameWithin(name, at)), kept);
    }
    case "either":
      return dropBlankRows(shape.other, values, name);
    case "group":
    case "variants":
      return fieldsOf(shape).reduce((left, field) => dropBlankRows(field.shape, left, nameWithin(name, field.name)), values);
    default:
      return values;
  }
}

/** Puts the rows of a list in this order and renumbers them; those not named are left out. */
function arrange(values: FormValues, list: string, order: readonly number[]): FormValues {
  if (order.length === rowsAt(values, list).length && order.every((from, to) => from === to)) return values;
  const within = nameWithin(list, "");
  const others = [...values].filter(([key]) => !isRowOf(key, within));
  const rows = order.flatMap((from, to) => {
    const old = `${within}${from}`;
    const own = [...values].filter(([key]) => key === old || key.startsWith(`${old}.`));
    return own.map(([key, value]): [string, string] => [`${within}${to}${key.slice(old.length)}`, value]);
  });
  return new Map([...others, ...rows]);
}

function isRowOf(key: string, within: string): boolean {
  return key.startsWith(within) && /^\d/.test(key.slice(within.length));
}

function partsOf(row: string): { list: string; at: number } {
  const dot = row.lastIndexOf(".");
  return { list: row.slice(0, dot), at: Number(row.slice(dot + 1)) };
}
