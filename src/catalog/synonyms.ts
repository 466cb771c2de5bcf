import { join } from "node:path";
import * as z from "zod";
import type { FacetValue } from "../search/facets/counts.ts";
import { makePhrasebook, type Phrasebook } from "../search/words/phrasebook.ts";
import { inLanguage } from "../words/languages.ts";
import { readDangers } from "./dangers.ts";
import { readPage } from "./read.ts";

/** One rule of synonyms.json; CONTRIBUTING explains it to editors. */
const ruleSchema = (dangers: readonly string[]) =>
  z.strictObject({
    typed: z.array(z.string()).min(1),
    means: z.array(z.string()).default([]),
    instead: z.boolean().default(false),
    filter: z.record(z.string(), z.string()).default({}),
    danger: z.enum(dangers).nullable().default(null),
  });

/** Reads the synonyms of a catalog, and adds the names of the states. Throws a sentence that names the file and the rule. */
export function readPhrasebook(folder: string, states: readonly FacetValue[]): Phrasebook {
  const schema = ruleSchema(readDangers(folder).map(({ id }) => id));
  const listed = readPage(join(folder, "synonyms.json"), z.array(schema));
  const names = states.map(({ id, label }) => schema.parse({ typed: [inLanguage(label, "en")], filter: { state: id } }));
  return makePhrasebook([...names, ...listed]);
}
