const tollFree = new Set(["800", "833", "844", "855", "866", "877", "888"]);

/** Formats a phone number as is usual in the United States: 1-855-733-7762 if it is toll-free, 413-774-5489 if not; 988 stays as it is. */
export function sayNumber(number: string): string {
  const [, area, exchange, line] = number.match(/^\+1(\d{3})(\d{3})(\d{4})$/) ?? [];
  if (area === undefined) return number;
  const local = [area, exchange, line].join("-");
  return tollFree.has(area) ? `1-${local}` : local;
}

/** Formats a count with a comma between groups of three digits: "1,234". Intl would load tables for ten milliseconds at each start. */
export function withCommas(count: number): string {
  const digits = String(count);
  const first = digits.length % 3 || 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].join(",");
}
