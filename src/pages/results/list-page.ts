import type { Facet } from "../../search/facets/counts.ts";
import { type Filter, filterQuery, type ListSchema } from "../../search/filter.ts";
import { filterUrl } from "../../site/urls.ts";
import type { FacetName, SortName } from "../../words/filter-phrases.ts";
import type { Words } from "../../words/words.ts";

/** What the pages of one list are built with: its address, what can be asked of it, and its words. */
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

/** A list whose facets and orders all have a name in the words. */
export interface NamedSchema extends ListSchema {
  facets: readonly (Facet & { name: FacetName })[];
  sorts: readonly SortName[];
}

/** Rows on a page of results, in HTML and JSON. */
export const pageSize = 20;

/** Returns the number of pages. */
export function pageCount(total: number): number {
  return Math.ceil(total / pageSize);
}

/** Returns the index of the first row of a filter's page, from 0. */
export function pageStart({ page }: Filter): number {
  return (page - 1) * pageSize;
}

/** Returns the address of a filter on this list. */
export function urlOf({ url, schema }: ListPage, filter: Filter): string {
  return filterUrl(url, schema, filter);
}

/** Whether the filter asks for nothing at all. */
export function isUnfiltered({ schema }: ListPage, filter: Filter): boolean {
  return filterQuery(schema, filter) === "";
}
