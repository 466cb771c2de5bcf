import type { Answer } from "../../search/answer.ts";
import { toggle } from "../../search/filter.ts";
import type { WayOn } from "../../web/errors.ts";
import { withoutWords } from "./chips.ts";
import { type ListPage, pageCount, pageStart, urlOf } from "./list-page.ts";
import { chosenValues, knownValue, labelOf } from "./sentence.ts";
import { hasNoKnownWords } from "./understood.ts";

/** What a page of results without a row says, and the ways out of it. */
export interface NothingView {
  reason: string;
  /** Back to the first page, for a reader who is past the last. */
  pastEndUrl: string | null;
  without: { label: string; href: string }[];
  /** Where to report what is missing; null if there are results. */
  suggest: WayOn | null;
}

/** Returns what an empty page says; null if the page has rows. */
export function nothingView(page: ListPage, answer: Answer<unknown>): NothingView | null {
  const { filter, total } = answer;
  const { results } = page.words;
  if (pageStart(filter) < total) return null;
  if (total > 0) {
    return { reason: results.pastEnd(pageCount(total)), pastEndUrl: urlOf(page, { ...filter, page: 1 }), without: [], suggest: null };
  }
  const suggest = { label: page.words.reports.suggest.link, href: page.suggestUrl };
  return { reason: reasonOf(page, answer), pastEndUrl: null, without: waysOut(page, answer), suggest };
}

function reasonOf({ schema, words }: ListPage, { filter, understood }: Answer<unknown>): string {
  const unknown = chosenValues(filter).find(({ facet, value }) => !knownValue(schema, facet, value));
  if (unknown) return words.results.unknown(unknown.value);
  if (understood?.number?.found.length === 0) return words.results.nobodyHas(understood.number.typed);
  return understood && hasNoKnownWords(understood) ? words.results.nothingHas(filter.q) : words.results.nothing;
}

/** Returns, for each choice, how many results there are without it, if any. */
function waysOut(page: ListPage, { filter, without }: Answer<unknown>): NothingView["without"] {
  const { schema, words } = page;
  return without()
    .filter(({ total }) => total > 0)
    .map(({ facet, value, total }) => {
      const isWords = facet === "q";
      return {
        label: words.results.without(isWords ? value : labelOf(schema, facet, value, words), page.count(total)),
        href: urlOf(page, isWords ? withoutWords(filter) : toggle(schema, filter, facet, value)),
      };
    });
}
