/**
 * A spreadsheet takes a cell that begins with one of these for a formula, the wide ones of Japanese and Chinese among them, and would run
 * what a stranger has written. With an apostrophe before it, it is text (OWASP, CSV injection). One that has apostrophes there already gets
 * another, so that none is lost on the way back.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const neutralized = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** A cell that no spreadsheet takes for a formula. */
export function neutralize(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was. */
export function restoreCell(cell: string): string {
  return neutralized.test(cell) ? cell.slice(1) : cell;
}
