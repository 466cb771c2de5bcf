/** Languages of texts. English is required, Spanish is optional. */
export type Language = "en" | "es";

/** A text in each language that we have it in. */
export interface Text {
  en: string;
  es?: string | undefined;
}

const regions = new Map<Language, Intl.DisplayNames>();

/** Returns the name of a country by its two-letter code: "United Kingdom". */
export function countryName(code: string, language: Language): string {
  const names = regions.get(language) ?? new Intl.DisplayNames(language, { type: "region" });
  regions.set(language, names);
  return names.of(code) ?? code;
}

/** Returns the text in this language, or in English if it is not translated yet. */
export function inLanguage(text: Text, language: Language): string {
  return text[language] ?? text.en;
}

/** Returns the text in all its languages, for searching. */
export function everyLanguage(text: Text): string {
  return [text.en, text.es].filter((part) => part !== undefined).join("\n");
}
