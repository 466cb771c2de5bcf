import { join } from "node:path";
import * as z from "zod";
import { idSchema } from "../listing/fields.ts";
import { textSchema } from "../listing/text.ts";
import { readPage } from "./read.ts";

/** A danger that the words of a search can speak of, and what is said then, above everything else. CONTRIBUTING explains it to editors. */
const dangerSchema = z.strictObject({
  id: idSchema,
  /** What to do in the next minute, in one breath. */
  notice: textSchema,
  /** Whether calling 911 comes before every line. */
  call911: z.boolean(),
  /** Whom to call, in order. A lead says for whom they are: "About to use alone?" */
  lines: z.array(z.strictObject({ lead: textSchema.nullable(), programs: z.array(idSchema).min(1) })),
});

export type Danger = z.infer<typeof dangerSchema>;

/** Reads the dangers of a catalog, the most urgent first. Throws a sentence that names the file and the field. */
export function readDangers(folder: string): Danger[] {
  return readPage(join(folder, "dangers.json"), z.array(dangerSchema));
}
