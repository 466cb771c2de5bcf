import * as z from "zod";
import { checkSchema } from "../listing/check.ts";
import { daySchema } from "../listing/date.ts";
import { idSchema, sourceSchema, urlSchema } from "../listing/fields.ts";
import { textSchema } from "../listing/text.ts";
import { facetSchema, type Vocabulary } from "../listing/vocabulary.ts";
import { waiversSchema } from "../listing/waivers.ts";

/** A guide or a piece of research. One file of data/catalog/library. */
export function documentSchema(vocabulary: Vocabulary) {
  const facet = (name: string) => facetSchema(vocabulary, name);
  return z.strictObject({
    id: idSchema,
    title: z.string().min(5),
    alsoKnownAs: z.array(z.string()),
    authors: z.array(z.string()),
    /** As printed; null where the source that we read gives none. */
    year: z
      .string()
      .regex(/^\d{4}$/, { error: 'write a year as "2023", or null where none is given' })
      .nullable(),
    publisher: z.string().nullable(),
    /** One sentence: what it is and for whom. */
    summary: textSchema,
    /** Paragraphs. */
    description: z.array(textSchema).min(1),
    /** What it found, in one or two honest sentences; null where we have not read it. */
    keyFinding: textSchema.nullable(),
    /** What that finding does not show. */
    limits: textSchema.nullable(),
    /** How to cite it, using only what we know. */
    citation: z.string(),
    doi: z.string().nullable(),
    cost: textSchema.nullable(),
    /** Where to read it. `note` says what the link is when it is not the text's own page. */
    links: z
      .array(z.strictObject({ kind: z.enum(["own", "copy", "citation", "organization"]), url: urlSchema, note: textSchema.nullable() }))
      .min(1, { error: "give at least one link: its own page, else its organization's, else where it can be read or is cited" }),
    facets: z.strictObject({
      kind: facet("kind"),
      topic: facet("topic"),
      category: facet("category"),
      access: facet("access"),
      format: facet("format"),
      frequency: facet("frequency"),
    }),
    /** Programs that it is about. */
    programs: z.array(idSchema),
    doubts: z.array(textSchema),
    sources: z.array(sourceSchema).min(1, { error: "a listing without a source is not shown" }),
    added: daySchema,
    waivers: waiversSchema.default({}),
    /** The last check by one of our people; null before the first. */
    lastCheck: checkSchema.nullable().default(null),
  });
}

export type Document = z.infer<ReturnType<typeof documentSchema>>;
