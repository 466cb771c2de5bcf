import { callTimes, timeEach } from "./call-times.ts";
import type { Databases } from "./databases.ts";
import { openPrograms } from "./product.ts";
import { randomFilter } from "./questions.ts";
import { chanceFrom } from "./random.ts";
import { against, type Line, step } from "./report.ts";
import { pageByGroup } from "./rivals/group-by.ts";
import { assertSame } from "./rivals/same-answer.ts";
import { openSqlList } from "./rivals/sql-list.ts";
import { compare, quickPlan } from "./rounds.ts";

/** Random filters over 50,000 programs: how many, the first twenty, and the count beside every option. */

const size = 50_000;
const questions = 60;

export async function measureFacets(databases: Databases): Promise<Line[]> {
  const programs = openPrograms(await databases.programs(size));
  const sql = await step("filling the SQL rival", () => openSqlList(programs, () => () => undefined));
  const chance = chanceFrom(3);
  const filters = Array.from({ length: questions }, () => ({ ...randomFilter(chance), sort: null, page: 1 }));
  for (const filter of filters) assertSame("facets", programs.answer(filter), pageByGroup(sql, filter.chosen), "any order");
  const compared = await step("facets against GROUP BY", () =>
    compare(
      () => filters.map((filter) => programs.answer(filter)),
      () => filters.map(({ chosen }) => pageByGroup(sql, chosen)),
      quickPlan,
    ),
  );
  const times = timeEach(1000, (at) => programs.answer(filters[at % questions]!));
  sql.db.close();
  programs.close();
  return [
    against("facets at 50,000 programs, by GROUP BY over a facet table", compared, 1 / 100, questions),
    ...callTimes("facets and rows at 50,000 programs", times, null, 0.7),
  ];
}
