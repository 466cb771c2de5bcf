import { describe, expect, it } from "vitest";
import { parseBmlt } from "../../src/feeds/bmlt/parse.ts";
import { parseMeetingGuide } from "../../src/feeds/meeting-guide/parse.ts";
import { readRecords } from "../../src/feeds/records/read.ts";
import { linkOf } from "../../src/feeds/values/link.ts";
import { phoneIn } from "../../src/feeds/values/phone.ts";
import { pointOf } from "../../src/feeds/values/point.ts";
import { attackedFields, feedAttacks, fieldAttacks, soundRecord } from "../support/attacks.ts";
import { foundInJson, taken } from "../support/feeds.ts";
import { noReport } from "../support/repairs.ts";
import { vocabulary } from "../support/vocabulary.ts";

/**
 * A pattern whose time grows faster than its text does not end within these tests: at 64 KB the quadratic ones take seconds, the
 * cubic ones hours. `npm run bench -- attack` measures how the time grows; `eslint src` reads the patterns themselves.
 */

const source = { id: "mt", program: "alcoholics-anonymous", fellowship: null, vocabulary };
const parsers = { "meeting-guide": parseMeetingGuide, bmlt: parseBmlt };
const sizes = [1, 8, 64].map((kilobytes) => kilobytes * 1024);

describe("a record with an endless text in one field", () => {
  it.each(Object.entries(fieldAttacks))("is read or refused, and costs no other: %s", (_, attack) => {
    for (const dialect of ["meeting-guide", "bmlt"] as const) {
      const record = soundRecord[dialect];
      for (const size of sizes) {
        const attacked = attackedFields[dialect].map((field, at) => ({
          ...record,
          id_bigint: `${at}`,
          slug: `noon-${at}`,
          [field]: attack(size),
        }));
        const { meetings, refused } = taken(parsers[dialect](source, foundInJson([...attacked, { ...record, id_bigint: "99" }])));
        expect(meetings.length + refused.length).toBe(attacked.length + 1);
        expect(meetings.at(-1)).toMatchObject({ name: "Noon Group" });
      }
    }
  });
});

describe("a feed of endless text", () => {
  it.each(Object.entries(feedAttacks))("is read, or called what it is: %s", (_, attack) => {
    for (const size of sizes) {
      const found = readRecords(attack(size), null);
      const records = "problem" in found ? [] : found.records;
      if ("problem" in found) expect(found.problem).toMatch(/^The feed .*\.$/s);
      const { meetings, refused } = taken(parseMeetingGuide(source, foundInJson(records)));
      expect(meetings.length + refused.length).toBe(records.length);
    }
  });
});

describe("what is cut before any pattern sees it", () => {
  it("is a link: an address that the cut would end is none, one before it is whole", () => {
    const reports: unknown[] = [];
    expect(linkOf(`https://example.org/${"a".repeat(2000)}`, (_, was) => reports.push(was))).toBeNull();
    expect(reports).toEqual(["https:"]);
    expect(linkOf(`https://example.org/noon ${"a".repeat(100_000)}`, noReport)).toBe("https://example.org/noon");
    expect(linkOf(`${" a".repeat(1000)} https://example.org/noon`, noReport)).toBeNull();
  });

  it("is a number of degrees", () => {
    expect(pointOf(`46.${"5".repeat(40)}`, "-110", noReport)).toBeNull();
    expect(pointOf(`46.5,${" ".repeat(80)}-110`, null, noReport)).toBeNull();
    expect(pointOf("46.1234567890123N, 110.1234567890123W", null, noReport)?.longitude).toBeCloseTo(-110.12, 2);
  });

  it("is what stands before a number to call", () => {
    expect(phoneIn(`id${" is".repeat(10)} 2345678`)).toBeNull();
    expect(phoneIn(`id${" is".repeat(1000)} 2345678`)?.number).toBe("2345678");
  });
});

describe("one value too deep for the stack", () => {
  const deep = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));

  it.each(["day", "types", "latitude", "time", "name", "slug"])("is its own record's trouble: %s", (field) => {
    const sound = soundRecord["meeting-guide"];
    const records = [
      { ...sound, slug: "one" },
      { ...sound, slug: "two", [field]: deep },
      { ...sound, slug: "three" },
    ];
    const { meetings, refused } = taken(parseMeetingGuide(source, foundInJson(records)));
    expect(meetings.map(({ id }) => id)).toEqual(expect.arrayContaining(["mt-one", "mt-three"]));
    expect(meetings.length + refused.length).toBe(3);
  });

  it.each(attackedFields.bmlt)("is its own record's trouble in BMLT: %s", (field) => {
    const sound = soundRecord.bmlt;
    const { meetings } = taken(
      parseBmlt(
        source,
        foundInJson([
          { ...sound, [field]: deep },
          { ...sound, id_bigint: "8" },
        ]),
      ),
    );
    expect(meetings.map(({ id }) => id)).toContain("mt-8");
  });
});
