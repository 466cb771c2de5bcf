import request from "supertest";
import { beforeEach, describe, expect, it } from "vitest";
import { editListing, removeListing } from "../../../src/catalog/edit-listing.ts";
import { append, lastSeq, versionOfSubject } from "../../../src/changes/append.ts";
import { ledgerIdentity } from "../../../src/changes/identity.ts";
import type { Database } from "../../../src/database/open.ts";
import { findMeeting, meetingIdsOf } from "../../../src/meetings/find.ts";
import { findProgram, programIds } from "../../../src/programs/find.ts";
import { importRecords } from "../../support/feeds.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";
import { vocabulary } from "../../support/vocabulary.ts";

let db: Database;
let app: ReturnType<typeof openTestApp>;
beforeEach(() => {
  const site = openTestSite();
  db = site.data.db;
  app = openTestApp(site);
});

interface Line {
  seq: number;
  kind: string;
  list: string;
  subject: string;
  after: Record<string, unknown> | null;
}
interface Head {
  ledger: string;
  last: number;
  next: string | null;
}

async function ask(path: string): Promise<{ head: Head; lines: Line[]; text: string }> {
  const { text } = await request(app).get(path).expect(200).expect("content-type", "application/x-ndjson; charset=utf-8");
  const [head, ...lines] = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { head, lines, text };
}

/** Everything from a place on, answer by answer. */
async function follow(from: string): Promise<{ lines: Line[]; sizes: number[] }> {
  const followed = { lines: [] as Line[], sizes: [] as number[] };
  for (let path: string | null = from; path !== null; ) {
    const { head, lines, text }: Awaited<ReturnType<typeof ask>> = await ask(path);
    followed.lines.push(...lines);
    followed.sizes.push(Buffer.byteLength(text));
    path = head.next;
  }
  return followed;
}

const records = (count: number, name = "Group") =>
  Array.from({ length: count }, (_, at) => ({
    slug: `m${at}`,
    name: `${name} ${at}`,
    day: at % 7,
    time: "12:00",
    city: "Bigfork",
    state: "MT",
  }));

describe("/ledger", () => {
  it("says which ledger it is and how far it goes, then every public change in order", async () => {
    const { head, lines } = await ask("/ledger?after=0");
    expect(head).toMatchObject({ ledger: ledgerIdentity(db), last: lastSeq(db) });
    expect(lines[0]).toMatchObject({ seq: 1, kind: "added", list: "programs", role: "catalog" });
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map(({ seq }) => seq).toSorted((a, b) => a - b));
    const { lines: all } = await follow("/ledger");
    const programs = all.filter(({ list }) => list === "programs");
    expect(programs.map(({ subject }) => subject).sort()).toEqual(programIds(db).sort());
    expect(programs[0]!.after).toEqual(findProgram(db, programs[0]!.subject));
    expect((await ask(`/ledger?after=${lastSeq(db)}`)).lines).toEqual([]);
  });

  it("tells of an edit the fields that it changed, and of a removal that it is gone", async () => {
    const from = lastSeq(db);
    const person = { by: { role: "editor", account: "7" }, at: "2026-11-30T15:00:00.000Z", why: "Phoned." } as const;
    const version = (id: string) => versionOfSubject(db, "programs", id);
    const listing = { ...findProgram(db, "lifering"), name: "LifeRing" };
    editListing(db, vocabulary, { ...person, list: "programs", listing, kind: "changed", expected: version("lifering"), isPublic: true });
    removeListing(db, vocabulary, { ...person, list: "programs", subject: "211", kind: "unlisted", expected: version("211") });
    expect((await ask(`/ledger?after=${from}`)).lines).toEqual([
      { seq: from + 1, at: person.at, role: "editor", kind: "changed", list: "programs", subject: "lifering", after: { name: "LifeRing" } },
      { seq: from + 2, at: person.at, role: "editor", kind: "unlisted", list: "programs", subject: "211", after: null },
    ]);
  });

  it("never carries a private row", async () => {
    const from = lastSeq(db);
    const change = { at: "2026-11-30T15:00:00.000Z", by: { role: "admin", account: "ann" }, kind: "changed", list: "programs" } as const;
    const secret = { subject: "secret-subject", before: { name: "secret" }, after: { name: "secret" }, why: "secret" };
    append(db, { ...change, ...secret, isPublic: false }, 0, () => undefined);
    append(db, { ...change, ...secret, subject: "open-subject", after: { name: "open" }, isPublic: true }, 0, () => undefined);
    const { text, lines } = await ask(`/ledger?after=${from}`);
    expect(lines).toMatchObject([{ seq: from + 2, subject: "open-subject" }]);
    expect(text).not.toMatch(/secret|ann/);
  });

  it("tells of an import each meeting that it left, and the batch last", async () => {
    const from = lastSeq(db);
    importRecords(db, {}, records(3));
    const seq = lastSeq(db);
    const { lines } = await ask(`/ledger?after=${from}`);
    expect(lines.map(({ kind, subject }) => [kind, subject])).toEqual([
      ["added", "flathead-m0"],
      ["added", "flathead-m1"],
      ["added", "flathead-m2"],
      ["imported", "flathead"],
    ]);
    expect(lines[1]).toMatchObject({ seq, list: "meetings", after: findMeeting(db, "flathead-m1") });
    importRecords(db, {}, [...records(1), { ...records(2, "Other Group")[1] }], { force: true });
    expect((await ask(`/ledger?after=${seq}`)).lines.map(({ kind, subject }) => [kind, subject])).toEqual([
      ["added", "flathead-m1"],
      ["removed", "flathead-m2"],
      ["imported", "flathead"],
    ]);
    const whole = (await ask(`/ledger?after=${from}`)).lines.filter(({ subject }) => subject === "flathead-m1");
    expect(whole).toHaveLength(1);
  });

  it("is bounded, and goes on in the midst of a batch where it was cut", async () => {
    const from = lastSeq(db);
    importRecords(db, {}, records(2500));
    const { lines, sizes } = await follow(`/ledger?after=${from}`);
    expect(lines.map(({ subject }) => subject)).toEqual([...meetingIdsOf(db, "flathead"), "flathead"]);
    expect(sizes.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...sizes)).toBeLessThan(251_000);
    const first = await ask(`/ledger?after=${from}`);
    expect(first.lines.length).toBeLessThanOrEqual(1000);
    expect((await ask(first.head.next!)).lines[0]!.subject > first.lines.at(-1)!.subject).toBe(true);
  });

  it("gives one asker so much a minute", async () => {
    const path = `/ledger?after=${lastSeq(db)}`;
    for (let asked = 0; asked < 600; asked++) await request(app).get(path).expect(200);
    const { headers } = await request(app).get(path).expect(429);
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  });

  it.each(["after=x", "after=-1", "after=1&after=2", "after=1e9", "after=0&meeting=a&meeting=b"])(
    "refuses %s with a sentence",
    async (query) => {
      const { status, text } = await request(app).get(`/ledger?${query}`);
      expect(status).toBe(400);
      expect(text).toContain("</html>");
    },
  );
});
