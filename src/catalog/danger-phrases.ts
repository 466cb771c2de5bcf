import { join } from "node:path";
import * as z from "zod";
import { makeSayings, type Sayings } from "../search/words/sayings.ts";
import { readPage } from "./read.ts";

const wordingsSchema = z.array(z.string()).min(1);

/** The sayings that indicate a danger; CONTRIBUTING explains them to editors. */
const dangerPhrasesSchema = (dangers: readonly string[]) =>
  z.strictObject({
    parts: z.record(z.string(), wordingsSchema),
    phrases: z.array(z.strictObject({ danger: z.enum(dangers).nullable(), said: wordingsSchema })),
  });

/** Reads the sayings of a catalog. Throws an Error that names the file, and the field or the part. */
export function readSayings(folder: string, dangers: readonly string[]): Sayings {
  const { parts, phrases } = readPage(join(folder, "danger-phrases.json"), dangerPhrasesSchema(dangers));
  return makeSayings(parts, phrases);
}
