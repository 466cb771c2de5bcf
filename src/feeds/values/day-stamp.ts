/** Returns the day (2024-05-31) of a timestamp in any usual notation; null if it has none, or one that does not exist or is implausible. */
export function dayStamp(value: unknown): string | null {
  if (typeof value === "number") return ofNumber(value);
  if (typeof value === "object" && value !== null && "$date" in value) return dayStamp(value.$date);
  if (typeof value !== "string" || value.length > maxLength) return null;
  const words = value
    .trim()
    .toLowerCase()
    .replace(/^(?:last )?(?:updated|modified|changed|revised)(?: on)?:? ?/, "");
  const [, ...packed] = words.match(/^(20\d\d)([01]\d)([0-3]\d)$/) ?? [];
  if (packed.length === 3) return dayOf(Number(packed[0]), Number(packed[1]), Number(packed[2]));
  if (/^\d{5,13}(?:\.\d+)?$/.test(words)) return ofNumber(Number(words));
  const iso = words.match(/^((?:19|20)\d{2})-(\d{2})-(\d{2})/) ?? words.match(/^((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = words.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/);
  return slashed ? inUsOrder(Number(slashed[1]), Number(slashed[2]), yearOf(slashed[3]!)) : ofWords(words);
}

const maxLength = 60;
const msPerDay = 86_400_000;
/** Day 0 of spreadsheets. */
const sheetEpoch = Date.UTC(1899, 11, 30);

/** Reads a spreadsheet's day number (45339), or seconds or milliseconds since 1970. */
function ofNumber(value: number): string | null {
  if (value > 30_000 && value < 80_000) return ofInstant(sheetEpoch + Math.floor(value) * msPerDay);
  if (value > 1e9 && value < 4e9) return ofInstant(value * 1000);
  return value > 1e12 && value < 4e12 ? ofInstant(value) : null;
}

function ofInstant(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Reads the month first, as in the United States, unless the first number can only be the day. */
function inUsOrder(first: number, second: number, year: number): string | null {
  return first > 12 ? dayOf(year, second, first) : dayOf(year, first, second);
}

const yearOf = (digits: string) => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Reads "Jan 5, 2022" or "Wednesday, 5 January 2022". */
function ofWords(words: string): string | null {
  const month = months.indexOf(words.match(/(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/)?.[0] ?? "");
  const [, day] = words.match(/(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?![\d:])/) ?? [];
  const [, short] = words.match(/(?:['’]|[a-z]\.?-)(\d\d)$/) ?? [];
  const [year = short && `20${short}`] = words.match(/(?:19|20)\d{2}(?!\d)/) ?? [];
  return month < 0 || day === undefined || year === undefined ? null : dayOf(Number(year), month + 1, Number(day));
}

function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1990 || year > 2099) return null;
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month))) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Valid from 1901 to 2099, when every fourth year is a leap year. */
function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
