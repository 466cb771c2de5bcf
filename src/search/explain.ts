import type { Answer } from "./answer.ts";
import { positionOf } from "./cards.ts";
import { findTerm, indexTexts } from "./index/text-index.ts";
import { type OpenCollection, textsOf } from "./open.ts";
import { placeOf, type Scored } from "./top.ts";
import { textFields } from "./words/text.ts";
import type { Understood } from "./words/understood.ts";

/** Why a search found what it found, for people who improve the synonyms. */
interface Explanation extends Understood {
  /** For each listing, its score (higher is better) and the fields that match. */
  hits: { id: string; score: number; fields: string[] }[];
}

/** Explains a search for these listings; returns null where no words were searched. */
export function explain(
  list: OpenCollection & { table: "programs" | "documents" },
  { understood, matches }: Pick<Answer<unknown>, "understood" | "matches">,
  ids: readonly string[],
): Explanation | null {
  if (!understood) return null;
  const hits = ids.flatMap((id) => {
    const position = positionOf(list, id);
    return position === null
      ? []
      : [{ id, score: matches ? scoreOf(matches, position) : 0, fields: fieldsWith(list, understood, position) }];
  });
  return { ...understood, hits };
}

function scoreOf({ positions, scores }: Scored, position: number): number {
  const place = placeOf(positions, position);
  return positions[place] === position ? scores[place]! : 0;
}

/** Returns the fields in which a listing has any of the terms, by searching each field as if it were a separate listing. */
function fieldsWith(list: OpenCollection, { terms }: Understood, position: number): string[] {
  const fields = textsOf(list, position).map((text, field) => [field, text] as const);
  const phrases = terms.flatMap((term) => [...term.phrases, ...term.synonyms]);
  const index = indexTexts([{ weight: 1, usualLength: null }], new Float64Array(fields.length).fill(1), phrases, fields);
  const found = new Set(terms.flatMap((term) => [...findTerm(index, term).positions]));
  return textFields.filter((_, field) => found.has(field)).map(({ field }) => field);
}
