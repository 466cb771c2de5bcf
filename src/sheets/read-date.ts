/** Fields that hold a catalog date. */
const isDate = /(?:^|\.)(?:asOf|date|added)$/;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Returns a date that a spreadsheet has rewritten (11/30/2026, Nov-26) as the catalog writes it; anything else unchanged. */
export function readDate(field: string, typed: string): string {
  if (!isDate.test(field)) return typed;
  const [, month, day, year] = typed.match(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/) ?? [];
  if (month && day && year) return [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  const [, name, short] = typed.match(/^([A-Za-z]{3})-(\d\d)$/) ?? [];
  const number = months.indexOf(name?.toLowerCase() ?? "") + 1;
  return number === 0 ? typed : `20${short}-${String(number).padStart(2, "0")}`;
}
