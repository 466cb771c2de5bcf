// cspell:ignore Quilbrook
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fillDatabase } from "../../src/catalog/fill.ts";
import { openDatabase } from "../../src/database/open.ts";
import { importRecords } from "../support/feeds.ts";

const folder = mkdtempSync(join(tmpdir(), "porchlight-"));
afterAll(() => rmSync(folder, { recursive: true }));

const pairs = [
  "Call Jonas Quilbrook before coming, 406-555-0142",
  "text jonas q for the code at (406) 555-0142",
  "406.555.0142 is Jonas's cell",
];
const fields = [
  "name",
  "notes",
  "group",
  "group_notes",
  "location",
  "location_notes",
  "conference_url_notes",
  "address",
  "city",
  "day",
  "types",
];
const unread = {
  contact_1_name: "Jonas Quilbrook",
  contact_1_phone: "406-555-0142",
  email: "jonas@example.org",
  author: "Jonas Quilbrook",
};

describe("the database file", () => {
  it("holds no number that stood beside a person, whatever the field", () => {
    const path = join(folder, "meetings.db");
    const db = openDatabase(path);
    fillDatabase(db, "test", "2026-11-24T12:00:00.000Z");
    const records = fields.flatMap((field, at) =>
      pairs.map((pair, which) => ({
        ...{ slug: `${at}-${which}`, name: "Noon Group", day: 1, time: "12:00", formatted_address: "4 Oak St, Terry, MT 59349, USA" },
        conference_url: "https://zoom.us/j/1112223380",
        ...unread,
        [field]: pair,
      })),
    );
    importRecords(db, {}, records);
    db.close();
    const bytes = readdirSync(folder).map((file) => readFileSync(join(folder, file), "latin1").toLowerCase());
    expect(bytes.join("")).toContain("noon group");
    for (const secret of ["555-0142", "555.0142", "quilbrook", "jonas@"])
      expect(
        bytes.some((file) => file.includes(secret)),
        secret,
      ).toBe(false);
  });
});
