/** Slips of the finger: which ZIP codes may have been meant, and how far a typed name is from a known one. */

/** The ZIP codes one slip from four, five or six digits, most likely first: a zero lost in front, two swapped, one wrong. */
export function zipsOneSlipFrom(digits: string): string[] {
  const slips = digits.length === 4 ? lost(digits) : digits.length === 6 ? doubled(digits) : [...swapped(digits), ...wrong(digits)];
  return [...new Set(slips)].filter((zip) => zip !== digits);
}

const positions = (digits: string) => [...digits].map((_, at) => at);
const everyDigit = [..."0123456789"];

/** A spreadsheet loses the zero in front; people lose any. The last digits first, here and below: the first three name the region. */
const lost = (digits: string) => [
  `0${digits}`,
  ...[4, 3, 2, 1, 0].flatMap((at) => everyDigit.map((digit) => digits.slice(0, at) + digit + digits.slice(at))),
];

const doubled = (digits: string) =>
  positions(digits)
    .reverse()
    .map((at) => digits.slice(0, at) + digits.slice(at + 1));

function swapped(digits: string): string[] {
  const swaps = positions(digits)
    .slice(1)
    .map((at) => digits.slice(0, at - 1) + digits[at] + digits[at - 1] + digits.slice(at + 1));
  return swaps.sort((a, b) => Math.abs(Number(a) - Number(digits)) - Math.abs(Number(b) - Number(digits)));
}

const wrong = (digits: string) =>
  positions(digits)
    .reverse()
    .flatMap((at) => everyDigit.map((digit) => digits.slice(0, at) + digit + digits.slice(at + 1)));

/** How many letters to add, drop, change or swap with their neighbor (optimal string alignment), or more than `furthest`. */
export function slipsBetween(a: string, b: string, furthest: number): number {
  if (Math.abs(a.length - b.length) > furthest) return furthest + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swappable = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(row[j - 1]! + 1, last[j]! + 1, changed, swappable ? beforeLast[j - 2]! + 1 : changed));
    }
    if (Math.min(...row) > furthest) return furthest + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
