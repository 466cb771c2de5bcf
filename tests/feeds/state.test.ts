import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { feedNames, feedState, rememberAsked, rememberFailed, rememberFetched, rememberTags } from "../../src/feeds/state.ts";

const root = join(import.meta.dirname, "../../src");

describe("what is remembered of a feed", () => {
  let db: Database;
  beforeEach(() => {
    db = openDatabase(":memory:");
  });
  afterEach(() => db.close());

  it("is written and read in one file alone", () => {
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const users = files.filter((file) => /\b(?:FROM|INTO|UPDATE|JOIN) feeds\b/.test(readFileSync(join(root, file), "utf8")));
    expect(users).toEqual(["feeds/state.ts"]);
  });

  it("is nothing at first, then how often in a row it failed, and again nothing of that once it comes", () => {
    expect(feedState(db, "elm")).toMatchObject({ failures: 0, fetched: null, problem: null });
    rememberAsked(db, "elm", "2026-11-23T12:00:00.000Z");
    expect(feedState(db, "elm")).toMatchObject({ failures: 1, problem: "The process that read it has not come to its end." });
    rememberFailed(db, "elm", "It refuses the connection.");
    rememberAsked(db, "elm", "2026-11-23T13:00:00.000Z");
    rememberFailed(db, "elm", "It does not answer.");
    expect(feedState(db, "elm")).toMatchObject({
      failures: 2,
      fetched: null,
      asked: "2026-11-23T13:00:00.000Z",
      problem: "It does not answer.",
    });
    rememberFetched(db, { id: "elm", name: "Elm list" }, "2026-11-23T14:00:00.000Z");
    rememberTags(db, "elm", '"7"', null);
    expect(feedState(db, "elm")).toEqual({
      ...{ etag: '"7"', last_modified: null, fetched: "2026-11-23T14:00:00.000Z", asked: "2026-11-23T14:00:00.000Z" },
      ...{ problem: null, failures: 0, reopens: null },
    });
  });

  it("names a feed by its id until it has a name", () => {
    rememberAsked(db, "elm", "2026-11-23T12:00:00.000Z");
    rememberFetched(db, { id: "oak", name: "Oak list" }, "2026-11-23T12:00:00.000Z");
    expect([...feedNames(db)].sort()).toEqual([
      ["elm", "elm"],
      ["oak", "Oak list"],
    ]);
  });
});
