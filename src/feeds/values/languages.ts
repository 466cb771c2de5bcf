import { facetValue, type Vocabulary } from "../../listing/vocabulary.ts";
import { isObject } from "../record.ts";

/** The languages that a record lists: "es", ["en", "fr"], "English, Spanish", "Español", "es-MX". */

interface Spoken {
  /** Ids of the vocabulary's `language` facet. */
  languages: string[];
  /** The names of other languages. */
  others: string[];
}

/** Maximum number of languages read: no meeting has more. */
const maxLanguages = 20;

const english = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
/** Language codes by name, in the languages that lists are written in. */
const codes = new Map<string, string>([
  ["asl", "ase"],
  ...["sp", "esp", "span", "spa", "castellano", "hispano", "hispanic", "latino"].map((word) => [word, "es"] as const),
  ["eng", "en"],
  ["sign language", "ase"],
  ["american sign language", "ase"],
]);
for (const names of ["en", "es", "fr"].map((language) => new Intl.DisplayNames(language, { type: "language", fallback: "none" }))) {
  for (const code of "en es fr de it pt pl ru uk vi zh ja ko ar fa he hi pa ht nl sv no da fi el tr tl am so hu cs sk sr hr ro lt nv km th ne".split(
    " ",
  ))
    for (const form of ["NFC", "NFD"]) codes.set((names.of(code) ?? code).toLowerCase().normalize(form).replace(/\p{M}/gu, ""), code);
}

/** Reads a record's own field for languages; null if it has none that can be read. */
export function languagesIn(value: unknown, vocabulary: Vocabulary): Spoken | null {
  const words = Array.isArray(value)
    ? value.slice(0, maxLanguages).map(nameIn)
    : isObject(value)
      ? [nameIn(value)]
      : typeof value === "string"
        ? value.slice(0, 200).split(/[,;/&|]| and | y /)
        : [];
  const found = words.flatMap((word) => (typeof word === "string" ? codesOf(word.trim().toLowerCase()) : []));
  if (found.length === 0) return null;
  const known = (code: string) => facetValue(vocabulary, "language", code) !== null;
  const unique = [...new Set(found)];
  return { languages: unique.filter(known), others: unique.filter((code) => !known(code)).flatMap((code) => english.of(code) ?? []) };
}

/** Returns "es" for {"code": "es", "name": "Spanish"}. */
const nameIn = (one: unknown) => (isObject(one) ? (one["code"] ?? one["name"]) : one);

/** Combines the languages of the type codes with those of the record's own field. The codes leave English implicit. */
export function withLanguages(
  { otherTypes, languages }: { otherTypes: string[]; languages: string[] },
  spoken: Spoken | null,
): { otherTypes: string[]; languages: string[] } {
  if (spoken === null) return { otherTypes, languages };
  const others = languages.filter((id) => id !== "en");
  return { otherTypes: [...new Set([...otherTypes, ...spoken.others])], languages: [...new Set([...spoken.languages, ...others])] };
}

/** Returns the code of a language, or of each that longer words name: "French (Canada)", "Bilingual Spanish". */
function codesOf(said: string): string[] {
  const code = codeOf(said);
  return code === null ? (said.slice(0, 100).match(/\p{L}{3,}/gu) ?? []).flatMap((word) => codes.get(word) ?? []) : [code];
}

function codeOf(word: string): string | null {
  const named = codes.get(word);
  if (named !== undefined) return named;
  const [code] = word.match(/^[a-z]{2,3}(?=$|[-_][a-z]{2,4}$)/) ?? [];
  return code !== undefined && (code === "ase" || english.of(code) !== undefined) ? code : null;
}
