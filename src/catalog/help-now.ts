import { join } from "node:path";
import * as z from "zod";
import { idSchema } from "../listing/fields.ts";
import { textSchema } from "../listing/text.ts";
import { readPage } from "./read.ts";

/** Kinds of contact that somebody answers immediately. */
const kindsOfLine = ["call", "text", "chat", "tty"] as const;

/** A program's line. The page shows its first contact of each kind; if a language is given, the first in that language. */
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

/** Reads the groups of lines on the page /help-now, in order. Throws an Error if the file does not fit the schema. */
export function readHelpNow(folder: string): HelpNow {
  return readPage(join(folder, "help-now.json"), helpNowSchema);
}
