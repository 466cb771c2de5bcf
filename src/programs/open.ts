import type { Database } from "../database/open.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import type { ListIndex } from "../search/index/build.ts";
import { cardColumn, type OpenCollection, openCollection } from "../search/open.ts";
import type { Lexicon } from "../search/words/lexicon.ts";
import { type SpecialScope, specialScopes } from "./asked-scopes.ts";
import type { ProgramCard } from "./card.ts";
import { programCollection } from "./facets.ts";

/** The programs with their index in memory. */
export type OpenPrograms = OpenCollection<ProgramCard> & ReturnType<typeof programCollection> & { scopes: readonly SpecialScope[] };

/** Opens the programs over their index. */
export function openPrograms(db: Database, vocabulary: Vocabulary, lexicon: Lexicon, index: ListIndex): OpenPrograms {
  const collection = programCollection(vocabulary);
  const scopes = specialScopes(index.facetIndex);
  return { ...openCollection(db, collection, lexicon, index, cardColumn<ProgramCard>(db, "programs")), ...collection, scopes };
}
