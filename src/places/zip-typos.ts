/** ZIP codes that a mistyped one may have meant. */

/** Returns the ZIP codes one typo away from four, five or six digits, most likely first: a leading zero lost, two digits swapped, one wrong. */
export function zipsOneSlipFrom(digits: string): string[] {
  return [...new Set(slipsIn(digits))].filter((zip) => zip !== digits);
}

function slipsIn(digits: string): string[] {
  if (digits.length === 4) return lost(digits);
  return digits.length === 6 ? doubled(digits) : [...swapped(digits), ...wrong(digits)];
}

const positions = (digits: string) => [...digits].map((_, at) => at);
const everyDigit = [..."0123456789"];

/** Spreadsheets drop a leading zero, people any digit. Last digits first, here and below: the first three identify the region. */
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
