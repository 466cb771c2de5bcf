import { trimMarks } from "./trim-marks.ts";

/**
 * Numbers to join by, with the pauses and codes that follow them.
 * findPhoneNumbersInText of libphonenumber-js was tried on 33 ways in which feeds write a number and lost or cut 7: a number after
 * the ID of a room, the second code of "+16465550100,,123#,,#", local numbers without an area code, and numbers of unused ranges.
 */

/** A number as it is written, and what else is said beside it. */
export interface Phone {
  number: string;
  notes: string | null;
}

/** Seven to fifteen digits (ITU-T E.164) in groups, then what is dialled after pauses: "+1 312 555 0100,,123#,,*45#". */
const written =
  /(?<![\d#*])(?:\+\d{1,3}[\s.-]?|1[\s.-]|1(?=\())?(?:\(\d{2,4}\)[\s.-]{0,2})?\d{2,15}(?:[\s.-]{1,2}\d{2,7}){0,5}(?:\s?[,;]+\s?[\d*#]+(?=[^\d-]|$))*(?![\d])/g;

// cspell:ignore reunión
/** The words before a number that is not for calling. */
const notToCall =
  // eslint-disable-next-line regexp/no-super-linear-move -- maxBefore
  /(?:(?:\b(?:id|pin|code|passcode|password|access|clave|contraseña|meeting|reunión)|#)(?:\s?(?:is|no|number|#|:|\.))*)\s*$/i;

/** How many characters before a number are searched for such words. */
const maxBefore = 60;

/** The first number that can be called in a text; null where there is none. */
export function phoneIn(text: string | null): Phone | null {
  const said = withPlainHyphens(text ?? "");
  for (const { 0: number, index } of said.matchAll(written)) {
    const before = said.slice(Math.max(0, index - maxBefore), index);
    if (!canBeCalled(number.split(/[,;]/, 1)[0]!) || notToCall.test(before)) continue;
    return { number, notes: around(said, index, number.length) };
  }
  return null;
}

/** The text with a plain hyphen for each dash or slash of "605–555–0123", "605 - 555 - 0123" and "605/555-0123". */
function withPlainHyphens(text: string): string {
  return text
    .replace(/(?<=\d)\.0$/, "")
    .replace(/(?<=(?<!\d)\d{3}\)?) ?[-‐‑‒–—/] ?(?=\d{3} ?[-‐‑‒–—.] ?\d{4}(?!\d))|(?<=(?<!\d)\d{3}) ?[-‐‑‒–—] ?(?=\d{4}(?!\d))/g, "-");
}

/** Nine digits, or eleven that begin with neither 1 nor 0, are the number of a room, unless a country code is plainly before them. */
function canBeCalled(number: string): boolean {
  const digits = number.replace(/\D/g, "");
  if (digits.length < 7 || digits.length > 15 || /^(\d)\1*$/.test(digits)) return false;
  const room = digits.length === 9 || (digits.length === 11 && /^[2-9]/.test(digits));
  return !room || /^\+|\(/.test(number);
}

function around(text: string, from: number, length: number): string | null {
  const sides = [text.slice(0, from).replace(/\b(?:tel|phone|dial|call)(?:[\s-]in)?:?\s*$/i, ""), text.slice(from + length)];
  const said = sides.map((words) => trimMarks(words, /[\s,;:.…/-]/, /[\s,;:…/(-]/));
  return said.filter(Boolean).join(", ") || null;
}
