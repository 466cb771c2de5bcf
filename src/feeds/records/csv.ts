import { parse } from "csv-parse/sync";
import { isDayName } from "../values/days.ts";
import { isHeader } from "./columns.ts";

/** Returns the text of a spreadsheet from its header on; null if none of its first lines names columns of a list of meetings. */
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

/** Returns the most frequent candidate. Excel writes semicolons in many countries, and tabs in its own text format. */
function delimiterIn(header: string): string {
  const counts = [",", ";", "\t", "|"].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}

/** Returns the rows of a sheet, header first. Never throws: an unclosed quote costs at most its own row. */
export function readRows(sheet: string): string[][] {
  const first = sheet.split(/[\r\n]/, 1)[0]!;
  const form = { delimiter: delimiterIn(first), columns: first.split(delimiterIn(first)).length };
  return parseRows(sheet, form) ?? readLineByLine(sheet, form);
}

interface Form {
  delimiter: string;
  /** Number of columns in the header. */
  columns: number;
}

/** Returns null if a quote is never closed, or only rows later, which would merge several rows into one. */
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

/** Whether a value contains a swallowed row: a line with as many delimiters as a row and a day or time, unlike a line of somebody's notes. */
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

/** After this many unclosed quotes, rows are no longer searched for over several lines: each such search costs a dozen parses. */
const maxSearches = 200;

/** Parses row by row, so that an unclosed quote costs no other row. Only in the line of that quote are quotes plain characters. */
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

/** Returns how many lines from here on contain no quote and can be parsed together. */
function countPlain(lines: readonly string[], from: number): number {
  let to = from;
  while (to < lines.length && !lines[to]!.includes('"')) to++;
  return to - from;
}

/** Returns the row that begins in line `at` and ends within `maxLines` lines, where a quote can close it; null if there is none. */
function rowFrom(lines: readonly string[], at: number, maxLines: number, form: Form): { rows: string[][]; lines: number } | null {
  for (let count = 1; count <= Math.min(maxLines, lines.length - at); count++) {
    if (!lines[at + count - 1]!.includes('"')) continue;
    const rows = parseRows(lines.slice(at, at + count).join("\n"), form);
    if (rows !== null) return { rows, lines: count };
  }
  return null;
}
