import { isDeepStrictEqual } from "node:util";
import { fieldsIn } from "../form/values.ts";

/** Which item of one list is which of another: by what it is called, never by its place alone. */

/** An item of a list beside the one that it was; null where it is new. */
export interface Paired {
  item: unknown;
  /** Its number in the list before. */
  was: number | null;
}

/** What an item is known by: the number or address of a contact, the address of a source, the words of a text. */
export function keyOfItem(item: unknown): string {
  const { kind, value, url, en } = fieldsIn(item);
  if (typeof value === "string") return `${String(kind)} ${value}`;
  if (typeof url === "string") return url;
  return typeof en === "string" ? en : JSON.stringify(item);
}

/**
 * Pairs the items of a list with those it had before: the same first, then those of the same key, then what was put in the place of
 * another of its kind, such as a corrected number.
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

/** Words of a list (names, ids) are never a changed one of the others; what has fields may be. */
function isReplacement(old: unknown, now: unknown, inPlace: boolean): boolean {
  const { kind } = fieldsIn(old);
  if (typeof old !== "object") return false;
  return kind === undefined ? inPlace : kind === fieldsIn(now)["kind"];
}
