import type { Filter } from "../../search/filter.ts";
import { type ListPage, pageCount, urlOf } from "./list-page.ts";

/** Links between the pages of results. */
export interface PagerView {
  here: string;
  previous: string | null;
  next: string | null;
}

/** Returns the links to other pages; null if there is only one page, or the reader is past the last. */
export function pagerView(list: ListPage, filter: Filter, total: number): PagerView | null {
  const { page } = filter;
  const pages = pageCount(total);
  if (pages <= 1 || page > pages) return null;
  return {
    here: list.words.results.page(page, pages),
    previous: page > 1 ? urlOf(list, { ...filter, page: page - 1 }) : null,
    next: page < pages ? urlOf(list, { ...filter, page: page + 1 }) : null,
  };
}
