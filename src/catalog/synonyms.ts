import { join } from "node:path";
import * as z from "zod";
import { type ListName, listNames } from "../database/versions.ts";
import type { FacetValue } from "../search/facets/counts.ts";
import { makePhrasebook, type Phrasebook } from "../search/words/phrasebook.ts";
import { type Sayings, wordsOfSayings } from "../search/words/sayings.ts";
import { inLanguage } from "../words/languages.ts";
import { readSayings } from "./danger-phrases.ts";
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
    opposite: z.array(z.string()).default([]),
    negates: z.enum(["anything", "opposites"]).nullable().default(null),
    weight: z.number().positive().default(1),
    person: z.boolean().default(false),
    names: z
      .enum([...listNames, "guidance"])
      .nullable()
      .default(null),
    lists: z.array(z.enum(listNames)).optional(),
  });

type ListedRule = z.infer<ReturnType<typeof ruleSchema>>;

/** The meanings of typed phrases, on each list and on any. */
export interface Phrasebooks {
  byList: Readonly<Record<ListName, Phrasebook>>;
  everyPhrase: Phrasebook;
  sayings: Sayings;
}

/** Reads the synonyms and sayings of a catalog, and adds the names of the states. Throws an Error that names the file and the rule. */
export function readPhrasebooks(folder: string, states: readonly FacetValue[]): Phrasebooks {
  const dangers = readDangers(folder).map(({ id }) => id);
  const schema = ruleSchema(dangers);
  const listed = readPage(join(folder, "synonyms.json"), z.array(schema));
  const names = states.map(({ id, label }) => schema.parse({ typed: [inLanguage(label, "en")], filter: { state: id } }));
  const rules = [...names, ...listed];
  const sayings = readSayings(folder, dangers);
  const bookOf = (list: ListName) => makePhrasebook(rules.flatMap((rule) => ruleOn(list, rule) ?? []));
  return {
    byList: { programs: bookOf("programs"), documents: bookOf("documents"), meetings: bookOf("meetings") },
    everyPhrase: makePhrasebook(rules, wordsOfSayings(sayings)),
    sayings,
  };
}

/**
 * Returns a rule as it applies to a list; null if it does not. Synonyms are for longer texts: the short record of a meeting has a single
 * wording, so for meetings a rule without `lists` is only a filter.
 */
function ruleOn(list: ListName, rule: ListedRule): ListedRule | null {
  const { lists, means, filter } = rule;
  if (lists) return lists.includes(list) ? rule : null;
  if (list !== "meetings" || means.length === 0) return rule;
  return Object.keys(filter).length > 0 ? { ...rule, means: [] } : null;
}
