import { join } from "node:path";
import * as z from "zod";
import type { FacetValue } from "../search/facets/counts.ts";
import { makePhrasebook, type Phrasebook } from "../search/words/phrasebook.ts";
import { inLanguage } from "../words/languages.ts";
import { readPage } from "./read.ts";

/** One rule of synonyms.json; CONTRIBUTING explains it to editors. */
const ruleSchema = z.strictObject({
  typed: z.array(z.string()).min(1),
  means: z.array(z.string()).default([]),
  instead: z.boolean().default(false),
  filter: z.record(z.string(), z.string()).default({}),
  crisis: z.string().nullable().default(null),
});

/** Reads the synonyms of a catalog, and adds the names of the states. Throws a sentence that names the file and the rule. */
export function readPhrasebook(folder: string, states: readonly FacetValue[]): Phrasebook {
  const listed = readPage(join(folder, "synonyms.json"), z.array(ruleSchema));
  const names = states.map(({ id, label }) => ruleSchema.parse({ typed: [inLanguage(label, "en")], filter: { state: id } }));
  return makePhrasebook([...names, ...listed]);
}
