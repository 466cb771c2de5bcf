import * as z from "zod";
import { dateSchema } from "./date.ts";
import { formHints } from "./form/hints.ts";
import { textSchema } from "./text.ts";

/** What every listing shares: ids, web addresses and sources. */

export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: "an id is lower-case words joined by hyphens, such as smart-recovery",
});

export const urlSchema = z
  .url({ protocol: /^https?$/, error: "give a whole web address, beginning with https:// or http://" })
  .register(formHints, { control: "url" });

/** Where a fact was read, what it supports, and the page's own date (null if it has none). */
export const sourceSchema = z.strictObject({
  url: urlSchema,
  supports: textSchema,
  date: dateSchema.nullable(),
});

export type Source = z.infer<typeof sourceSchema>;
