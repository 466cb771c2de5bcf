import type { Request } from "express";

/** What was just done, as an address says it after a form (`done`): one of these sentences, by its name; null where it names none. */
export function sayDone(sentences: Readonly<Record<string, string>>, { query }: Request): string | null {
  const said = Object.entries(sentences).find(([name]) => name === query["done"]);
  return said?.[1] ?? null;
}
