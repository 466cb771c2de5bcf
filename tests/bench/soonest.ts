import { callTimes, timeEach } from "./call-times.ts";
import type { Databases } from "./databases.ts";
import { randomChoices } from "./meeting-questions.ts";
import { now, openMeetings } from "./product.ts";
import { chanceFrom } from "./random.ts";
import { against, type Line, step } from "./report.ts";
import { fillStarts, soonestBySql, startsTable } from "./rivals/order-by.ts";
import { assertSame } from "./rivals/same-answer.ts";
import { openSqlList } from "./rivals/sql-list.ts";
import { compare, quickPlan } from "./rounds.ts";

/** Soonest first with filters, over 200,000 meetings. */

const questions = 20;

export async function measureSoonest(databases: Databases): Promise<Line[]> {
  const meetings = openMeetings(await databases.meetings());
  const sql = await step("filling the SQL rival", () => openSqlList(meetings, startsTable));
  fillStarts(sql);
  const chance = chanceFrom(9);
  const asked = Array.from({ length: questions }, () => randomChoices(chance));
  for (const chosen of asked) assertSame("soonest", meetings.answer({ chosen }), soonestBySql(sql, chosen, now), "same order");
  const ours = () => asked.map((chosen) => meetings.answer({ chosen }));
  const whole = await step("soonest first against ORDER BY", () =>
    compare(ours, () => asked.map((chosen) => soonestBySql(sql, chosen, now)), quickPlan),
  );
  const bare = await step("the same without counts", () =>
    compare(ours, () => asked.map((chosen) => soonestBySql(sql, chosen, now, false)), quickPlan),
  );
  const times = timeEach(questions, (at) => meetings.answer({ chosen: asked[at]! }));
  sql.db.close();
  meetings.close();
  return [
    against("soonest first at 200,000 meetings, by an indexed ORDER BY", whole, 1 / 20, questions),
    against("  the same, where only we count beside options", bare, null, questions),
    ...callTimes("soonest first at 200,000 meetings", times, null, 2.5),
  ];
}
