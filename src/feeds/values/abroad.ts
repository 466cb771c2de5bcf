import { stateNamed } from "../../places/states.ts";
import { inFullWords, plainWords } from "../../places/town.ts";

/** Which words name another country than the US, or a part of one. */

const inTheUs = /^(u\.?s\.?a?\.?|united states( of america)?|america|ee\.? ?uu\.?|estados unidos)$/i;

/** Canada's provinces, of whose letters no state has any; only a word that is written in capitals is such letters. */
const provinceCodes = /^(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|PEI|QC|SK|YT)$/;
const provinceNames =
  /^(?:alberta|alta\.?|b\.c\.|british columbia|manitoba|new brunswick|newfoundland(?: and labrador| & labrador)?|nova scotia|ontario|ont\.|prince edward island|qu[eé]bec|saskatchewan|sask\.?|yukon|nunavut|northwest territories)$/i;
/** Behind a province, or behind a comma after it: "T1J 0P4". */
const canadianCode = /^(.*?)(?:^| )[a-z]\d[a-z][ -]?\d[a-z]\d$/i;

/** The names of countries in the languages in which feeds of the US are written, and some that lists of countries lack. */
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

/** Whether words name a country in full; "Georgia" is one too. */
export const isCountry = (words: string) => countries.has(words.toLowerCase());

/** The English name of the country with a code of two letters; null where none has it. */
export const countryWithCode = (code: string) => (/^[A-Za-z]{2}$/.test(code) ? (byCode.of(code.toUpperCase()) ?? null) : null);

/** Whether words name a province of Canada, alone or with a postal code behind it: "SK", "Alberta T1J 0P4". */
export function isProvince(words: string): boolean {
  const name = words.trim().match(canadianCode)?.[1] ?? words.trim();
  return provinceCodes.test(name) || provinceNames.test(name);
}

/** Whether a country is another than the US; false for a word that is not a country at all. */
export function isAbroad(country: string | null): boolean {
  if (country === null || isUs(country) || islands.test(country)) return false;
  const isState = country.length > 2 && stateNamed(inFullWords(plainWords(country)).join(" ")) !== null;
  return !isState && (isCountry(country) || countryWithCode(country) !== null);
}

/** "US", or a country in its feed's words. */
export function countryOf(text: string | null): string | null {
  return text !== null && isUs(text) ? "US" : text;
}
