import { tagIds, type Vocabulary } from "../listing/vocabulary.ts";
import type { Document } from "./document.ts";

/** What a row of the library shows of an entry. */
export interface DocumentCard {
  id: string;
  title: string;
  authors: string[];
  year: string | null;
  publisher: string | null;
  summary: Document["summary"];
  facets: Record<string, string[]>;
}

/** Builds the row of results for a library entry. */
export function documentCard(vocabulary: Vocabulary, { id, title, authors, year, publisher, summary, facets }: Document): DocumentCard {
  return { id, title, authors, year, publisher, summary, facets: tagIds(vocabulary, facets) };
}
