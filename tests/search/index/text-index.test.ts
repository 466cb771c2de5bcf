import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBit, eachBit, hasBit, noBits } from "../../../src/search/facets/bits.ts";
import type { IndexedText } from "../../../src/search/index/postings.ts";
import { findTerm, indexTexts, knownWordsIn, rarityOf } from "../../../src/search/index/text-index.ts";
import { firstOfGroups } from "../../../src/search/order.ts";
import { bestFirst, topByScore } from "../../../src/search/top.ts";
import { everyWordOf, stemOf } from "../../../src/search/words/text.ts";

const word = fc.constantFrom("meet", "meeting", "meetings", "men", "mental", "grace", "group", "recovery");
const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));
const listing = fc.tuple(text, text);
const phrase = fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => words.join(" "));

const has = (field: string, words: string) =>
  ` ${everyWordOf(field).map(stemOf).join(" ")} `.includes(` ${words.split(" ").map(stemOf).join(" ")} `);

const fields = [
  { weight: 10, usualLength: null },
  { weight: 1, usualLength: null },
];

const matching = (listings: [string, string][], phrases: string[], prefixes: string[]) => {
  const rows = listings.map(([name, body], at): IndexedText => [at, `${name}\n${body}`]);
  const index = indexTexts(fields, new Float64Array(listings.length).fill(1), phrases, rows);
  const scores = new Float64Array(listings.length);
  const bits = noBits(listings.length);
  const { positions, frequencies } = findTerm(index, { prefixes, phrases, synonyms: [] });
  for (const [at, position] of positions.entries()) {
    addBit(bits, position);
    scores[position] = frequencies[at]! * rarityOf(positions.length, listings.length);
  }
  return { bits, scores, index };
};

describe("the index of words", () => {
  it("finds the phrases that reading every text finds, within one field", () => {
    fc.assert(
      fc.property(fc.array(listing, { maxLength: 40 }), fc.array(phrase, { minLength: 1, maxLength: 3 }), (listings, phrases) => {
        const { bits, scores } = matching(listings, phrases, []);
        for (const [at, fields] of listings.entries()) {
          const expected = phrases.some((words) => fields.some((field) => has(field, words)));
          expect(hasBit(bits, at)).toBe(expected);
          expect(scores[at]! > 0).toBe(expected);
        }
      }),
    );
  });

  it("takes a long word for the beginning of longer ones, and a short one for itself", () => {
    const listings: [string, string][] = [
      ["meeting", ""],
      ["meetinghouse", ""],
      ["men", ""],
      ["mental", ""],
    ];
    const found = (start: string) => {
      const { bits } = matching(listings, [], [start]);
      return listings.filter((_, at) => hasBit(bits, at)).map(([name]) => name);
    };
    expect(found("meetings")).toEqual(["meeting", "meetinghouse"]);
    expect(found("men")).toEqual(["men"]);
  });

  it("counts a name for more than a text, and a rare word for more than a common one", () => {
    const { scores } = matching(
      [
        ["grace", "men"],
        ["men", "grace"],
        ["men", "men"],
      ],
      [],
      ["grace"],
    );
    expect(scores[0]).toBeGreaterThan(scores[1]!);
    const common = matching(
      [
        ["grace", "men"],
        ["x", "men"],
        ["x", "y"],
        ["x", "z"],
      ],
      [],
      ["men"],
    ).scores[0]!;
    expect(
      matching(
        [
          ["men", "grace"],
          ["x", "men"],
          ["x", "y"],
          ["x", "z"],
        ],
        [],
        ["grace"],
      ).scores[0],
    ).toBeGreaterThan(common);
  });

  it("has the listings of a word in order, in whichever they were read", () => {
    const words = fc.array(fc.tuple(fc.double(), text), { maxLength: 40 });
    fc.assert(
      fc.property(words, fc.array(word, { minLength: 1, maxLength: 2 }), (texts, prefixes) => {
        const rows = texts.map(([turn, text], at) => ({ turn, row: [at, `${text}\n`] as IndexedText })).sort((a, b) => a.turn - b.turn);
        const weights = new Float64Array(texts.length).fill(1);
        const read = (some: readonly IndexedText[]) =>
          findTerm(indexTexts(fields, weights, [], some), { prefixes, phrases: [], synonyms: [] });
        const found = read(rows.map(({ row }) => row));
        expect([...found.positions]).toEqual([...found.positions].sort((a, b) => a - b));
        expect(found).toEqual(read(rows.map(({ row }) => row).sort(([a], [b]) => a - b)));
      }),
    );
  });

  it("knows every word as it is spelled, and how many listings have it", () => {
    const { index } = matching(
      [
        ["meetings meeting", "meeting"],
        ["meeting", ""],
      ],
      [],
      [],
    );
    const words = knownWordsIn(index);
    // In the order found: of two words that are as near to a typo, the first is meant.
    expect([...words.counts]).toEqual([
      ["meetings", 1],
      ["meeting", 2],
    ]);
    expect(words.sorted).toEqual(["meeting", "meetings"]);
  });
});

describe("the best of many", () => {
  it("is what sorting them all would put first", () => {
    const scored = fc.array(fc.record({ score: fc.integer({ min: 0, max: 30 }), hit: fc.boolean() }), { maxLength: 900 });
    fc.assert(
      fc.property(scored, fc.integer({ min: 0, max: 50 }), (all, count) => {
        const scores = Float64Array.from(all, ({ score }) => score);
        const hits = noBits(all.length);
        for (const [at, { hit }] of all.entries()) if (hit) addBit(hits, at);
        const sorted: number[] = [];
        eachBit(hits, (position) => void sorted.push(position));
        sorted.sort((a, b) => scores[b]! - scores[a]! || a - b);
        const scored = { positions: Uint32Array.from(scores.keys()), scores };
        expect(topByScore(hits, scored, count)).toEqual(sorted.slice(0, count));
        expect(firstOfGroups(null, bestFirst(scored), hits)).toEqual(sorted);
      }),
    );
  });
});
