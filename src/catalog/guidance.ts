import { join } from "node:path";
import * as z from "zod";
import { dateSchema } from "../listing/date.ts";
import { idSchema, urlSchema } from "../listing/fields.ts";
import { textSchema } from "../listing/text.ts";
import { assignableIds, type Vocabulary } from "../listing/vocabulary.ts";
import { facetNames } from "../words/filter-phrases.ts";
import { readPage } from "./read.ts";

/** The pages of the catalog that are one file each: the editors' texts, so they are data. */

function guidanceSchema(vocabulary: Vocabulary) {
  const choices = (facet: string) => z.array(z.enum(assignableIds(vocabulary, facet))).optional();
  return z.array(
    z.strictObject({
      id: idSchema,
      heading: textSchema,
      paragraphs: z.array(textSchema),
      /** What to do, in order, each with the pages that one needs for it. */
      steps: z
        .array(z.strictObject({ text: textSchema, links: z.array(z.strictObject({ label: textSchema, url: urlSchema })) }))
        .default([]),
      /**
       * What was measured: one sentence each, with the study or the agency's page and its date. `readAt` is the page that we read it on,
       * where that is another.
       */
      figures: z.array(
        z.strictObject({ text: textSchema, source: urlSchema, date: dateSchema.nullable(), readAt: urlSchema.nullable().default(null) }),
      ),
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
}

export type Guidance = z.infer<ReturnType<typeof guidanceSchema>>;

/** The guidance on mutual support in a rural place, section by section. Throws a sentence when the file does not fit. */
export function readGuidance(folder: string, vocabulary: Vocabulary): Guidance {
  return readPage(join(folder, "guidance.json"), guidanceSchema(vocabulary));
}

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

/** The pages that only say something, each in a file of its name. */
export type ProseName = "about" | "privacy" | "accessibility";

function proseSchema(vocabulary: Vocabulary) {
  return z.strictObject({
    title: textSchema,
    description: textSchema,
    sections: z.array(z.strictObject({ heading: textSchema, paragraphs: z.array(textSchema).min(1) })).min(1),
    /** The facets whose values the page explains at its end, with what each of them means. */
    glossary: z.array(z.enum(facetNames.filter((name) => name in vocabulary))),
  });
}

export type Prose = z.infer<ReturnType<typeof proseSchema>>;

/** What the pages about the site, privacy and accessibility say. Throws a sentence when a file does not fit. */
export function readProse(folder: string, vocabulary: Vocabulary): Readonly<Record<ProseName, Prose>> {
  const schema = proseSchema(vocabulary);
  const read = (name: ProseName) => readPage(join(folder, `${name}.json`), schema);
  return { about: read("about"), privacy: read("privacy"), accessibility: read("accessibility") };
}
