import type { ListSchema } from "./filter.ts";

/**
 * A table of listings that can be searched and narrowed: programs, documents, meeting times. Its columns `row`, `names`, `weight`, `facets`
 * and `text` are the same in all, so the SQL for them is written once, here; a noun adds its facets, its orders and the content of its
 * cards.
 */
export interface Collection extends ListSchema {
  table: "programs" | "documents" | "meeting_times";
  /** For each order, the column list for ORDER BY. */
  orders: Readonly<Record<string, string>>;
  /** Minimum weight of the terms that a hit matches, as a share of the most that any does: 1 where each word narrows, less for a tail. */
  minimumMatch: number;
}
