import { facetValue, facetValues } from "../listing/vocabulary.ts";
import type { Context } from "../site/site.ts";
import { inLanguage } from "../words/languages.ts";

/** One state: its two letters, its name, and the phrase for being there ("in the District of Columbia"). */
export interface State {
  id: string;
  name: string;
  where: string;
}

/** A state as an option of a form. */
export interface StateOption {
  value: string;
  label: string;
  chosen: boolean;
}

/** Returns every state by name; `chosen` is the id of the chosen one, or null. */
export function stateOptions({ vocabulary, words }: Context, chosen: string | null): StateOption[] {
  return facetValues(vocabulary, "state").map(({ id, label }) => ({
    value: id,
    label: inLanguage(label, words.language),
    chosen: id === chosen,
  }));
}

/** Returns the state with these two letters, in any case; null if there is none. */
export function stateOf({ vocabulary, words }: Context, letters: unknown): State | null {
  const state = typeof letters === "string" ? facetValue(vocabulary, "state", letters.toUpperCase()) : null;
  return state && { id: state.id, name: inLanguage(state.label, words.language), where: inLanguage(state.phrase, words.language) };
}
