import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { importFeed } from "../../src/feeds/import.ts";
import type { FeedReport } from "../../src/feeds/report.ts";
import { removeFeedMeetings } from "../../src/meetings/save.ts";
import { fieldAttacks } from "../support/attacks.ts";
import { jsonContainers, textContainers } from "../support/containers.ts";
import { importOptions, readFeedText, someFeed } from "../support/feeds.ts";
import { withCatalog } from "../support/site.ts";

/** What strangers may put into the containers of feeds: never a crash, never half an import, never a hang (which this project's time limit for a test finds). */

let db: Database;
beforeAll(() => {
  db = withCatalog();
});
afterAll(() => db.close());

const size = 100 * 1024;

/** They come to the same records as Google's gviz; the bench reads them too. */
const likeGviz = ["Google's values", "Google's gviz without labels", "Airtable", "NocoDB"];
const distinct = Object.entries({ ...jsonContainers, ...textContainers }).filter(([name]) => !likeGviz.includes(name));
/** The same parsers read the values of all containers, so each gets every fourth attack, and all of them together get each. */
const attacksOn = (container: string) => {
  const nth = distinct.findIndex(([name]) => name === container);
  return Object.entries(fieldAttacks).filter((_, at) => at % 4 === nth % 4);
};

describe("a text of 100 KB in every field", () => {
  it.each(distinct)("ends, and costs no other record: %s", (named, container) => {
    for (const [name, attack] of attacksOn(named)) {
      const { names } = readFeedText(container(attack(size)));
      expect(
        names.some((found) => /Noon Group|Wick Circle|Morning Light/.test(found)),
        name,
      ).toBe(true);
    }
  });
});

/** What breaks careless code: objects that cannot be made into text, nests too deep for the stack, names that every object has. */
const odd: readonly [string, unknown][] = [
  ["an object that is no text", JSON.parse('{"toString": 1, "valueOf": 2, "toJSON": 3, "length": -1}')],
  ["an object that changes all others", JSON.parse('{"__proto__": {"name": "A"}, "constructor": {"prototype": 1}}')],
  ["lists in lists", JSON.parse("[".repeat(15_000) + "]".repeat(15_000))],
  ["objects in objects", JSON.parse(`${'{"a":'.repeat(15_000)}1${"}".repeat(15_000)}`)],
  ["numbers", [Number.MAX_VALUE, -0, 1e-300]],
  ["half a letter", "\ud800"],
];

/** Imports a feed; null where it is refused, in a sentence: anything else that is thrown is a crash. */
function importText(text: string, force: boolean): FeedReport | null {
  try {
    return importFeed(db, someFeed, text, { ...importOptions, force });
  } catch (error) {
    expect((error as Error).constructor.name, (error as Error).stack).toBe("FeedRefused");
    return null;
  }
}

/** All that is kept of the feed. */
const kept = () => db.prepare("SELECT body FROM meetings WHERE feed = ? ORDER BY id").pluck().all(someFeed.id) as string[];

describe("a value that nobody expects, in every field", () => {
  it.each(odd)("costs its own record at most: %s", (_, value) => {
    for (const [name, container] of Object.entries(jsonContainers)) {
      // Not JSON.stringify, which no nest of 15,000 levels passes.
      importText(
        container("?").replaceAll('"?"', () => write(value)),
        true,
      );
      expect(
        kept().some((body) => /Noon Group|Wick Circle|Morning Light/.test(body)),
        name,
      ).toBe(true);
      removeFeedMeetings(db, someFeed.id, importOptions.at);
    }
  });
});

const texts = new Map(odd.map(([name, value]) => [value, textOf(name)]));

function textOf(name: string): string | null {
  if (name === "lists in lists") return "[".repeat(15_000) + "]".repeat(15_000);
  return name === "objects in objects" ? `${'{"a":'.repeat(15_000)}1${"}".repeat(15_000)}` : null;
}

const write = (value: unknown) => texts.get(value) ?? JSON.stringify(value);

describe("a feed of anything in a container", () => {
  it("is imported whole, the same a second time, or refused and changes nothing", () => {
    const attacks = Object.values(fieldAttacks).map((make) => make(300));
    const anything = fc.oneof(fc.jsonValue(), fc.string({ unit: "binary" }), fc.constantFrom(...attacks));
    const text = fc.oneof(
      fc.tuple(fc.constantFrom(...Object.values(jsonContainers)), anything).map(([make, value]) => make(value)),
      fc.tuple(fc.constantFrom(...Object.values(textContainers)), fc.string({ unit: "binary" })).map(([make, value]) => make(value)),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (sent, force) => {
        const before = kept();
        const report = importText(sent, force);
        if (report === null) expect(kept()).toEqual(before);
        else {
          const after = kept();
          expect(after).toHaveLength(report.added + report.changed + report.unchanged);
          expect(importText(sent, force)).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: after.length });
        }
      }),
      { numRuns: 150 },
    );
  });
});
