import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openSiteWithMeetings } from "../support/meetings.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const queries = [...readme.matchAll(/```sql\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.split(";").filter((query) => query.trim()));
const { db } = openSiteWithMeetings().data;

describe("the database, opened with any SQLite tool", () => {
  it("has three queries in the README", () => expect(queries).toHaveLength(3));

  it.each(queries)("answers %s", (query) => {
    expect(db.prepare(query).all().length).toBeGreaterThan(0);
  });

  it("says in plain SQL which programs can be joined by phone, as their pages do", () => {
    const { count } = db.prepare("SELECT count(*) AS count FROM program_facets WHERE facet = 'format' AND value = 'phone'").get() as {
      count: number;
    };
    const cards = db.prepare("SELECT card FROM programs").pluck().all() as string[];
    expect(count).toBe(cards.filter((card) => JSON.parse(card).facets.format.includes("phone")).length);
  });

  it("says of which meetings one can be sure each week", () => {
    const sure = db.prepare(
      "SELECT DISTINCT name FROM meetings JOIN meeting_facets USING (row) WHERE facet = 'meets' AND value = 'every-week'",
    );
    const names = sure.pluck().all() as string[];
    expect(names).toContain("Sunrise Group");
    expect(names).not.toContain("First Saturday");
  });
});
