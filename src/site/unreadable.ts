import { type ListName, listNames } from "../database/versions.ts";
import type { Data } from "./data.ts";

/** A list that the database can no longer read. */
interface Unreadable {
  list: ListName;
  /** A sentence for the operator. */
  problem: string;
}

/** Reads the first row of each list, the last and a random one; returns null where all can be read. */
export function findUnreadable(data: Data): Unreadable | null {
  for (const list of listNames) {
    try {
      const { rows, readCard } = data[list];
      for (const position of [0, rows.length - 1, Math.floor(Math.random() * rows.length)]) readCard(rows[position] ?? 0);
    } catch (error) {
      return { list, problem: `The ${list} in the database cannot be read: ${(error as Error).message}.` };
    }
  }
  return null;
}
