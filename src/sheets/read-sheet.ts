import { parse } from "csv-parse/sync";
import type { FormShape } from "../listing/form/shape.ts";
import type { Cells } from "./cells.ts";
import { fieldsByHeader } from "./headers.ts";
import { restoreCell } from "./neutral.ts";
import { lastChecked, versionHeader } from "./sheet-shape.ts";

/** A row of a sheet, cell by cell. */
export interface SheetRow {
  /** As spreadsheets number rows: the header is 1. */
  number: number;
  id: string;
  /** The version of the listing that the row was made from; null if it gives none. */
  version: number | null;
  /** By field name; only the columns that the sheet has. */
  cells: Cells;
}

/** The content of a sheet, or why it cannot be read. */
export type Sheet =
  | { kind: "rows"; rows: SheetRow[]; fields: ReadonlySet<string>; unknownColumns: string[] }
  | { kind: "unreadable"; why: "not csv" | "no id column" | "too many rows" | "empty"; detail: string };

/** Maximum number of rows in a sheet. */
export const maxSheetRows = 5000;

/** Reads a sheet as spreadsheets save it: delimited by commas, semicolons or tabs, columns in any order and some missing. */
export function readSheet(shape: FormShape, text: string): Sheet {
  const lines = readLines(text);
  if (typeof lines === "string") return { kind: "unreadable", why: "not csv", detail: lines };
  const [header, ...rows] = lines;
  if (header === undefined) return { kind: "unreadable", why: "empty", detail: "" };
  if (rows.length > maxSheetRows) return { kind: "unreadable", why: "too many rows", detail: String(rows.length) };
  const known = fieldsByHeader(shape);
  const headers = header.map((cell) => cell.trim().toLowerCase().replace(/\s+/g, " "));
  const columns = headers.map((cell) => known.get(cell) ?? null);
  if (!columns.includes("id")) return { kind: "unreadable", why: "no id column", detail: header.slice(0, 5).join(", ") };
  const own = [versionHeader, lastChecked, ""];
  return {
    kind: "rows",
    rows: rows.flatMap((row, at) => readRow(row, at + 2, columns, headers.indexOf(versionHeader))),
    fields: new Set(columns.filter((name) => name !== null)),
    unknownColumns: header.filter((_, at) => columns[at] === null && !own.includes(headers[at]!)),
  };
}

/** Returns the cells of each line, or the parser's message if it is not CSV. */
function readLines(text: string): string[][] | string {
  const first = text.split(/[\r\n]/, 1)[0] ?? "";
  const delimiter = [",", ";", "\t"].reduce((most, mark) => (first.split(mark).length > first.split(most).length ? mark : most));
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, skip_records_with_empty_values: true });
  } catch (error) {
    return (error as Error).message;
  }
}

function readRow(row: readonly string[], number: number, columns: readonly (string | null)[], versionColumn: number): SheetRow[] {
  const cells = new Map(columns.flatMap((name, at) => (name === null ? [] : [[name, restoreCell(row[at] ?? "")] as const])));
  const version = row[versionColumn]?.trim() ?? "";
  const id = (cells.get("id") ?? "").trim();
  return [{ number, id, version: /^\d+$/.test(version) ? Number(version) : null, cells }];
}
