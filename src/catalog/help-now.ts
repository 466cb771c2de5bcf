import { join } from "node:path";
import * as z from "zod";
import { idSchema } from "../listing/fields.ts";
import { textSchema } from "../listing/text.ts";
import { readPage } from "./read.ts";

/** The kinds of contact that somebody answers at once. */
const kindsOfLine = ["call", "text", "chat", "tty"] as const;

/** A program's line. Of each kind its first contact is shown; where a language is named, its first in that language. */
const helpLineSchema = z.strictObject({
  program: idSchema,
  kinds: z
    .array(z.enum(kindsOfLine))
    .min(1)
    .default([...kindsOfLine]),
  language: z.string().nullable().default(null),
});

const helpNowSchema = z.array(
  z.strictObject({ id: idSchema, heading: textSchema, lead: textSchema.nullable(), lines: z.array(helpLineSchema).min(1) }),
);

export type HelpNow = z.infer<typeof helpNowSchema>;
export type HelpLine = HelpNow[number]["lines"][number];

/** The groups of lines on the page for help now, in order. Throws a sentence when the file does not fit. */
export function readHelpNow(folder: string): HelpNow {
  return readPage(join(folder, "help-now.json"), helpNowSchema);
}
