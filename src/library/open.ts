import type { Database } from "../database/open.ts";
import type { CheckRules } from "../listing/check.ts";
import { type CheckTurns, readCheckTurns } from "../listing/check-turns.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import type { ListIndex } from "../search/index/build.ts";
import { cardColumn, type OpenCollection, openCollection } from "../search/open.ts";
import type { Lexicon } from "../search/words/lexicon.ts";
import type { DocumentCard } from "./card.ts";
import { documentCollection } from "./facets.ts";

/** The library with its index in memory, and what changes in it with the date alone. */
export type OpenDocuments = OpenCollection<DocumentCard> & ReturnType<typeof documentCollection> & { turns: CheckTurns };

/** Opens the library over its index. */
export function openDocuments(db: Database, vocabulary: Vocabulary, lexicon: Lexicon, index: ListIndex, rules: CheckRules): OpenDocuments {
  const collection = documentCollection(vocabulary);
  const open = openCollection(db, collection, lexicon, index, cardColumn<DocumentCard>(db, "documents"));
  return { ...open, ...collection, turns: readCheckTurns(index.facetIndex, rules) };
}
