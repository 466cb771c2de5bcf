import { join } from "node:path";
import * as z from "zod";
import { assignableIds } from "../listing/vocabulary.ts";
import { dateSchema } from "../listing/date.ts";
import { idSchema, urlSchema } from "../listing/fields.ts";
import { textSchema } from "../listing/text.ts";
import { catalogFolder, readPage } from "./read.ts";

const choices = (facet: string) => z.array(z.enum(assignableIds(facet))).optional();

const schema = z.array(
  z.strictObject({
    id: idSchema,
    heading: textSchema,
    paragraphs: z.array(textSchema),
    /** What was measured: one sentence each, with the page it was read on and that page's date. */
    figures: z.array(z.strictObject({ text: textSchema, source: urlSchema, date: dateSchema.nullable() })),
    /** Filters that lead to programs which fit this section. */
    programs: z.array(
      z.strictObject({
        label: textSchema,
        filter: z.strictObject({
          help: choices("help"),
          format: choices("format"),
          access: choices("access"),
          category: choices("category"),
          frequency: z.array(z.string()).optional(),
        }),
      }),
    ),
    /** Library entries to read on. */
    library: z.array(idSchema),
  }),
);

export type Guidance = z.infer<typeof schema>;

/** The guidance on mutual support in a rural place, section by section. Throws when the file does not fit. */
export function readGuidance(): Guidance {
  return readPage(join(catalogFolder, "guidance.json"), schema);
}
