import * as z from "zod";
import type { Text } from "../words/languages.ts";

/** A text as editors write it: `{ "en": "…" }`, with `"es"` beside it where it is translated. */
export const textSchema: z.ZodType<Text, Text> = z.strictObject(
  { en: z.string().trim().min(2), es: z.string().trim().min(2).optional() },
  { error: ({ code }) => (code === "invalid_type" ? 'write a text as { "en": "…" }' : undefined) },
);
