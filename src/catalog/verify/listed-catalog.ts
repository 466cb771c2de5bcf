import type { Document } from "../../library/document.ts";
import type { Program } from "../../programs/program.ts";
import type { Text } from "../../words/languages.ts";

/** The listings of a catalog, validated by their schemas. */
export interface ListedCatalog {
  programs: readonly Program[];
  documents: readonly Document[];
  /** Hosts whose pages belong to third parties, whatever they are about; each includes its subdomains. */
  hostsOfOthers: readonly string[];
}

/** A program or a document of the library. */
export type Listing = Program | Document;

/** A problem, with the id of its listing. */
export type Problem = readonly [id: string, message: string];

/** A rule beyond the schemas: finds what breaks it among the listings in `judged`, in the context of `all`. Problems that it returns for other listings are ignored. */
export type CatalogRule = (judged: ListedCatalog, all: ListedCatalog) => Problem[];

/** Returns all programs and documents of a catalog. */
export function listingsOf({ programs, documents }: ListedCatalog): Listing[] {
  return [...programs, ...documents];
}

/** Returns all text of a listing that is written in sentences. */
export function proseOf(listing: Listing): string[] {
  const { summary, description, cost, doubts } = listing;
  const own =
    "contacts" in listing ? [listing.nextStep, listing.whoFor, listing.howOften, listing.ruralNotes] : [listing.keyFinding, listing.limits];
  return [summary, ...description, cost, ...doubts, ...own].filter((text) => text !== null).map(english);
}

/** Returns the English text, which is the one that the rules read. */
export const english = ({ en }: Text) => en;
