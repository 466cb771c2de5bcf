import type { Answer } from "../../search/answer.ts";
import { emptyFilter } from "../../search/filter.ts";
import type { OpenCollection } from "../../search/open.ts";
import { weighWords } from "../../search/weigh.ts";
import type { Context } from "../../site/site.ts";
import { filterUrl } from "../../site/urls.ts";

/** A link to the same words on another list, with how many it finds. */
export interface BetterList {
  label: string;
  href: string;
}

/** Another list is offered where its best listing is about this much of what was said, and about so much more of it than the best here. */
const [minRelevance, minGain] = [0.6, 0.25];

/** The other lists that answer the words of a search better, the best first. */
export function betterLists(
  context: Context,
  { filter, matches }: Pick<Answer<unknown>, "filter" | "matches">,
  here: OpenCollection,
): BetterList[] {
  const { q } = filter;
  const least = Math.max(minRelevance, (matches?.relevance ?? 1) + minGain);
  if (q === "" || least > 1) return [];
  return listsOf(context)
    .filter(({ list }) => list.table !== here.table)
    .map((other) => ({ ...other, ...weighWords(other.list, q) }))
    .filter(({ relevance, total }) => relevance >= least && total > 0)
    .sort((a, b) => b.relevance - a.relevance)
    .map(({ list, url, label, total }) => ({ label: label(total), href: filterUrl(url, list, { ...emptyFilter, q }) }));
}

/** Every list that has a search, with its address and how it is offered. */
function listsOf({ programs, documents, meetings, words, urls }: Context) {
  const { better } = words.results;
  return [
    { list: programs, url: urls.programs, label: (total: number) => better.programs(words.programs.count(total)) },
    { list: documents, url: urls.library, label: (total: number) => better.documents(words.library.count(total)) },
    { list: meetings, url: urls.meetings, label: (total: number) => better.meetings(words.meetings.count(total)) },
  ];
}
