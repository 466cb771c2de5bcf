import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "../../src/database/open.ts";
import { emailsOf, findReport, findSuggestion, openReports, openReportsOf, openSuggestions } from "../../src/reports/find.ts";
import { Full } from "../../src/reports/full.ts";
import { keepReport, keepSuggestion, maxNewADay, maxOpen } from "../../src/reports/keep.ts";
import { purgeReaderData } from "../../src/reports/purge.ts";
import type { NewReport, NewSuggestion } from "../../src/reports/report.ts";
import { markSeen, settleReport, settleSuggestion } from "../../src/reports/settle.ts";

const noon = Date.parse("2026-11-30T12:00:00Z");
const day = 86_400_000;
const by = { role: "editor", account: "e1" };

const report: NewReport = {
  list: "programs",
  subject: "montana-warm-line",
  field: "contacts[0].value",
  wrong: "+18776882377",
  right: "406-555-0123",
  note: null,
};
const suggestion: NewSuggestion = {
  kind: "program",
  name: "Prairie Circle",
  what: "A weekly circle.",
  reach: "406-555-0199",
  url: null,
  source: "I go there.",
};

let db: Database;
beforeEach(() => {
  db = openDatabase(":memory:");
});

describe("a report", () => {
  it("is found by its reference, as it was sent, also by one that is misspelled", () => {
    const reference = keepReport(db, report, null, noon);
    const kept = { ...report, reference, at: "2026-11-30T12:00:00.000Z", times: 1, seenAt: null, answer: null };
    expect(findReport(db, reference)).toEqual(kept);
    expect(findReport(db, reference.toUpperCase().replaceAll("-", " "))).toEqual(kept);
    expect(openReports(db)).toEqual([kept]);
    expect(openReportsOf(db, "programs", "montana-warm-line")).toEqual([kept]);
    expect(openReportsOf(db, "documents", "montana-warm-line")).toEqual([]);
    expect(findReport(db, "amber-mesa")).toBeNull();
    expect(findSuggestion(db, reference)).toBeNull();
  });

  it("that says what an open one says is counted there, and adds what it says more", () => {
    const reference = keepReport(db, { ...report, note: "Nobody answers." }, null, noon);
    expect(keepReport(db, { ...report, right: "406-555-0123 ".trim(), note: null }, null, noon)).toBe(reference);
    expect(keepReport(db, { ...report, note: "Nobody answers." }, null, noon)).toBe(reference);
    expect(keepReport(db, { ...report, note: "It rings twice." }, null, noon)).toBe(reference);
    expect(openReports(db)).toMatchObject([{ times: 4, note: "Nobody answers.\n\nIt rings twice." }]);
  });

  it.each<[string, Partial<NewReport>]>([
    ["field", { field: "contacts[1].value" }],
    ["listing", { subject: "988-lifeline" }],
    ["list", { list: "documents" }],
    ["value", { right: "406-555-0199" }],
    ["value, which it does not know", { right: null }],
    ["number on the page", { wrong: "+14065550100" }],
  ])("of another %s is another one", (_, other) => {
    expect(keepReport(db, { ...report, ...other }, null, noon)).not.toBe(keepReport(db, report, null, noon));
  });

  it("in words of its own is another one, unless they are the same", () => {
    const other = { ...report, field: "other", wrong: null, right: null };
    const one = keepReport(db, { ...other, note: "The name is misspelled." }, null, noon);
    expect(keepReport(db, { ...other, note: "the name  is misspelled." }, null, noon)).toBe(one);
    expect(keepReport(db, { ...other, note: "It is for women." }, null, noon)).not.toBe(one);
  });

  it("adds no words without end", () => {
    for (let at = 0; at < 50; at++) keepReport(db, { ...report, note: `${at} ${"x".repeat(900)}` }, null, noon);
    expect(openReports(db)[0]!.note!.length).toBeLessThan(3100);
  });

  it("is settled once, and its page says so; the next of the kind is a new one", () => {
    const reference = keepReport(db, report, "ann@example.org", noon);
    markSeen(db, reference, "2026-12-01T08:00:00.000Z");
    markSeen(db, reference, "2026-12-02T08:00:00.000Z");
    const at = "2026-12-02T09:00:00.000Z";
    settleReport(db, reference, { outcome: "accepted", reply: "We called: you are right.", at, by });
    expect(findReport(db, reference)).toMatchObject({
      seenAt: "2026-12-01T08:00:00.000Z",
      answer: { outcome: "accepted", reply: "We called: you are right.", at },
    });
    expect(openReports(db)).toEqual([]);
    expect(() => settleReport(db, reference, { outcome: "declined", reply: null, at, by })).toThrow(/settled/);
    expect(() => settleReport(db, "no-such-one", { outcome: "declined", reply: null, at, by })).toThrow(
      expect.objectContaining({ status: 404 }),
    );
    expect(keepReport(db, report, null, noon)).not.toBe(reference);
  });
});

