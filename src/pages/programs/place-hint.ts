import type { Found } from "../../search/answer.ts";
import { wordsOf } from "../../search/words/text.ts";
import type { Understood } from "../../search/words/understand.ts";
import type { Database } from "../../database/open.ts";
import { type Filter, noFilter } from "../../search/filter.ts";
import { facetValue } from "../../listing/vocabulary.ts";
import { inLanguage } from "../../listing/text.ts";
import { type FoundPlace, findPlaces } from "../../places/find.ts";
import type { Path } from "../meetings/nearby.ts";
import type { Site } from "../../site/site.ts";
import { filterUrl, urls } from "../urls.ts";

/** A ZIP code or a town among the words of a search for programs. Those are filed by state, so its state is offered. */
export interface PlaceMeant {
  note: string;
  paths: Path[];
}

/** Of a name that more states have, as many are offered. */
const mostPlaces = 6;

/** The place that a search names beside what the catalog knows; null where it names none. */
export function placeMeant(site: Site, filter: Filter, { understood }: Found<unknown>): PlaceMeant | null {
  const strange = understood ? strangeWords(filter.q, understood) : "";
  if (!understood || strange === "") return null;
  const places = placesIn(site.db, filter, understood, strange);
  const [place, another] = places;
  const { near } = site.words.programs;
  const rest = { ...filter, q: restOf(understood), exact: false };
  const paths = another
    ? places.flatMap(({ state, label }) => inState(site, rest, state, () => label))
    : places.flatMap(({ state, label }) => [...inState(site, rest, state, near.serving), ...meetingsNear(site, label)]);
  return paths.length > 0 ? { note: near.note(another ? place!.city : place!.label), paths } : null;
}

/** The words that no listing has, or that were taken for a typo, in the order in which they were typed. */
function strangeWords(q: string, { dropped, corrected }: Understood): string {
  const strange = new Set([...dropped.flatMap(wordsOf), ...corrected.map(({ typed }) => typed)]);
  return wordsOf(q)
    .filter((word) => strange.has(word))
    .join(" ");
}

/** All the words may name it ("Bigfork, MT"), or the strange ones in the state that was said ("aa near bigfork montana"), or those alone. */
function placesIn(db: Database, filter: Filter, { filters }: Understood, strange: string): FoundPlace[] {
  const state = filters.find(({ facet }) => facet === "state")?.value ?? filter.chosen["state"]?.[0];
  for (const said of [filter.q, ...(state ? [`${strange}, ${state}`] : []), strange]) {
    const found = findPlaces(db, said, mostPlaces);
    if (found.length > 0) return found;
  }
  return [];
}

/** What else was said, without what was taken for a typo. */
function restOf({ groups, corrected }: Understood): string {
  const taken = new Set(corrected.map((typo) => typo.taken));
  return groups
    .filter(({ typed, optional }) => !optional && !taken.has(typed))
    .map(({ typed }) => typed)
    .join(" ");
}

function inState({ programs, words }: Site, filter: Filter, state: string, say: (state: string) => string): Path[] {
  const known = facetValue("state", state);
  if (!known) return [];
  const { q, chosen } = filter;
  return [
    {
      label: say(inLanguage(known.label, words.language)),
      href: filterUrl(urls.programs, programs, { ...noFilter, q, chosen: { ...chosen, state: [state] } }),
    },
  ];
}

function meetingsNear({ meetings, words }: Site, label: string): Path[] {
  if (meetings.numbers.length === 0) return [];
  return [{ label: words.programs.near.meetings(label), href: filterUrl(urls.meetings, meetings, { ...noFilter, free: { near: label } }) }];
}
