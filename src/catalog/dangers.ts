import { join } from "node:path";
import * as z from "zod";
import { idSchema } from "../listing/fields.ts";
import { textSchema } from "../listing/text.ts";
import { readPage } from "./read.ts";

/** A danger that search words can express, and the notice shown for it above everything else. CONTRIBUTING explains it to editors. */
const dangerSchema = z.strictObject({
  id: idSchema,
  /** What to do in the next minute, in very few words. */
  notice: textSchema,
  /** Whether calling 911 comes before every line. */
  call911: z.boolean(),
  /** Lines to call, in order. A lead says who they are for: "About to use alone?" */
  lines: z.array(z.strictObject({ lead: textSchema.nullable(), programs: z.array(idSchema).min(1) })),
});

export type Danger = z.infer<typeof dangerSchema>;

/** Reads the dangers of a catalog, most urgent first. Throws an Error that names the file and the field. */
export function readDangers(folder: string): Danger[] {
  return readPage(join(folder, "dangers.json"), z.array(dangerSchema));
}
