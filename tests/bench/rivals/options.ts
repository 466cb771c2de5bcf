import type { Facet } from "../../../src/search/facets/counts.ts";

/** Every option of a list as a number, those of one facet in a row. */
export interface Options {
  /** The numbers to store for a row's "facet value". */
  stored: ReadonlyMap<string, readonly number[]>;
  /** The numbers to look for, and to add up, for an option's "facet value". No row has two of them. */
  counted: ReadonlyMap<string, readonly number[]>;
}

/**
 * Numbers the options. One that stands for others of its facet ("at least weekly") is stored as a number of its own, so that nothing
 * is counted twice; what all options share ("nationwide", in each state) is one number that each adds to its own.
 */
export function numberOptions(facets: readonly Facet[]): Options {
  const stored = new Map<string, number[]>();
  const counted = new Map<string, number[]>();
  let next = 0;
  for (const { name, values } of facets) {
    const known = new Set(values.map(({ id }) => id));
    const shared = new Map<string, number>();
    for (const { id, standsFor = [id] } of values) {
      const own = next++;
      const others = standsFor.filter((other) => !known.has(other) && other !== id);
      for (const tag of standsFor.filter((other) => !others.includes(other))) push(stored, `${name} ${tag}`, own);
      for (const tag of others.filter((other) => !shared.has(other))) {
        shared.set(tag, next);
        push(stored, `${name} ${tag}`, next++);
      }
      counted.set(`${name} ${id}`, [own, ...others.map((tag) => shared.get(tag)!)]);
    }
  }
  return { stored, counted };
}

function push(lists: Map<string, number[]>, key: string, number: number): void {
  lists.set(key, [...(lists.get(key) ?? []), number]);
}
