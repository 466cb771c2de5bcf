import { isDeepStrictEqual } from "node:util";
import type { Answer } from "../product.ts";

/** Throws unless two answers agree, so that nothing is compared with something else. The order is compared only where both sort alike. */
export function assertSame(what: string, ours: Answer, theirs: Answer, order: "same order" | "any order"): void {
  const differing = (["total", "counts", "ids"] as const)
    .filter((field) => field !== "ids" || order === "same order")
    .filter((field) => !isDeepStrictEqual(ours[field], theirs[field]));
  const [field] = differing;
  if (field)
    throw new Error(`${what}: SQL answers another ${field}.\nWe:  ${JSON.stringify(ours[field])}\nSQL: ${JSON.stringify(theirs[field])}`);
}
