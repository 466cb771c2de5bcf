import { isDeepStrictEqual } from "node:util";
import { fieldsIn } from "../form/values.ts";

/** Matches the items of one list with those of another: by key, and only replacements by kind or position. */

/** An item of a list, with the earlier one that it corresponds to. */
export interface Paired {
  item: unknown;
  /** Its index in the earlier list; null if it is new. */
  was: number | null;
}

/** Returns what identifies an item: the number or address of a contact, the address of a source, the words of a text. */
export function keyOfItem(item: unknown): string {
  const { kind, value, url, en } = fieldsIn(item);
  if (typeof value === "string") return `${String(kind)} ${value}`;
  if (typeof url === "string") return url;
  return typeof en === "string" ? en : JSON.stringify(item);
}

/**
 * Pairs the items of a list with those it had before: identical ones first, then those with the same key, then replacements of the same kind,
 * such as a corrected number.
 */
export function pairItems(before: readonly unknown[], after: readonly unknown[]): Paired[] {
  const free = new Set(before.keys());
  const was = new Map<number, number>();
  const pair = (isSame: (old: number, now: number) => boolean) => {
    for (const now of after.keys()) {
      const old = was.has(now) ? undefined : [...free].find((number) => isSame(number, now));
      if (old === undefined) continue;
      free.delete(old);
      was.set(now, old);
    }
  };
  pair((old, now) => isDeepStrictEqual(before[old], after[now]));
  pair((old, now) => keyOfItem(before[old]) === keyOfItem(after[now]));
  pair((old, now) => isReplacement(before[old], after[now], old === now));
  return after.map((item, now) => ({ item, was: was.get(now) ?? null }));
}

/** Whether an item may replace another. Strings (names, ids) never do; objects may. */
function isReplacement(old: unknown, now: unknown, inPlace: boolean): boolean {
  const { kind } = fieldsIn(old);
  if (typeof old !== "object") return false;
  return kind === undefined ? inPlace : kind === fieldsIn(now)["kind"];
}
