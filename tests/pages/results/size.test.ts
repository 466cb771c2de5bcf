import fc from "fast-check";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp } from "../../support/site.ts";

const site = openSiteWithMeetings();
const app = openTestApp(site);
const lists = { "/programs": site.data.programs, "/meetings": site.data.meetings, "/library": site.data.documents };

/** What the question may be made of: all that a list knows, much that it does not, long words, and words of four bytes a letter. */
const text = fc.oneof(
  fc.constantFrom("phone video montana spanish women beer 988", "help", "zzzzz", "𐍈".repeat(300), "é".repeat(300), "&<\"'>".repeat(60)),
  fc.string({ unit: "grapheme", maxLength: 250 }),
);
const unknown = fc.array(fc.string({ minLength: 40, maxLength: 80 }), { maxLength: 5 });

const anyQuestion = fc.constantFrom<keyof typeof lists>("/programs", "/meetings", "/library").chain((path) => {
  const values = lists[path].facets.map(({ name, values }) => {
    const known = fc.subarray(values.map(({ id }) => id));
    return [name, fc.tuple(known, unknown).map((both) => both.flat())] as const;
  });
  const said = fc.record({ q: text, near: text, tz: text, page: fc.constantFrom("1", "2", "99999") }, { requiredKeys: [] });
  return fc
    .tuple(fc.constantFrom("", ".json"), said, fc.record(Object.fromEntries(values), { requiredKeys: [] }))
    .map(([format, words, chosen]) => ({ path: path + format, query: { ...words, ...chosen } }));
});

const maxBytes = 200 * 1024;

describe("a page of results", () => {
  it("is never above 200 KB before compression, in HTML and in JSON, whatever is asked", async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async ({ path, query }) => {
        const pairs = Object.entries(query).flatMap(([name, values]) =>
          [values].flat().map((value): [string, string] => [name, value.toWellFormed()]),
        );
        const { text } = await request(app)
          .get(`${path}?${new URLSearchParams(pairs)}`)
          .expect(200);
        expect(Buffer.byteLength(text)).toBeLessThan(maxBytes);
      }),
      { numRuns: 150 },
    );
  });

  it("of every choice there is stays below that too, and keeps its addresses out of JSON", async () => {
    for (const [path, { facets }] of Object.entries(lists)) {
      const every = facets.flatMap(({ name, values }) => values.map(({ id }): [string, string] => [name, id]));
      const query = new URLSearchParams([["q", "phone video montana spanish women beer é".repeat(5)], ["near", "é".repeat(60)], ...every]);
      const { text } = await request(app).get(`${path}?${query}`).expect(200);
      expect(Buffer.byteLength(text)).toBeLessThan(maxBytes);
      const { text: json, body } = await request(app).get(`${path}.json?${query}`).expect(200);
      expect(Buffer.byteLength(json)).toBeLessThan(maxBytes);
      expect(body.facets.category[0].href).toBeNull();
    }
  });
});
