import { stateNamed } from "../../places/states.ts";
import { inFullWords, plainWords } from "../../places/town.ts";

/** Words that name a country other than the US, or a part of one. */

const inTheUs = /^(u\.?s\.?a?\.?|united states( of america)?|america|ee\.? ?uu\.?|estados unidos|[ée]tats-unis)$/i;

/** Codes of Canada's provinces, none of which is also a state's. Case matters: only a word in capitals is a code. */
const provinceCodes = /^(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|PEI|QC|SK|YT)$/;
const provinceNames =
  /^(?:alberta|alta\.?|b\.c\.|british columbia|manitoba|new brunswick|newfoundland(?: and labrador| & labrador)?|nova scotia|ontario|ont\.|prince edward island|qu[eé]bec|saskatchewan|sask\.?|yukon|nunavut|northwest territories)$/i;
/** Postal code after a province, or alone if a comma separates the two: "T1J 0P4". */
const canadianCode = /^(.*?)(?:^| )[a-z]\d[a-z][ -]?\d[a-z]\d$/i;

/** Names of countries, in the languages that US feeds are written in, and some names that Intl lacks. */
const countries = new Set(["uk", "can", "mex", "england", "scotland", "wales", "northern ireland", "republic of ireland", "ee. uu."]);
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
for (const language of ["en", "es", "fr"]) {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  for (const code of letters.flatMap((one) => letters.map((two) => one + two))) countries.add(names.of(code)?.toLowerCase() ?? "");
}
const byCode = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const islands = /^(?:AS|GU|MP|PR|VI|.*(?:puerto rico|virgin islands|american samoa|guam|northern mariana).*)$/i;

/** Whether words name the US. */
export const isUs = (words: string) => inTheUs.test(words);

/** Whether words name a country in full. True for "Georgia" too. */
export const isCountry = (words: string) => countries.has(words.toLowerCase());

/** Returns the English name of the country with a two-letter code; null if there is none. */
export const countryWithCode = (code: string) => (/^[A-Za-z]{2}$/.test(code) ? (byCode.of(code.toUpperCase()) ?? null) : null);

/** Whether words name a province of Canada, with or without a postal code: "SK", "Alberta T1J 0P4". */
export function isProvince(words: string): boolean {
  const name = words.trim().match(canadianCode)?.[1] ?? words.trim();
  return provinceCodes.test(name) || provinceNames.test(name);
}

/** Whether a country is other than the US; false for a word that is not a country at all. */
export function isAbroad(country: string | null): boolean {
  if (country === null || isUs(country) || islands.test(country)) return false;
  const isState = country.length > 2 && stateNamed(inFullWords(plainWords(country)).join(" ")) !== null;
  return !isState && (isCountry(country) || countryWithCode(country) !== null);
}

/** Returns "US", or a foreign country in the feed's words. */
export function countryOf(text: string | null): string | null {
  return text !== null && isUs(text) ? "US" : text;
}
