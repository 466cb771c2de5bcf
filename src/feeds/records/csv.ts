import { parse } from "csv-parse/sync";
import { isDayName } from "../values/days.ts";
import { isHeader } from "./columns.ts";

/** The text of a spreadsheet from its header on; null where none of its first lines names columns that a list of meetings has. */
export function sheetIn(content: string): string | null {
  if (/^[[{]/.test(content)) return null;
  let rest = content;
  for (let line = 0; line < 12 && rest !== ""; line++) {
    const header = rest.split(/[\r\n]/, 1)[0]!;
    if (isHeader(header.split(delimiterIn(header)))) return rest;
    rest = rest.slice(header.length).replace(/^\s+/, "");
  }
  return null;
}

/** Excel writes semicolons in many countries, and tabs in its own text. */
function delimiterIn(header: string): string {
  const counts = [",", ";", "\t", "|"].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}

/** The rows of a sheet, its header first. Never throws: a quote left open costs its own row at most. */
export function readRows(sheet: string): string[][] {
  const first = sheet.split(/[\r\n]/, 1)[0]!;
  const form = { delimiter: delimiterIn(first), columns: first.split(delimiterIn(first)).length };
  return parseRows(sheet, form) ?? readLineByLine(sheet, form);
}

interface Form {
  delimiter: string;
  /** How many columns the header has. */
  columns: number;
}

/** Null where a quote is closed nowhere, or only rows later, which would make one row of several. */
function parseRows(sheet: string, { delimiter, columns }: Form, quote: string | false = '"'): string[][] | null {
  const escapeMark = /[^,;\t|\n]\\"[^,;\t|\r\n]/.test(sheet) ? "\\" : '"';
  try {
    const options = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true };
    const rows: string[][] = parse(sheet, { ...options, delimiter, quote, ...(quote && { escape: escapeMark }) });
    return rows.some((row) => row.some((value) => holdsRow(value, { delimiter, columns }))) ? null : rows;
  } catch {
    return null;
  }
}

const time = /^(?:\d{1,2}:\d\d|\d{1,2} ?[ap]m\b|0?\.\d{2})/i;

/** A line with as many delimiters as a row of this sheet, and a day or time among them, is a row, and not a line of somebody's notes. */
function holdsRow(value: string, { delimiter, columns }: Form): boolean {
  if (columns < 3 || !value.includes("\n")) return false;
  const [, ...lines] = value.split(/\r?\n/);
  return lines.some((line) => {
    const cells = line.split(delimiter);
    return cells.length >= columns && cells.some(isDayOrTime);
  });
}

function isDayOrTime(cell: string): boolean {
  const start = cell.replace(/^"?\s*/, "");
  return time.test(start) || isDayName(start.match(/^\p{L}{3,}/u)?.[0] ?? "");
}

const maxLinesOfRow = 12;

/** After so many quotes left open, no row is looked for over several lines any more: each such search costs a dozen readings. */
const maxSearches = 200;

/** Row by row, so that a quote left open in one costs no other; only in its own line are quotes taken as plain characters. */
function readLineByLine(sheet: string, form: Form): string[][] {
  const lines = sheet.split(/\r?\n|\r/);
  const rows: string[][] = [];
  let searches = 0;
  for (let at = 0; at < lines.length; ) {
    const plain = countPlain(lines, at);
    const found = plain > 0 ? null : rowFrom(lines, at, searches < maxSearches ? maxLinesOfRow : 1, form);
    const read = found?.rows ?? parseRows(lines.slice(at, at + (plain || 1)).join("\n"), form, false) ?? [];
    if (plain === 0 && found === null) searches++;
    // Not push(...read): a call takes only so many arguments.
    for (const row of read) rows.push(row);
    at += found?.lines ?? (plain || 1);
  }
  return rows;
}

/** How many lines from here on hold no quote at all, and so can be read together. */
function countPlain(lines: readonly string[], from: number): number {
  let to = from;
  while (to < lines.length && !lines[to]!.includes('"')) to++;
  return to - from;
}

/** The row that begins in a line and ends at most so many lines later, where a quote can close it; null where none does. */
function rowFrom(lines: readonly string[], at: number, maxLines: number, form: Form): { rows: string[][]; lines: number } | null {
  for (let count = 1; count <= Math.min(maxLines, lines.length - at); count++) {
    if (!lines[at + count - 1]!.includes('"')) continue;
    const rows = parseRows(lines.slice(at, at + count).join("\n"), form);
    if (rows !== null) return { rows, lines: count };
  }
  return null;
}
