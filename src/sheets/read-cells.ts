import { type Field, type FormShape, fieldsOf, plainLine } from "../listing/form/shape.ts";
import { nameWithin, ticked } from "../listing/form/values.ts";
import { betweenFields, type Cells, isOneCell } from "./cells.ts";
import { readDate } from "./read-date.ts";

/** A cell value that its field does not accept. */
export interface CellFault {
  /** The name of the field. */
  field: string;
  fault: { kind: "not a choice"; value: string; choices: readonly string[] } | { kind: "no reason"; line: string } | { kind: "twice" };
}

/** Reads cells into form values, and lists those that their fields do not accept: with `draftOf` the inverse of `cellsOf`. */
export function readCells(shape: FormShape, cells: Cells): { values: Map<string, string>; faults: CellFault[] } {
  const read: Reading = { cells, values: new Map(), faults: [] };
  readField(read, shape, "");
  return { values: read.values, faults: read.faults };
}

interface Reading {
  cells: Cells;
  values: Map<string, string>;
  faults: CellFault[];
}

function readField(read: Reading, shape: FormShape, name: string): void {
  switch (shape.kind) {
    case "text":
      for (const language of ["en", "es"]) readPlain(read, plainLine, nameWithin(name, language));
      break;
    case "group":
    case "variants":
      for (const field of fieldsOf(shape)) readField(read, field.shape, nameWithin(name, field.name));
      break;
    case "rows":
      if (isOneCell(shape.item, name)) readLines(read, shape.item, name);
      else for (const at of numbersIn(read.cells, name)) readField(read, shape.item, nameWithin(name, at));
      break;
    case "either":
      readEither(read, shape, name);
      break;
    default:
      readPlain(read, shape, name);
  }
}

function readEither(read: Reading, shape: Extract<FormShape, { kind: "either" }>, name: string): void {
  const cell = cellAt(read, name).toLowerCase();
  const word = shape.words.find((word) => word.toLowerCase() === cell);
  if (word === undefined) readField(read, shape.other, name);
  else read.values.set(name, word);
}

/** Reads the rows that are lines of one cell. */
function readLines(read: Reading, item: FormShape, name: string): void {
  for (const [at, line] of linesOf(cellAt(read, name)).entries()) {
    const row = nameWithin(name, at);
    if (item.kind === "group") readFieldsOfLine(read, item.fields, row, line);
    else readText(read, item, row, line);
  }
}

function readFieldsOfLine(read: Reading, fields: readonly Field[], row: string, line: string): void {
  const parts = line.split(betweenFields.trim()).map((part) => part.trim());
  // Extra parts stay with the last field, whose schema rejects them.
  const last = fields.length - 1;
  for (const [place, { name, shape }] of fields.entries()) {
    const text = place === last ? parts.slice(last).join(betweenFields) : (parts[place] ?? "");
    readText(read, shape, nameWithin(row, name), text);
  }
}

function readPlain(read: Reading, shape: FormShape, name: string): void {
  readText(read, shape, name, cellAt(read, name));
}

function readText(read: Reading, shape: FormShape, name: string, text: string): void {
  if (shape.kind === "flag") {
    if (/^(?:yes|y|true|x|1)$/i.test(text)) read.values.set(name, ticked);
  } else if (shape.kind === "choices") {
    for (const word of text.split(/[,;\n]/).map((word) => word.trim())) if (word !== "") readChoice(read, shape.values, name, word);
  } else if (shape.kind === "reasons") {
    for (const line of linesOf(text)) readReason(read, shape.keys, name, line);
  } else if (text !== "") {
    read.values.set(name, readDate(name, text));
  }
}

function readChoice(read: Reading, choices: readonly string[], name: string, typed: string): void {
  const value = choices.find((choice) => choice.toLowerCase() === typed.toLowerCase());
  if (value === undefined) read.faults.push({ field: name, fault: { kind: "not a choice", value: typed, choices } });
  else read.values.set(nameWithin(name, value), ticked);
}

function readReason(read: Reading, keys: readonly string[], name: string, line: string): void {
  const colon = line.indexOf(":");
  const [typed, reason] = [line.slice(0, Math.max(0, colon)).trim(), line.slice(colon + 1).trim()];
  const key = keys.find((key) => key.toLowerCase() === typed.toLowerCase());
  if (colon < 0 || reason === "") read.faults.push({ field: name, fault: { kind: "no reason", line } });
  else if (key === undefined) read.faults.push({ field: name, fault: { kind: "not a choice", value: typed, choices: keys } });
  else read.values.set(nameWithin(name, key), reason);
}

function cellAt({ cells }: Reading, name: string): string {
  return (cells.get(name) ?? "").replace(/\r\n?/g, "\n").trim();
}

function linesOf(cell: string): string[] {
  return cell
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Returns the numbers of the rows of a list with a non-empty cell, ascending. */
function numbersIn(cells: Cells, name: string): number[] {
  const within = nameWithin(name, "");
  const numbers = [...cells]
    .filter(([key, cell]) => cell.trim() !== "" && key.startsWith(within))
    .map(([key]) => Number.parseInt(key.slice(within.length), 10));
  return [...new Set(numbers)].filter((number) => number >= 0).sort((a, b) => a - b);
}
