const tollFree = new Set(["800", "833", "844", "855", "866", "877", "888"]);

/** A number as people here write it: 1-855-733-7762 where the call is free, 413-774-5489 elsewhere, 988 as it is. */
export function sayNumber(number: string): string {
  const digits = number.match(/^\+1(\d{3})(\d{3})(\d{4})$/);
  if (!digits) return number;
  const local = digits.slice(1).join("-");
  return tollFree.has(digits[1]!) ? `1-${local}` : local;
}