describe("a suggestion", () => {
  it("is kept, counted where it comes again, and settled", () => {
    const reference = keepSuggestion(db, suggestion, null, noon);
    expect(keepSuggestion(db, { ...suggestion, name: "prairie circle", what: "Tuesdays." }, null, noon)).toBe(reference);
    expect(openSuggestions(db)).toEqual([
      { ...suggestion, reference, at: "2026-11-30T12:00:00.000Z", times: 2, seenAt: null, answer: null },
    ]);
    settleSuggestion(db, reference, { outcome: "declined", reply: null, at: "2026-12-02T09:00:00.000Z", by });
    expect(findSuggestion(db, reference)?.answer).toMatchObject({ outcome: "declined" });
    expect(openSuggestions(db)).toEqual([]);
  });
});

describe("an email address", () => {
  it("is kept apart from what was said", () => {
    const reference = keepReport(db, report, "ann@example.org", noon);
    keepReport(db, report, "bob@example.org", noon);
    expect(emailsOf(db, reference)).toEqual(["ann@example.org", "bob@example.org"]);
    expect(JSON.stringify(db.prepare("SELECT * FROM reports").all())).not.toContain("@");
  });

  it("is gone once the report is answered", () => {
    const reference = keepReport(db, report, "ann@example.org", noon);
    settleReport(db, reference, { outcome: "declined", reply: null, at: "2026-12-02T09:00:00.000Z", by });
    expect(db.prepare("SELECT count(*) FROM reader_emails").pluck().get()).toBe(0);
  });

  it("is gone after 90 days, the report stays; at a start and when the next message comes", () => {
    const reference = keepReport(db, report, "ann@example.org", noon);
    purgeReaderData(db, noon + 90 * day - 1);
    expect(emailsOf(db, reference)).toEqual(["ann@example.org"]);
    purgeReaderData(db, noon + 90 * day);
    expect(emailsOf(db, reference)).toEqual([]);
    expect(findReport(db, reference)).not.toBeNull();

    keepReport(db, report, "bob@example.org", noon);
    keepSuggestion(db, suggestion, null, noon + 90 * day);
    expect(emailsOf(db, reference)).toEqual([]);
  });
});

describe("what was answered", () => {
  it("is gone a year later, and what waits stays", () => {
    const answered = keepReport(db, report, null, noon);
    const waiting = keepReport(db, { ...report, right: null }, null, noon);
    settleReport(db, answered, { outcome: "declined", reply: null, at: new Date(noon).toISOString(), by });
    purgeReaderData(db, noon + 365 * day - 1);
    expect(findReport(db, answered)).not.toBeNull();
    purgeReaderData(db, noon + 365 * day);
    expect(findReport(db, answered)).toBeNull();
    expect(findReport(db, waiting)).not.toBeNull();
  });
});

describe("a flood", () => {
  const flood = (count: number, now: number, subject: (at: number) => string) => {
    let refused = 0;
    for (let at = 0; at < count; at++) {
      try {
        keepReport(db, { ...report, subject: subject(at), right: `${at}` }, `${at}@example.org`, now);
      } catch (error) {
        if (!(error instanceof Full)) throw error;
        refused++;
      }
    }
    return refused;
  };

  it("about one listing fills no more than its share, and leaves room for others", () => {
    expect(flood(10_000, noon, () => "montana-warm-line")).toBe(10_000 - maxOpen.ofSubject);
    expect(keepReport(db, { ...report, subject: "988-lifeline" }, null, noon)).toMatch(/^\w+-\w+-\w+$/);
  });

  it("about all listings fills no more than a day's share", () => {
    expect(flood(10_000, noon, (at) => `listing-${at}`)).toBe(10_000 - maxNewADay);
    expect(flood(1, noon + day, () => "a")).toBe(0);
  });

  it("of weeks fills no more than the whole, and what says the same is still counted", () => {
    for (let week = 0; week < 11; week++) flood(maxNewADay + 1, noon + week * 7 * day, (at) => `listing-${week}-${at}`);
    expect(openReports(db).length).toBe(maxOpen.reports);
    const [first] = openReports(db);
    expect(keepReport(db, first!, null, noon + 80 * day)).toBe(first!.reference);
  });

  it("of suggestions is bounded too", () => {
    for (let at = 0; at < 3 * maxOpen.suggestions; at++) {
      try {
        keepSuggestion(db, { ...suggestion, name: `Circle ${at}` }, null, noon + Math.floor(at / 150) * day);
      } catch (error) {
        if (!(error instanceof Full)) throw error;
      }
    }
    expect(openSuggestions(db).length).toBe(maxOpen.suggestions);
  });
});

it("an address that was deleted is nowhere in the file any more", () => {
  const folder = mkdtempSync(join(tmpdir(), "forget-"));
  const file = openDatabase(join(folder, "db.sqlite"));
  const reference = keepReport(file, report, "zebra-finch@example.org", noon);
  settleReport(file, reference, { outcome: "declined", reply: null, at: "2026-12-02T09:00:00.000Z", by });
  closeDatabase(file);
  for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).includes("zebra-finch"), name).toBe(false);
  rmSync(folder, { recursive: true });
});
