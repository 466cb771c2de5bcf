import type { OpenCollection } from "./collection.ts";
import { expressionOf } from "./search.ts";
import type { Understood } from "./understand.ts";

/** Why a search found what it found: for people who mend the synonyms. */
interface Explained extends Understood {
  /** What SQLite was asked. */
  expression: string;
  /** For each listing: in which fields it matched, and how well (bm25, the lower the better). */
  hits: { id: string; score: number; fields: string[] }[];
}

const fields = ["name", "also", "labels", "summary", "body"];

/** Explains a search for these listings. */
export function explain({ db, table, ids, numbers }: OpenCollection, understood: Understood, listed: readonly string[]): Explained {
  const needed = understood.groups.filter(({ typed, optional }) => !optional && !understood.dropped.includes(typed));
  if (needed.length === 0) return { ...understood, expression: "", hits: [] };
  const expression = expressionOf(
    needed,
    understood.groups.filter(({ optional }) => optional),
  );
  const match = db.prepare(`SELECT rank FROM ${table}_text WHERE ${table}_text MATCH ? AND rowid = ?`).pluck();
  const any = needed.flatMap((group) => [expressionOf([group], [])]).join(" OR ");
  const hits = listed.map((id) => {
    const number = numbers[ids.get(id)!]!;
    const score = (match.get(expression, number) as number | undefined) ?? 0;
    return { id, score, fields: fields.filter((field) => match.get(`{${field}} : (${any})`, number) !== undefined) };
  });
  return { ...understood, expression, hits };
}
