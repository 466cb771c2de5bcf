import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { z } from "zod";

/** A file that was not taken, and each reason: which field, and what to write instead. */
export interface Refusal {
  file: string;
  reasons: string[];
}

export interface Listings<T> {
  listings: T[];
  refused: Refusal[];
}

/** Reads every listing in a folder. A file that does not fit the schema is refused by name and costs no other. */
export function readListings<T extends { id: string }>(folder: string, schema: z.ZodType<T>): Listings<T> {
  const read: Listings<T> = { listings: [], refused: [] };
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".json")) continue;
    const result = readListing(join(folder, name), schema);
    if ("reasons" in result) read.refused.push(result);
    else read.listings.push(result.listing);
  }
  return read;
}

function readListing<T extends { id: string }>(file: string, schema: z.ZodType<T>): { listing: T } | Refusal {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    return { file, reasons: [`is not JSON: ${(error as Error).message}`] };
  }
  const result = schema.safeParse(json);
  if (!result.success) return { file, reasons: result.error.issues.map(reasonOf) };
  const expected = basename(file, ".json");
  if (result.data.id !== expected)
    return { file, reasons: [`id: is "${result.data.id}"; name the file ${result.data.id}.json or write "${expected}"`] };
  return { listing: result.data };
}

function reasonOf({ path, message }: z.core.$ZodIssue): string {
  return `${path.join(".") || "file"}: ${message}`;
}
