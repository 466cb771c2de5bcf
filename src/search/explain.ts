import { type OpenCollection, positionOf, textsOf } from "./collection.ts";
import type { Found } from "./answer.ts";
import { textFields } from "./words/text.ts";
import { addScores, indexTexts } from "./index/text-index.ts";
import type { Understood } from "./words/understand.ts";

/** Why a search found what it found: for people who mend the synonyms. */
interface Explained extends Understood {
  /** For each listing: how well it matches, the higher the better, and in which fields. */
  hits: { id: string; score: number; fields: string[] }[];
}

/** Explains a search for these listings; null where no words were asked. */
export function explain(collection: OpenCollection, { understood, matches }: Found<unknown>, listed: readonly string[]): Explained | null {
  if (!understood) return null;
  const hits = listed.map((id) => {
    const position = positionOf(collection, id)!;
    return { id, score: matches?.scores[position] ?? 0, fields: fieldsWith(collection, understood, position) };
  });
  return { ...understood, hits };
}

/** The fields in which a listing has any of what was said: each field is searched as if it were a listing by itself. */
function fieldsWith(collection: OpenCollection, { groups }: Understood, position: number): string[] {
  const each = textsOf(collection, position).map((text, field) => [field, text] as const);
  const index = indexTexts(
    [1],
    new Float64Array(each.length).fill(1),
    groups.flatMap(({ phrases }) => phrases),
    each,
  );
  const scores = new Float64Array(each.length);
  for (const group of groups) addScores(index, group, scores);
  return textFields.filter((_, field) => scores[field]! > 0).map(({ field }) => field);
}
