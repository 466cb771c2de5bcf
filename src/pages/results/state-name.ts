import { facetValue } from "../../listing/vocabulary.ts";
import { nameOfState } from "../../places/states.ts";
import type { Context } from "../../site/site.ts";
import { inLanguage } from "../../words/languages.ts";

/** What a state or territory is called, by its two letters; other letters are their own name. */
export function stateName({ vocabulary, words }: Pick<Context, "vocabulary" | "words">, state: string): string {
  const filed = facetValue(vocabulary, "state", state);
  return filed ? inLanguage(filed.label, words.language) : (nameOfState(state) ?? state);
}

/** Whether programs are filed under it: under the states, but not under the territories. */
export function isFiledUnder({ vocabulary }: Pick<Context, "vocabulary">, state: string): boolean {
  return facetValue(vocabulary, "state", state) !== null;
}
