import type { Database } from "../database/open.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import type { ListIndex } from "../search/index/build.ts";
import { cardColumn, type OpenCollection, openCollection } from "../search/open.ts";
import type { Lexicon } from "../search/words/lexicon.ts";
import type { DocumentCard } from "./card.ts";
import { documentCollection } from "./facets.ts";

/** The library with its index in memory. */
export type OpenDocuments = OpenCollection<DocumentCard> & ReturnType<typeof documentCollection>;

/** Opens the library over its index. */
export function openDocuments(db: Database, vocabulary: Vocabulary, lexicon: Lexicon, index: ListIndex): OpenDocuments {
  const collection = documentCollection(vocabulary);
  return { ...openCollection(db, collection, lexicon, index, cardColumn<DocumentCard>(db, "documents")), ...collection };
}
