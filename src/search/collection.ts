import type { ListSchema } from "./filter.ts";

/**
 * A table of listings that can be searched and narrowed: programs, documents, the times of meetings. Its columns `row`, `names`,
 * `weight`, `facets` and `text` are the same in all, which is why the SQL for them is written once, here; a noun adds its facets,
 * its orders and what a card holds.
 */
export interface Collection extends ListSchema {
  table: "programs" | "documents" | "meeting_times";
  /** The column list that each order sorts by. */
  orders: Readonly<Record<string, string>>;
  /** Of what typed words say, the share that a listing must have of the most that any has: 1 where each word narrows, less for a tail. */
  minimumMatch: number;
}
