import type { Database } from "../../database/open.ts";
import { facetValue } from "../../listing/vocabulary.ts";
import { type FoundPlace, findPlaces } from "../../places/find.ts";
import type { Answer } from "../../search/answer.ts";
import { emptyFilter, type Filter } from "../../search/filter.ts";
import { wordsOf } from "../../search/words/text.ts";
import type { Understood } from "../../search/words/understand.ts";
import type { Context } from "../../site/site.ts";
import { filterUrl } from "../../site/urls.ts";
import { inLanguage } from "../../words/languages.ts";
import type { Link } from "../meetings/nearby.ts";

/** A ZIP code or a town among the words of a search for programs. Those are filed by state, so its state is offered. */
export interface PlaceHint {
  note: string;
  paths: Link[];
}

/** Of a name that several states have, as many are offered. */
const maxPlaces = 6;

/** The place that a search names, apart from words that the catalog knows; null where it names none. */
export function placeHint(context: Context, { filter, understood }: Answer<unknown>): PlaceHint | null {
  const unknown = understood ? unknownWords(filter.q, understood) : "";
  if (!understood || unknown === "") return null;
  const places = placesIn(context.db, filter, understood, unknown);
  const [place, another] = places;
  const { near } = context.words.programs;
  const rest = { ...filter, q: otherWords(understood), exact: false };
  const paths = another
    ? places.flatMap(({ state, label }) => inState(context, rest, state, () => label))
    : places.flatMap(({ state, label }) => [...inState(context, rest, state, near.serving), ...meetingsNear(context, label)]);
  return place && paths.length > 0 ? { note: near.note(another ? place.city : place.label), paths } : null;
}

/** The words that no listing has, or that were taken for a typo, in the order in which they were typed. */
function unknownWords(q: string, { dropped, corrected }: Understood): string {
  const unknown = new Set([...dropped.flatMap(wordsOf), ...corrected.map(({ typed }) => typed)]);
  return wordsOf(q)
    .filter((word) => unknown.has(word))
    .join(" ");
}

/** All the words may name it ("Bigfork, MT"), or the unknown ones in the state that was named ("aa near bigfork montana"), or those alone. */
function placesIn(db: Database, filter: Filter, { impliedFilters }: Understood, unknown: string): FoundPlace[] {
  const state = impliedFilters.find(({ facet }) => facet === "state")?.value ?? filter.chosen["state"]?.[0];
  for (const name of [filter.q, ...(state ? [`${unknown}, ${state}`] : []), unknown]) {
    const found = findPlaces(db, name, maxPlaces);
    if (found.length > 0) return found;
  }
  return [];
}

/** Words that say less are everyday words. */
const minSaid = 0.3;

/** What else was typed, without what was taken for a typo. */
function otherWords({ terms, corrected }: Understood): string {
  const taken = new Set(corrected.map((typo) => typo.taken));
  return terms
    .filter(({ typed, weight }) => weight > minSaid && !taken.has(typed))
    .map(({ typed }) => typed)
    .join(" ");
}

function inState(context: Context, { q, chosen }: Filter, state: string, label: (state: string) => string): Link[] {
  const { vocabulary, programs, words, urls } = context;
  const known = facetValue(vocabulary, "state", state);
  if (!known) return [];
  const href = filterUrl(urls.programs, programs, { ...emptyFilter, q, chosen: { ...chosen, state: [state] } });
  return [{ label: label(inLanguage(known.label, words.language)), href }];
}

function meetingsNear({ meetings, words, urls }: Context, place: string): Link[] {
  if (meetings.rows.length === 0) return [];
  const href = filterUrl(urls.meetings, meetings, { ...emptyFilter, parameters: { near: place } });
  return [{ label: words.programs.near.meetings(place), href }];
}
