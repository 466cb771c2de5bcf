import { facetValue } from "../../listing/vocabulary.ts";
import { nameOfState } from "../../places/states.ts";
import type { Context } from "../../site/site.ts";
import { inLanguage } from "../../words/languages.ts";

/** Returns the name of a state or territory by its two letters; other letters are returned as they are. */
export function stateName({ vocabulary, words }: Pick<Context, "vocabulary" | "words">, state: string): string {
  const filed = facetValue(vocabulary, "state", state);
  return filed ? inLanguage(filed.label, words.language) : (nameOfState(state) ?? state);
}

/** Whether programs are filed under it: states are used, territories are not. */
export function isFiledUnder({ vocabulary }: Pick<Context, "vocabulary">, state: string): boolean {
  return facetValue(vocabulary, "state", state) !== null;
}
