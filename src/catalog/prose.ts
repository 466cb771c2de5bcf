import { join } from "node:path";
import * as z from "zod";
import { textSchema } from "../listing/text.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { facetNames } from "../words/filter-phrases.ts";
import { readPage } from "./read.ts";

/** The pages of text only, each in a file with its name. */
export type ProseName = "about" | "privacy" | "accessibility";

function proseSchema(vocabulary: Vocabulary) {
  return z.strictObject({
    title: textSchema,
    description: textSchema,
    sections: z.array(z.strictObject({ heading: textSchema, paragraphs: z.array(textSchema).min(1) })).min(1),
    /** Facets whose values the page explains at its end. */
    glossary: z.array(z.enum(facetNames.filter((name) => name in vocabulary))),
  });
}

export type Prose = z.infer<ReturnType<typeof proseSchema>>;

/** Reads the pages about the site, privacy and accessibility. Throws an Error if a file does not fit the schema. */
export function readProse(folder: string, vocabulary: Vocabulary): Readonly<Record<ProseName, Prose>> {
  const schema = proseSchema(vocabulary);
  const read = (name: ProseName) => readPage(join(folder, `${name}.json`), schema);
  return { about: read("about"), privacy: read("privacy"), accessibility: read("accessibility") };
}
