import type { Facet } from "../../search/facets/counts.ts";
import { type Filter, filterQuery, type ListSchema } from "../../search/filter.ts";
import { filterUrl } from "../../site/urls.ts";
import type { FacetName, SortName } from "../../words/filter-phrases.ts";
import type { Words } from "../../words/words.ts";

/** What the pages of one list are made with: its address, what can be asked of it, and how that is said. */
export interface ListPage {
  url: string;
  /** Where readers say what is missing. */
  suggestUrl: string;
  schema: NamedSchema;
  words: Words;
  count: (total: number) => string;
  legends: Record<FacetName, string>;
  /** The facet that is open before anything is chosen. */
  open: FacetName;
}

/** What can be asked of a list whose facets and orders all have a name in the words. */
export interface NamedSchema extends ListSchema {
  facets: readonly (Facet & { name: FacetName })[];
  sorts: readonly SortName[];
}

/** How many rows a page of results has, in HTML and JSON. */
export const pageSize = 20;

/** How many pages there are. */
export function pageCount(total: number): number {
  return Math.ceil(total / pageSize);
}

/** Where the rows of a filter's page begin, counted from 0. */
export function pageStart({ page }: Filter): number {
  return (page - 1) * pageSize;
}

/** The address of a filter on this list. */
export function urlOf({ url, schema }: ListPage, filter: Filter): string {
  return filterUrl(url, schema, filter);
}

/** Whether nothing at all is asked. */
export function isUnfiltered({ schema }: ListPage, filter: Filter): boolean {
  return filterQuery(schema, filter) === "";
}
