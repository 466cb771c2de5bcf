import type { ListName } from "../../database/versions.ts";
import type { Answer } from "../../search/answer.ts";
import { emptyFilter } from "../../search/filter.ts";
import type { OpenCollection } from "../../search/open.ts";
import { weighWords } from "../../search/weigh.ts";
import type { Context } from "../../site/site.ts";
import { filterUrl } from "../../site/urls.ts";
import type { WayOn } from "../../web/errors.ts";

/** Another list is offered if its best listing covers at least this share of the words, and this much more than the best one here. */
const [minRelevance, minGain] = [0.6, 0.25];

/**
 * Returns links to the guide, if the words of a search name it, then to the same words on the other lists that they name, and on those that
 * match them better, the best first.
 */
export function betterLists(
  context: Context,
  { filter, matches, understood }: Pick<Answer<unknown>, "filter" | "matches" | "understood">,
  here: OpenCollection,
): WayOn[] {
  const { q } = filter;
  const least = Math.max(minRelevance, (matches?.relevance ?? 1) + minGain);
  const isNamed = (name: ListName | "guidance") => understood?.named.includes(name) ?? false;
  const lists = listsOf(context)
    .filter((other) => q !== "" && other.list.table !== here.table && (least <= 1 || isNamed(other.name)))
    .map((other) => ({ ...other, ...weighWords(other.list, q) }))
    .filter((other) => other.total > 0 && (other.relevance >= least || isNamed(other.name)))
    .sort((a, b) => b.relevance - a.relevance)
    .map(({ list, url, label, total }) => ({ label: label(total), href: filterUrl(url, list, { ...emptyFilter, q }) }));
  return isNamed("guidance") ? [howToStart(context), ...lists] : lists;
}

function howToStart({ words, urls }: Context): WayOn {
  return { label: words.home.planningPaths.start, href: urls.guidancePart("start-a-group") };
}

/** Returns every searchable list, with its address and the label of its offer. */
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
