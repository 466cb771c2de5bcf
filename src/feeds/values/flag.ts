import { excerpt } from "./text.ts";

const yes = /^(?:true|yes|y|1|x|d|s[ií]|oui|[12]\d{3}-\d\d-\d\d.*)$/i;
const no = /^(?:false|no?|0|non)$/i;

/** Returns true for "yes", "Y", "x", 1, or a day on which it became so, and false for "no" or 0; null for anything else. */
export function flagOf(value: unknown): boolean | null {
  if (value === undefined || value === null || value === "") return null;
  const word = excerpt(value).trim();
  return yes.test(word) ? true : no.test(word) ? false : null;
}
