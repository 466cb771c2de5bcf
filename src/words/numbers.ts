const tollFree = new Set(["800", "833", "844", "855", "866", "877", "888"]);

/** A phone number as people here write it: 1-855-733-7762 where the call is free, 413-774-5489 elsewhere, 988 as it is. */
export function sayNumber(number: string): string {
  const [, area, exchange, line] = number.match(/^\+1(\d{3})(\d{3})(\d{4})$/) ?? [];
  if (area === undefined) return number;
  const local = [area, exchange, line].join("-");
  return tollFree.has(area) ? `1-${local}` : local;
}

/** Writes a count with a comma after each three digits: "1,234". Intl would read ten milliseconds of tables for that at each start. */
export function withCommas(count: number): string {
  const digits = String(count);
  const first = digits.length % 3 || 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].join(",");
}
