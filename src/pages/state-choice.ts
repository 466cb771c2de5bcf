import { facetValue, facetValues } from "../listing/vocabulary.ts";
import type { Context } from "../site/site.ts";
import { inLanguage } from "../words/languages.ts";

/** One state: its two letters, its name, and how one says that something is there ("in the District of Columbia"). */
export interface State {
  id: string;
  name: string;
  where: string;
}

/** A state as a form offers it. */
export interface StateOption {
  value: string;
  label: string;
  chosen: boolean;
}

/** Every state by name, with the one that is chosen; null where none is. */
export function stateOptions({ vocabulary, words }: Context, chosen: string | null): StateOption[] {
  return facetValues(vocabulary, "state").map(({ id, label }) => ({
    value: id,
    label: inLanguage(label, words.language),
    chosen: id === chosen,
  }));
}

/** The state of two letters, in any case; null where there is none. */
export function stateOf({ vocabulary, words }: Context, letters: unknown): State | null {
  const state = typeof letters === "string" ? facetValue(vocabulary, "state", letters.toUpperCase()) : null;
  return state && { id: state.id, name: inLanguage(state.label, words.language), where: inLanguage(state.phrase, words.language) };
}
