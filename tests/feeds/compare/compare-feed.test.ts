import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/database/open.ts";
import { bmltChecks } from "../../../src/feeds/compare/bmlt-checks.ts";
import { compareFeed } from "../../../src/feeds/compare/compare-feed.ts";
import { countCompared, countUnexplained, describeComparison, emptyCount } from "../../../src/feeds/compare/describe-comparison.ts";
import { guideChecks } from "../../../src/feeds/compare/guide-checks.ts";
import { importFeed } from "../../../src/feeds/import.ts";
import { jsonContainers } from "../../support/containers.ts";
import { importOptions, someFeed } from "../../support/feeds.ts";
import { withCatalog } from "../../support/site.ts";
import { someMeeting } from "../../support/some-meeting.ts";
import { someMeetings } from "../../support/some-meetings.ts";

let db: Database;
beforeEach(() => {
  db = withCatalog();
});
afterEach(() => db.close());

const keep = (text: string) => importFeed(db, someFeed, text, { ...importOptions, force: true });

function compare(text: string) {
  const count = emptyCount();
  for (const record of compareFeed(db, someFeed, text, importOptions)) countCompared(count, record);
  return { said: describeComparison(count), unexplained: countUnexplained(count) };
}

describe("what is kept beside its source", () => {
  it("is told field by field, with the reason, and without what leads to a person", () => {
    const text = JSON.stringify([...someMeetings, { slug: "gone", archived: true }]);
    keep(text);
    const { said, unexplained } = compare(text);
    expect(unexplained, said).toBe(0);
    for (const line of [
      /notes \(1\): privacy: it leads to one person/,
      /name \(1\): tags, entities or odd letters\n +flathead-first-saturday: “First Saturday Speaker &amp; Supper” → “First Saturday Speaker & Supper”/,
      /time \(2\): read as this time/,
      /day \(1\): read as these days\n.* → “Tue 23:30–00:30, Thu 23:30–00:30”/,
      /state \(1\): in two letters, or no state of the US\n.*“\.MT” → “MT”/,
      /contact_1_phone \(1\): left out/,
      /gone: refused, archived/,
    ])
      expect(said).toMatch(line);
    expect(said).not.toMatch(/Garcia|0123|maria@|hunter2/);
  });

  it("says what nobody reads, what is on one side only, and what another text said", () => {
    const [sunrise, late, ...others] = someMeetings;
    keep(JSON.stringify([sunrise, late]));
    const { said, unexplained } = compare(JSON.stringify([{ ...sunrise, location: "Second Church", parking_spots: 7 }, ...others]));
    expect(unexplained).toBe(0);
    expect(said).toMatch(/location \(1\): kept from another text.*\n.*“Second Church” → “First Church/);
    expect(said).toMatch(/parking_spots \(1\): not read: nobody knows this field/);
    expect(said).toMatch(/flathead-late-night \(Late Night Phone Meeting\): not in the source/);
    expect(said).toMatch(/flathead-closed-hall \(Hall Meeting\): not imported/);
  });

  it.each(Object.entries(jsonContainers))("is explained in every container, with values that are hard to read: %s", (_, container) => {
    for (const value of [
      "Second <b>floor</b>",
      "Ask for Jonas 406-555-0102",
      "noon",
      "https://zoom.us/j/1112223333",
      "7",
      "Montana",
      "  ",
      "n/a",
    ]) {
      const text = container(value);
      keep(text);
      const { said, unexplained } = compare(text);
      expect(unexplained, `${value}: ${said}`).toBe(0);
    }
  });
});

describe("a value that a parser would lose", () => {
  const record = { fields: {}, repairs: [], meeting: someMeeting };
  const lost: [string, unknown][] = [
    ["name", "Evening Light"],
    ["day", 2],
    ["time", "19:30"],
    ["location", "Grange Hall"],
    ["address", "12 Main St"],
    ["formatted_address", "12 Main St, Bigfork, MT 59911, USA"],
    ["city", "Bigfork"],
    ["state", "MT"],
    ["latitude", 48.06],
    ["notes", "Ring twice"],
    ["location_notes", "Upstairs"],
    ["conference_url", "https://zoom.us/j/1112223333"],
    ["conference_url_notes", "Passcode calm"],
    ["timezone", "America/Chicago"],
    ["group", "Sunrise"],
    ["region", "Flathead Valley"],
  ];

  it.each(lost)("is found, and nothing explains it: %s", (field, value) => {
    expect(guideChecks[field]!(value, record)).toMatchObject({ why: null });
  });

  it.each([
    ["meeting_name", "Evening Light"],
    ["weekday_tinyint", "2"],
    ["start_time", "19:30:00"],
    ["location_info", "Upstairs"],
    ["comments", "Ring twice"],
    ["location_municipality", "Bigfork"],
  ])("is found in BMLT too: %s", (field, value) => {
    expect(bmltChecks[field]!(value, record)).toMatchObject({ why: null });
  });
});
