import type { Chosen, Facet } from "../../../src/search/facets/counts.ts";
import type { Answer } from "../product.ts";
import { allOf, conditionsOf, type SqlList } from "./sql-list.ts";

/** Counts beside every option by `GROUP BY`. */

type Counts = Record<string, number[]>;

/**
 * For each facet, how many of the items each value would leave: a facet's own choices do not narrow its own counts, so each facet
 * with choices has a query of its own, and all others share one. With `found` only the items of that table count; those of one group count once.
 */
export function countByGroup(list: SqlList, chosen: Chosen, source: "all" | "found"): Counts {
  const isChosen = ({ name }: Facet) => (chosen[name]?.length ?? 0) > 0;
  const [narrowed, others] = [list.facets.filter(isChosen), list.facets.filter((facet) => !isChosen(facet))];
  const queries = [{ facets: others, except: null }, ...narrowed.map((facet) => ({ facets: [facet], except: facet.name }))];
  return Object.assign({}, ...queries.map(({ facets, except }) => countOnce(list, facets, chosen, except, source)));
}

function countOnce(list: SqlList, facets: readonly Facet[], chosen: Chosen, except: string | null, source: "all" | "found"): Counts {
  const ranges = facets.flatMap((facet) => rangeOf(list, facet));
  const which = facets.map(() => "option BETWEEN ? AND ?").join(" OR ");
  // What was found is a small table to walk; otherwise the planner scans the options and looks into the lists of choices.
  const from = source === "found" ? "found CROSS JOIN item_options USING (item)" : "item_options";
  const narrowing = allOf(conditionsOf(list, chosen, source === "found" ? "probe" : "scan", except, "item_options.item"));
  const where = `FROM ${from} WHERE (${which}) AND ${narrowing.sql}`;
  const rows = list
    .statement(`SELECT option, count(*) ${list.isGrouped ? `FROM (SELECT DISTINCT option, grp ${where})` : where} GROUP BY option`)
    .raw()
    .all(...ranges, ...narrowing.values) as [option: number, count: number][];
  const counts = new Map(rows);
  const sum = (name: string, id: string) => optionsOf(list, name, id).reduce((total, option) => total + (counts.get(option) ?? 0), 0);
  return Object.fromEntries(facets.map(({ name, values }) => [name, values.map(({ id }) => sum(name, id))]));
}

const optionsOf = ({ options }: SqlList, name: string, id: string) => options.counted.get(`${name} ${id}`)!;

/** The first and the last number of a facet's options. */
function rangeOf(list: SqlList, { name, values }: Facet): [number, number] {
  const numbers = values.flatMap(({ id }) => optionsOf(list, name, id));
  return [Math.min(...numbers), Math.max(...numbers)];
}

/** How many fit, the first twenty in the list's own order, and the counts. */
export function pageByGroup(list: SqlList, chosen: Chosen): Answer {
  const fitting = allOf(conditionsOf(list, chosen, "scan"));
  const total = list
    .statement(`SELECT count(*) FROM items WHERE ${fitting.sql}`)
    .pluck()
    .get(...fitting.values) as number;
  const first = list.statement(`SELECT id FROM items WHERE ${fitting.sql} ORDER BY item LIMIT 20`).pluck();
  return { total, ids: first.all(...fitting.values) as string[], counts: countByGroup(list, chosen, "all") };
}
