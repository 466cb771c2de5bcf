import { callTimes, timeEach } from "./call-times.ts";
import type { Databases } from "./databases.ts";
import { type Named, randomWords } from "./meeting-questions.ts";
import { openMeetings, type ProductList } from "./product.ts";
import { chanceFrom } from "./random.ts";
import { against, type Line, step } from "./report.ts";
import { finishTexts, textsTable, wordsBySql } from "./rivals/fts5.ts";
import { assertSame } from "./rivals/same-answer.ts";
import { openSqlList, type SqlList } from "./rivals/sql-list.ts";
import { compare, quickPlan } from "./rounds.ts";

/** Words over 200,000 meetings: common ones, the names of small towns, and both. */

const candidates = 24;

export async function measureWords(databases: Databases): Promise<Line[]> {
  const meetings = openMeetings(await databases.meetings());
  const sql = await step("filling the SQL rival", () => openSqlList(meetings, textsTable));
  finishTexts(sql);
  const chance = chanceFrom(11);
  const names = someNames(meetings);
  const asked = Array.from({ length: candidates }, () => randomWords(chance, names)).filter((q) => agree(meetings, sql, q));
  if (asked.length < candidates / 2) throw new Error(`We and FTS5 agree on ${asked.length} of ${candidates} questions only.`);
  for (const q of asked) assertSame(`words "${q}"`, meetings.answer({ q, exact: true }), wordsBySql(sql, q), "any order");
  const ours = () => asked.map((q) => meetings.answer({ q, exact: true }));
  const whole = await step("words against FTS5", () => compare(ours, () => asked.map((q) => wordsBySql(sql, q)), quickPlan));
  const bare = await step("the same without counts", () => compare(ours, () => asked.map((q) => wordsBySql(sql, q, false)), quickPlan));
  const rare = names.slice(0, candidates).map(({ town }) => town);
  const town = await step("towns only", () =>
    compare(
      () => rare.map((q) => meetings.answer({ q, exact: true })),
      () => rare.map((q) => wordsBySql(sql, q, false)),
      quickPlan,
    ),
  );
  const times = timeEach(asked.length, (at) => meetings.answer({ q: asked[at]! }));
  sql.db.close();
  meetings.close();
  return [
    against("words at 200,000 meetings, by FTS5 with bm25", whole, 1 / 10, asked.length),
    against("  the same, where only we count beside options", bare, null, asked.length),
    against("  the same with names of small towns only", town, null, rare.length),
    ...callTimes("words as typed, at 200,000 meetings", times, null, 5),
  ];
}

/** A typed word also finds longer ones that begin so: we take twelve of them, FTS5 all. Asked is what has no more than twelve. */
function agree(meetings: ProductList, sql: SqlList, q: string): boolean {
  return meetings.answer({ q, exact: true }).total === wordsBySql(sql, q, false).total;
}

/** What to ask for: the fourth field of a meeting's texts is "place · street · town · state · ZIP". */
function someNames(meetings: ProductList): Named[] {
  const names: Named[] = [];
  for (const { texts } of meetings.rows()) {
    const word = texts[0]?.split(" ")[0];
    const town = texts[3]?.split(" · ")[2];
    if (word && town && names.push({ word, town }) === 2000) break;
  }
  return names;
}
