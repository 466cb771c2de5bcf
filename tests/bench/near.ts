import { callTimes, timeEach } from "./call-times.ts";
import type { Databases } from "./databases.ts";
import { randomChoices, randomPlace } from "./meeting-questions.ts";
import { now, openMeetings, type ProductList } from "./product.ts";
import { chanceFrom } from "./random.ts";
import { against, type Line, step } from "./report.ts";
import { waitAt } from "./rivals/order-by.ts";
import { nearBySql, nearestBySql, pointsTable } from "./rivals/rtree.ts";
import { assertSame } from "./rivals/same-answer.ts";
import { openSqlList } from "./rivals/sql-list.ts";
import { compare, quickPlan } from "./rounds.ts";

/** Nearest first within fifty miles, half of the questions with filters, over 200,000 meetings. */

const questions = 30;

export async function measureNear(databases: Databases): Promise<Line[]> {
  const meetings = openMeetings(await databases.meetings());
  const sql = await step("filling the SQL rival", () => openSqlList(meetings, (db) => pointsTable(db, waitAt(now))));
  const chance = chanceFrom(13);
  const places = somePlaces(meetings);
  const asked = Array.from({ length: questions }, () => {
    return { chosen: chance.happens(0.5) ? randomChoices(chance) : {}, from: randomPlace(chance, places) };
  });
  for (const { chosen, from } of asked) assertSame("near", meetings.answer({ chosen }, from), nearBySql(sql, chosen, from), "same order");
  const ours = () => asked.map(({ chosen, from }) => meetings.answer({ chosen }, from));
  const whole = await step("near against R*Tree", () =>
    compare(ours, () => asked.map(({ chosen, from }) => nearBySql(sql, chosen, from)), quickPlan),
  );
  const bare = await step("the same without counts", () =>
    compare(ours, () => asked.map(({ chosen, from }) => nearestBySql(sql, chosen, from)), quickPlan),
  );
  const times = timeEach(questions, (at) => meetings.answer({ chosen: asked[at]!.chosen }, asked[at]!.from));
  sql.db.close();
  meetings.close();
  return [
    against("near a place at 200,000 meetings, by R*Tree", whole, 1 / 10, questions),
    against("  the same, where only we count beside options", bare, null, questions),
    ...callTimes("near a place at 200,000 meetings", times, null, 2),
  ];
}

function somePlaces(meetings: ProductList): { latitude: number; longitude: number }[] {
  const places: { latitude: number; longitude: number }[] = [];
  for (const { latitude, longitude } of meetings.rows()) {
    if (latitude !== null && longitude !== null && places.push({ latitude, longitude }) === 2000) break;
  }
  return places;
}
