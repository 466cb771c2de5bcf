import * as z from "zod";

/** The languages a text can be in. English is always there; Spanish may be. */
type Language = "en" | "es";

/** A text in each language we have it in. */
export const textSchema = z.strictObject(
  { en: z.string().trim().min(2), es: z.string().trim().min(2).optional() },
  { error: ({ code }) => (code === "invalid_type" ? 'write a text as { "en": "…" }' : undefined) },
);

export type Text = z.infer<typeof textSchema>;

/** The text in this language, or in English where it is not translated yet. */
export function inLanguage(text: Text, language: Language): string {
  return text[language] ?? text.en;
}

/** The text in all its languages, for searching. */
export function everyLanguage(text: Text): string {
  return Object.values(text).join("\n");
}
