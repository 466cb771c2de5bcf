import type { Database } from "../database/open.ts";
import type { CheckRules } from "../listing/check.ts";
import { type CheckTurns, readCheckTurns } from "../listing/check-turns.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import type { Bits } from "../search/facets/bits.ts";
import type { ListIndex } from "../search/index/build.ts";
import { cardColumn, type OpenCollection, openCollection } from "../search/open.ts";
import type { Lexicon } from "../search/words/lexicon.ts";
import { type SpecialScope, specialScopes } from "./asked-scopes.ts";
import type { ProgramCard } from "./card.ts";
import { programCollection } from "./facets.ts";

/** The programs with their index in memory. */
export type OpenPrograms = OpenCollection<ProgramCard> & ReturnType<typeof programCollection> & CheckedPrograms;

interface CheckedPrograms {
  scopes: readonly SpecialScope[];
  checkRules: CheckRules;
  /** What changes with the date alone, and the programs that have sunk by now; null where none has (at.ts). */
  turns: CheckTurns;
  sunk: Bits | null;
}

/** Opens the programs over their index. */
export function openPrograms(
  db: Database,
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  index: ListIndex,
  checkRules: CheckRules,
): OpenPrograms {
  const collection = programCollection(vocabulary);
  const open = openCollection(db, collection, lexicon, index, cardColumn<ProgramCard>(db, "programs"));
  const { facetIndex } = index;
  const turns = readCheckTurns(facetIndex, checkRules);
  return { ...open, ...collection, scopes: specialScopes(facetIndex), checkRules, turns, sunk: null };
}
