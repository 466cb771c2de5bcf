import { parse } from "csv-parse/sync";

/** The cells of a sheet, its header first. */
export function sheetCells(text: string): string[][] {
  return parse(text, { bom: true, relax_column_count: true });
}

/** The sheet with another value in one cell, as a spreadsheet saves it. */
export function editCell(text: string, id: string, header: string, value: string): string {
  const [first, ...rows] = sheetCells(text) as [string[], ...string[][]];
  const [idAt, at] = [first.indexOf("id"), first.indexOf(header)];
  if (at === -1) throw new Error(`there is no column "${header}"`);
  return writeCells([first, ...rows.map((row) => (row[idAt] === id ? row.with(at, value) : row))]);
}

/** The sheet with the rows of these listings alone. */
export function keepRows(text: string, ...ids: string[]): string {
  const [first, ...rows] = sheetCells(text) as [string[], ...string[][]];
  return writeCells([first, ...rows.filter((row) => ids.includes(row[first.indexOf("id")]!))]);
}

function writeCells(rows: readonly string[][]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");
}
