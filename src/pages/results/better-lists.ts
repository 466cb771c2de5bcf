import type { ListName } from "../../database/versions.ts";
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

/** The other lists that the words of a search name, and those that answer them better, the best first. */
export function betterLists(
  context: Context,
  { filter, matches, understood }: Pick<Answer<unknown>, "filter" | "matches" | "understood">,
  here: OpenCollection,
): BetterList[] {
  const { q } = filter;
  const least = Math.max(minRelevance, (matches?.relevance ?? 1) + minGain);
  const isNamed = ({ name }: { name: ListName }) => understood?.named.includes(name) ?? false;
  return listsOf(context)
    .filter((other) => q !== "" && other.list.table !== here.table && (least <= 1 || isNamed(other)))
    .map((other) => ({ ...other, ...weighWords(other.list, q) }))
    .filter((other) => other.total > 0 && (other.relevance >= least || isNamed(other)))
    .sort((a, b) => b.relevance - a.relevance)
    .map(({ list, url, label, total }) => ({ label: label(total), href: filterUrl(url, list, { ...emptyFilter, q }) }));
}

/** Every list that has a search, with its address and how it is offered. */
function listsOf({ programs, documents, meetings, words, urls }: Context) {
  const { better } = words.results;
  return [
    {
      name: "programs" as const,
      list: programs,
      url: urls.programs,
      label: (total: number) => better.programs(words.programs.count(total)),
    },
    {
      name: "documents" as const,
      list: documents,
      url: urls.library,
      label: (total: number) => better.documents(words.library.count(total)),
    },
    {
      name: "meetings" as const,
      list: meetings,
      url: urls.meetings,
      label: (total: number) => better.meetings(words.meetings.count(total)),
    },
  ];
}
