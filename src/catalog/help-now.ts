import { readFileSync } from "node:fs";
import { z } from "zod";
import { idSchema } from "../listing/fields.ts";
import { textSchema } from "../listing/text.ts";

const schema = z.array(
  z.strictObject({ id: idSchema, heading: textSchema, lead: textSchema.nullable(), programs: z.array(idSchema).min(1) }),
);

/** The groups of lines on the page for help now, in order. Which line stands where is the editors' choice, so it is data. */
export const helpNow = schema.parse(JSON.parse(readFileSync(new URL("../../data/catalog/help-now.json", import.meta.url), "utf8")));
