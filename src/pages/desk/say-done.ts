import type { Request } from "express";

/** Returns the sentence for what was just done, named in the URL (`done`); null if it names none. */
export function sayDone(sentences: Readonly<Record<string, string>>, { query }: Request): string | null {
  const said = Object.entries(sentences).find(([name]) => name === query["done"]);
  return said?.[1] ?? null;
}
