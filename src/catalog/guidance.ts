import { join } from "node:path";
import * as z from "zod";
import { dateSchema } from "../listing/date.ts";
import { idSchema, urlSchema } from "../listing/fields.ts";
import { textSchema } from "../listing/text.ts";
import { assignableIds, type Vocabulary } from "../listing/vocabulary.ts";
import { readPage } from "./read.ts";

function guidanceSchema(vocabulary: Vocabulary) {
  const choices = (facet: string) => z.array(z.enum(assignableIds(vocabulary, facet))).optional();
  return z.array(
    z.strictObject({
      id: idSchema,
      heading: textSchema,
      paragraphs: z.array(textSchema),
      /** Steps to take, in order, each with the pages needed for it. */
      steps: z
        .array(z.strictObject({ text: textSchema, links: z.array(z.strictObject({ label: textSchema, url: urlSchema })) }))
        .default([]),
      /**
       * Figures from research, one sentence each, with the study or the agency's page and its date. `readAt` is the page where we read it,
       * if that is a different one.
       */
      figures: z.array(
        z.strictObject({ text: textSchema, source: urlSchema, date: dateSchema.nullable(), readAt: urlSchema.nullable().default(null) }),
      ),
      /** Filters that find programs for this section. */
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
      /** Library entries for further reading. */
      library: z.array(idSchema),
    }),
  );
}

export type Guidance = z.infer<ReturnType<typeof guidanceSchema>>;

/** Reads the guidance on mutual support in rural places, section by section. Throws an Error if the file does not fit the schema. */
export function readGuidance(folder: string, vocabulary: Vocabulary): Guidance {
  return readPage(join(folder, "guidance.json"), guidanceSchema(vocabulary));
}
