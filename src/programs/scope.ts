import * as z from "zod";
import { textSchema } from "../listing/text.ts";
import { wordsOf } from "../search/words/text.ts";
import type { Text } from "../words/languages.ts";

/**
 * Whom a program serves. "anybody": everyone who has trouble with alcohol or drugs, or wants somebody to talk to, wherever the program
 * operates. "some": one trouble (gambling, gambling in the family), one line of work (farmers) or one community (women, veterans,
 * families).
 */
export const scopeSchema = z.discriminatedUnion(
  "who",
  [
    z.strictObject({ who: z.literal("anybody") }),
    z.strictObject({
      who: z.literal("some"),
      by: z.enum(["trouble", "work", "community"]),
      /** What or whom, in a few words that lists group by: "Gambling", "Farmers and ranchers", "Women". */
      label: textSchema,
    }),
  ],
  { error: 'write { "who": "anybody" }, or { "who": "some", "by": "trouble", "label": { "en": "Gambling" } }' },
);

/** Returns the id of a scope, made from its label: "families-and-friends". */
export function slugOf({ en }: Text): string {
  return wordsOf(en).join("-");
}
