import { join } from "node:path";
import * as z from "zod";
import { idSchema } from "../listing/fields.ts";
import { textSchema } from "../listing/text.ts";
import { catalogFolder, readPage } from "./read.ts";

const schema = z.array(
  z.strictObject({ id: idSchema, heading: textSchema, lead: textSchema.nullable(), programs: z.array(idSchema).min(1) }),
);

export type HelpNow = z.infer<typeof schema>;

/** The groups of lines on the page for help now, in order: the editors' choice, so it is data. Throws when the file does not fit. */
export function readHelpNow(): HelpNow {
  return readPage(join(catalogFolder, "help-now.json"), schema);
}
