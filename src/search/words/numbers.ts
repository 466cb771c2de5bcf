import { completionsOf, everyWordOf, fold, type KnownWords } from "./text.ts";

/**
 * Telephone numbers and short codes in typed text. A listing is found by its numbers because each is a word of its texts, normalized by
 * `searchedNumber`.
 */

/** A number that was typed. */
export interface TypedNumber {
  /** The text as typed. */
  typed: string;
  /** Known numbers equal to it or beginning with it, an exact match first; empty where no listing has one. */
  found: string[];
}

/** Six digits or more, with any separators: partial numbers and short codes are searched once they are too long for a ZIP code. */
const digitRun = /(?<![\p{L}\p{N}])\+?\(?\d(?:[\s().\-\u2010-\u2013/]*\d){5,}(?![\p{L}\p{N}])/gu;
const nationalDigits = 10;
const localDigits = 7;
/** Length of a ZIP+4 code written without a hyphen. */
const zipDigits = 9;

/**
 * Returns the searchable forms of a number: "+1 800-662-4357" becomes "8006624357" and, for local callers, "6624357". Digits keyed in after
 * it answers ("…,,123#") are left out.
 */
export function searchedNumber(number: string): string[] {
  const national = number
    .split(/[,;#]/, 1)[0]!
    .replace(/\D/g, "")
    .replace(/^1(?=\d{10}$)/, "");
  return national.length === nationalDigits ? [national, national.slice(-localDigits)] : [national];
}

/** Returns the first number in typed text; null where there is none. */
export function numberIn(q: string, words: KnownWords): TypedNumber | null {
  return digitsIn(q, words) ?? lettersIn(q, words);
}

function digitsIn(q: string, words: KnownWords): TypedNumber | null {
  for (const [typed] of q.matchAll(digitRun)) {
    if (/^\+(?!1)/.test(typed)) return { typed: typed.trim(), found: [] };
    const digits = nationalNumber(typed);
    if (digits !== null) return { typed: typed.trim(), found: completionsOf(words, digits) };
  }
  return null;
}

/** Returns the digits of a run that is grouped like an American number, without the country code; null for years, ZIP codes and the like. */
function nationalNumber(typed: string): string | null {
  const groups = typed.match(/\d+/g)!;
  if (groups.length > 1 && groups[0] === "1") groups.shift();
  const digits = groups.join("").replace(/^1(?=\d{10}$)/, "");
  const isGrouped = groups[0]!.length === 3 || (groups[0]!.length > 5 && groups[0]!.length !== zipDigits);
  return isGrouped && digits.length > 5 && digits.length <= nationalDigits ? digits : null;
}

/** Finds a number spelled in letters, such as 1-800-GAMBLER or 273-TALK, if a listing has it: "800 hotline" is only words. */
function lettersIn(q: string, { counts }: KnownWords): TypedNumber | null {
  const typed = everyWordOf(fold(q).replace(/(?<=\d)(?=\p{L})/gu, " "));
  for (let at = 0; at < typed.length; at++) {
    if (!/^(?:1?\d{3}|1)$/.test(typed[at]!)) continue;
    for (let end = at + 2; end <= typed.length; end++) {
      const spelled = typed.slice(at, end);
      const dialed = dial(spelled.join("")).replace(/^1/, "");
      if (dialed.length < localDigits || !spelled.some((word) => /\p{L}/u.test(word))) continue;
      const number = [dialed.slice(0, nationalDigits), dialed.slice(0, localDigits)].find((number) => counts.has(number));
      if (number !== undefined) return { typed: spelled.join("-"), found: [number] };
      if (dialed.length > nationalDigits) break;
    }
  }
  return null;
}

const keypad = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];

/** Replaces letters with the digits of their phone keys. */
function dial(text: string): string {
  return text.replace(/[a-z]/g, (letter) => String(keypad.findIndex((letters) => letters.includes(letter))));
}
