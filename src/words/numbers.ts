const tollFree = new Set(["800", "833", "844", "855", "866", "877", "888"]);

/** A phone number as people here write it: 1-855-733-7762 where the call is free, 413-774-5489 elsewhere, 988 as it is. */
export function sayNumber(number: string): string {
  const [, area, exchange, line] = number.match(/^\+1(\d{3})(\d{3})(\d{4})$/) ?? [];
  if (area === undefined) return number;
  const local = [area, exchange, line].join("-");
  return tollFree.has(area) ? `1-${local}` : local;
}

/** Writes counts as a locale does: "1,234". */
export function countsIn(locale: string): (count: number) => string {
  return new Intl.NumberFormat(locale).format;
}
