import { trimMarks } from "./trim-marks.ts";

/**
 * Phone numbers to join by, with the pauses and codes that follow them. findPhoneNumbersInText of libphonenumber-js was tried on 33 formats that
 * feeds use and lost or truncated 7: a number after a room's ID, the second code of "+16465550100,,123#,,#", local numbers without an area code,
 * and numbers of unassigned ranges.
 */

/** A number as written, and the text beside it. */
export interface Phone {
  number: string;
  notes: string | null;
}

/** Seven to fifteen digits (ITU-T E.164) in groups, then what is dialed after pauses: "+1 312 555 0100,,123#,,*45#". */
const written =
  /(?<![\d#*])(?:\+\d{1,3}[\s.-]?|1[\s.-]|1(?=\())?(?:\(\d{2,4}\)[\s.-]{0,2})?\d{2,15}(?:[\s.-]{1,2}\d{2,7}){0,5}(?:\s?[,;]+\s?[\d*#]+(?=[^\d-]|$))*(?![\d])/g;

// cspell:ignore reunión
/** Words before a number that is not for calling. */
const notToCall =
  // eslint-disable-next-line regexp/no-super-linear-move -- maxBefore
  /(?:(?:\b(?:zoom|webex|fax|tty|tdd|id|pin|code|passcode|password|access|clave|contraseña|meeting|reunión)|#)(?:\s?(?:is|no|number|#|:|\.))*)\s*$/i;

// cspell:ignore mensajes textos PQRS WXYZ
/** Words beside a number that takes no voice calls: texts only, fax or TTY. */
const textOnly =
  /\b(?:(?:texts?|sms|messages)(?:ing)?[ -]only|only (?:texts?|sms)|no (?:phone )?calls?|(?:don['’]t|do not) call|s[oó]lo (?:textos?|mensajes|sms)|(?<=^\W{0,3})(?:fax|tty|tdd))\b/i;

/** Maximum characters before and after a number that are searched for such words. */
const maxBefore = 60;

/** Returns the first number in a text that can be called; null if there is none. */
export function phoneIn(text: string | null): Phone | null {
  const said = withPlainHyphens(withFigures(text ?? ""));
  // A link has digits too.
  const unlinked = said.replace(links, (link) => " ".repeat(link.length));
  const found = [...unlinked.matchAll(written)].filter(({ 0: number }) => canBeCalled(number.split(/[,;]/, 1)[0]!));
  for (const [at, { 0: number, index }] of found.entries()) {
    const before = said.slice(Math.max(0, index - maxBefore), index);
    const until = Math.min(found[at + 1]?.index ?? said.length, index + number.length + maxBefore);
    const isForText = textOnly.test(said.slice(index + number.length, until)) || (at === 0 && textOnly.test(before));
    if (!isForText && !notToCall.test(before)) return { number, notes: around(said, index, number.length) };
  }
  return null;
}

const links = /https?:\/\/\S+|\b[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.[a-z]{2,10}\/\S*/gi;

/** A number spelled partly as a word, to be memorable: "1-800-GO-SOBER". */
const spelled = /(?<![\w-])(?:1[-. ])?\(?(8(?:00|33|44|55|66|77|88))\)?[-. ]{1,2}([\dA-Z]{1,9}(?:-[\dA-Z]{1,9}){0,2})(?![\w-])/g;
const keys = ["ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"];

/** Puts such numbers in digits before the original: "1-800-467-6237 (1-800-GO-SOBER)". */
function withFigures(text: string): string {
  return text.replace(spelled, (all, area: string, word: string) => {
    const figures = word.replaceAll("-", "").replace(/[A-Z]/g, (letter) => `${keys.findIndex((key) => key.includes(letter)) + 2}`);
    return figures.length < 7 || !/[A-Z]{3}/.test(word) ? all : `1-${area}-${figures.slice(0, 3)}-${figures.slice(3, 7)} (${all})`;
  });
}

/** Returns a text with a number that cannot be called, such as a room's, unchanged; null if it has none. */
export function roomNumber(said: string | null): string | null {
  return said !== null && /[1-9]/.test(said) && /\d[\d -]{7,13}\d/.test(said) ? said : null;
}

/** Replaces dashes and slashes within numbers by hyphens: "605–555–0123", "605 - 555 - 0123", "605/555-0123". */
function withPlainHyphens(text: string): string {
  return text
    .replace(/(?<=\d)\.0$/, "")
    .replace(/(?<![\d/])(\d{3})\/(\d{3})\/(\d{4})(?![\d/])/g, "$1-$2-$3")
    .replace(/(?<=(?<!\d)\d{3}\)?) ?[-‐‑‒–—/] ?(?=\d{3} ?[-‐‑‒–—.] ?\d{4}(?!\d))|(?<=(?<!\d)\d{3}) ?[-‐‑‒–—] ?(?=\d{4}(?!\d))/g, "-");
}

/**
 * Whether a number can be called. Nine digits, or eleven that start with neither 1 nor 0, are a room's number unless written with "+" or "(".
 */
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
