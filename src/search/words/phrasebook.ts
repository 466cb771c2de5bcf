import { readFileSync } from "node:fs";
import * as z from "zod";
import { facetValues } from "../../listing/vocabulary.ts";
import { inLanguage } from "../../listing/text.ts";
import { root } from "../../root.ts";
import { wordsOf } from "./text.ts";

/** What a typed phrase means. Editors change data/catalog/synonyms.json; its shape is told in CONTRIBUTING. */
const ruleSchema = z.strictObject({
  typed: z.array(z.string()).min(1),
  /** Words and phrases of ours that also answer it. */
  means: z.array(z.string()).default([]),
  /** True where the typed words themselves must not be searched: they would find the opposite, or say nothing. */
  instead: z.boolean().default(false),
  /** A wish that is really a filter: "by phone". */
  filter: z.record(z.string(), z.string()).default({}),
  /** The line to show above the results. */
  crisis: z.string().nullable().default(null),
});

export type Rule = Omit<z.infer<typeof ruleSchema>, "typed">;

/** The rules by typed phrase (folded words, joined by spaces), and how many words the longest has. */
export interface Phrasebook {
  rules: ReadonlyMap<string, Rule>;
  longest: number;
  /** Every phrase that a rule can ask for. */
  phrases: readonly string[];
  /** Every single word that stands in a typed phrase: these are known, so never taken for a typo. */
  words: ReadonlySet<string>;
  /** The same words as candidates for a typo, each counted once. */
  counts: readonly (readonly [word: string, count: number])[];
}

const file = new URL("data/catalog/synonyms.json", root);

/** Reads the synonyms, and adds the names of the states. Throws a sentence that names the file and the rule when it does not fit. */
export function readPhrasebook(): Phrasebook {
  const { data: listed, error } = z.array(ruleSchema).safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (error) throw new Error(`data/catalog/synonyms.json, rule ${error.issues[0]!.path.join(".")}: ${error.issues[0]!.message}`);
  const states = facetValues("state").map(({ id, label }) => ruleSchema.parse({ typed: [inLanguage(label, "en")], filter: { state: id } }));
  const rules = new Map<string, Rule>();
  const phrases = new Set<string>();
  for (const { typed, ...given } of [...states, ...listed]) {
    const rule = { ...given, means: given.means.map(folded) };
    for (const phrase of typed.map(folded)) rules.set(phrase, rule);
    for (const phrase of rule.means) phrases.add(phrase);
  }
  const typed = [...rules.keys()].map((phrase) => phrase.split(" "));
  const words = new Set(typed.flat());
  return {
    rules,
    longest: Math.max(1, ...typed.map(({ length }) => length)),
    phrases: [...new Set([...rules.keys(), ...phrases])],
    words,
    counts: [...words].map((word) => [word, 1]),
  };
}

const folded = (phrase: string) => wordsOf(phrase).join(" ");
