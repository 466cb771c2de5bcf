import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type * as z from "zod";
import { root } from "../root.ts";
import { messageFor } from "./messages.ts";

/** The catalog that comes with the project. */
export const catalogFolder = fileURLToPath(new URL("data/catalog/", root));

/** A refused file, and each reason: which field, and what to write instead. */
export interface Refusal {
  file: string;
  reasons: string[];
}

export interface Listings<T> {
  listings: T[];
  /** The text of each listing's file, by id. */
  texts: Map<string, string>;
  refused: Refusal[];
}

/** Reads every listing in a folder. A file that does not fit the schema is added to `refused` and does not affect the others. */
export function readListings<T extends { id: string }>(folder: string, schema: z.ZodType<T>): Listings<T> {
  const read: Listings<T> = { listings: [], texts: new Map(), refused: [] };
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".json")) continue;
    const result = readListing(join(folder, name), schema);
    if ("reasons" in result) read.refused.push(result);
    else {
      read.listings.push(result.listing);
      read.texts.set(result.listing.id, result.text);
    }
  }
  return read;
}

function readListing<T extends { id: string }>(file: string, schema: z.ZodType<T>): { listing: T; text: string } | Refusal {
  const result = readJson(file, schema);
  if ("reasons" in result) return result;
  const { id } = result.data;
  const expected = basename(file, ".json");
  if (id !== expected) return { file, reasons: [`id: is "${id}"; name the file ${id}.json or write "${expected}"`] };
  return { listing: result.data, text: result.text };
}

/** Reads a one-file page of the catalog, such as the guidance. Throws an Error that names the file, the field and what to write instead. */
export function readPage<T>(file: string, schema: z.ZodType<T>): T {
  const result = readJson(file, schema);
  if ("reasons" in result) throw new Error([result.file, ...result.reasons].join("\n  "));
  return result.data;
}

function readJson<T>(file: string, schema: z.ZodType<T>): { data: T; text: string } | Refusal {
  let text: string;
  let json: unknown;
  try {
    text = readFileSync(file, "utf8");
    json = JSON.parse(text);
  } catch (error) {
    return { file, reasons: [`is not JSON: ${(error as Error).message}`] };
  }
  const result = schema.safeParse(json, { error: messageFor });
  return result.success ? { data: result.data, text } : { file, reasons: result.error.issues.map(reasonOf) };
}

/** Formats an issue for an editor: which field, and what to write instead. */
export function reasonOf({ path, message }: z.core.$ZodIssue): string {
  return `${path.join(".") || "file"}: ${message}`;
}
