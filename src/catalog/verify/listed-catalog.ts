import type { Document } from "../../library/document.ts";
import type { Contact, Program } from "../../programs/program.ts";
import type { Text } from "../../words/languages.ts";

/** The listings of a catalog, read and valid by their schemas. */
export interface ListedCatalog {
  programs: readonly Program[];
  documents: readonly Document[];
  /** The hosts whose pages are somebody else's, whatever they are about; a host includes those within it. */
  hostsOfOthers: readonly string[];
}

/** A program or a document of the library. */
export type Listing = Program | Document;

/** What is wrong, and in which listing. */
export type Problem = readonly [id: string, message: string];

/** Finds what is wrong with some listings, among all that there are. What it says of others is not asked for. */
export type CatalogCheck = (judged: ListedCatalog, all: ListedCatalog) => Problem[];

/** Everything that the catalog lists. */
export function listingsOf({ programs, documents }: ListedCatalog): Listing[] {
  return [...programs, ...documents];
}

/** Everything in a listing that is written in sentences. */
export function proseOf(listing: Listing): string[] {
  const { summary, description, cost, doubts } = listing;
  const own =
    "contacts" in listing ? [listing.nextStep, listing.whoFor, listing.howOften, listing.ruralNotes] : [listing.keyFinding, listing.limits];
  return [summary, ...description, cost, ...doubts, ...own].filter((text) => text !== null).map(english);
}

/** A text as the checks read it. */
export const english = ({ en }: Text) => en;

/** True for what is dialed or texted. */
export function isDialed({ kind }: Contact): boolean {
  return kind === "call" || kind === "text" || kind === "tty";
}
