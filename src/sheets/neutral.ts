/**
 * Spreadsheets take a cell that begins with one of these, including the full-width forms of Japanese and Chinese, for a formula, and would
 * run what a stranger wrote. An apostrophe in front makes it text (OWASP, CSV injection). A cell that already begins with apostrophes gets
 * another, so that none is lost when read back.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const neutralized = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Returns a cell that no spreadsheet takes for a formula. */
export function neutralize(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** Returns the original cell. */
export function restoreCell(cell: string): string {
  return neutralized.test(cell) ? cell.slice(1) : cell;
}
