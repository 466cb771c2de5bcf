import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { milesBetween } from "../../src/places/distance.ts";
import { findPlace } from "../../src/places/find.ts";
import { suggestPlaces } from "../../src/places/suggest.ts";
import { somePlaces } from "./some-places.ts";

// Slips and accents on purpose. cspell:ignore bigfrok Hagåtña Hagatna Mayagüez Missola Montanna springfeild springfields Aléne

const db = somePlaces("MT", "MN", "MO", "DC", "IL", "MA", "WV", "ID", "NE", "PR", "VI", "GU", "MP", "AS");
const labelOf = (near: string) => findPlace(db, near)?.label ?? null;

/** Text as people type it, and text that nobody types. */
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 120 }),
  fc
    .array(fc.constantFrom("bigfork", "St.", "MT", ",", "59911", "5991", "-", "new", "west virginia", "'", "constructor", "٣", "%", " "), {
      maxLength: 8,
    })
    .map((parts) => parts.join(" ")),
);

describe("finding a place", () => {
  it("knows a ZIP code, its town and its middle", () => {
    const bigfork = findPlace(db, "59911")!;
    expect(bigfork).toMatchObject({ zip: "59911", city: "Bigfork", state: "MT", label: "Bigfork, MT 59911" });
    expect(milesBetween(bigfork, { latitude: 48.063, longitude: -114.073 })).toBeLessThan(5);
  });

  it.each([
    "59911",
    " 59911 ",
    "59911-1234",
    "599111234",
    "Bigfork, MT 59911",
    "Bigfork, MT 59911, USA",
    "59911 MT",
    "59911-1234, Bigfork",
    "５９９１１",
  ])("reads %j as the ZIP code 59911", (near) => {
    expect(findPlace(db, near)?.zip).toBe("59911");
  });

  it("knows ZIP codes that are post-office boxes only", () => {
    expect(labelOf("59912")).toBe("Columbia Falls, MT 59912");
  });

  it.each([
    ["Bigfork, MT", "Bigfork, MT"],
    ["BIGFORK montana", "Bigfork, MT"],
    ["Bigfork Mt.", "Bigfork, MT"],
    ["bigfork,mn", "Bigfork, MN"],
    ["st louis mo", "Saint Louis, MO"],
    ["St.Louis, Missouri", "Saint Louis, MO"],
    ["Saint Paul, Minnesota", "Saint Paul, MN"],
    ["Ft Benton, MT", "Fort Benton, MT"],
    ["Flathead County, Montana", "Flathead County, MT"],
    ["flathead county", "Flathead County, MT"],
    ["Lewis and Clark County MT", "Lewis and Clark County, MT"],
    ["Mt. Vernon, MO", "Mount Vernon, MO"],
    ["N. Platte, Nebraska", "North Platte, NE"],
    ["Coeur d’Aléne ID", "Coeur d'Alene, ID"],
    ["O'Fallon, IL", "O Fallon, IL"],
    ["Washington, D.C.", "Washington, DC"],
    ["washington dc", "Washington, DC"],
    ["Washington, District of Columbia", "Washington, DC"],
    ["charleston west virginia", "Charleston, WV"],
    ["Bigfork, MT 59191", "Bigfork, MT"],
    ["Bigfork, Montana, United States", "Bigfork, MT"],
    ["00680", "Mayaguez, PR 00680"],
    ["Mayagüez, Puerto Rico", "Mayaguez, PR"],
    ["St. Thomas, U.S. Virgin Islands", "St Thomas, VI"],
    ["Hagåtña, Guam", "Hagatna, GU"],
    ["Saipan, CNMI", "Saipan, MP"],
    ["Pago Pago, American Samoa", "Pago Pago, AS"],
    ["Springfield Mass", "Springfield, MA"],
    ["Springfield, Ill.", "Springfield, IL"],
    ["Charleston, W. Va.", "Charleston, WV"],
    ["Charleston, W.Va.", "Charleston, WV"],
    ["No. Platte, Nebr.", "North Platte, NE"],
    ["Lk McDonald, MT", "Lake Mc Donald, MT"],
  ])("reads %j as %s", (near, label) => {
    expect(labelOf(near)).toBe(label);
  });

  it("puts a town in the middle of its ZIP codes, and names none of them", () => {
    const missoula = findPlace(db, "Missoula, MT")!;
    expect(missoula.zip).toBeNull();
    expect(milesBetween(missoula, { latitude: 46.872, longitude: -113.994 })).toBeLessThan(10);
  });

  it("takes a town without its state only where there is one of that name", () => {
    expect(labelOf("Kalispell")).toBe("Kalispell, MT");
    expect(labelOf("Springfield")).toBeNull();
    expect(labelOf("Bigfork")).toBeNull();
  });

  it.each(["", " ", "MT", "59191", "00000", "Bigfork, ID", "12", "constructor", "__proto__, MT", "60601 Main St"])(
    "finds nothing for %j",
    (near) => {
      expect(labelOf(near)).toBeNull();
    },
  );
});

describe("suggesting places", () => {
  it.each([
    ["59191", "Bigfork, MT 59911"],
    ["599111", "Bigfork, MT 59911"],
    ["2134", "Allston, MA 02134"],
    ["bigfrok mt", "Bigfork, MT"],
    ["Missola, Montana", "Missoula, MT"],
    ["kalispel", "Kalispell, MT"],
    ["springfeild, ill", "Springfield, IL"],
    ["Bigfork, Montanna", "Bigfork, MT"],
  ])("offers for %j %s", (near, label) => {
    expect(suggestPlaces(db, near)).toContain(label);
  });

  it("asks which Springfield is meant, the largest first", () => {
    const springfields = suggestPlaces(db, "Springfield");
    expect(springfields[0]).toBe("Springfield, IL");
    expect(springfields).toEqual(expect.arrayContaining(["Springfield, MA", "Springfield, MO", "Springfield, MN"]));
    expect(springfields.every((label) => label.startsWith("Springfield, "))).toBe(true);
  });

  it("names the states that have a town when the state said has none", () => {
    expect(suggestPlaces(db, "bigfork id")).toEqual(expect.arrayContaining(["Bigfork, MT", "Bigfork, MN"]));
  });

  it("falls back on the region of a ZIP code", () => {
    expect(suggestPlaces(db, "59999").every((label) => / 59\d{3}$/.test(label))).toBe(true);
  });

  it("names no other place for a ZIP code of military post, which is right as it is", () => {
    for (const zip of ["09007", "34002", "APO AE 09007"]) expect(suggestPlaces(db, zip)).toEqual([]);
  });

  it("takes the name of a state for no town with a slip in it", () => {
    for (const state of ["MT", "Montana", "w. va."]) expect(suggestPlaces(db, state)).toEqual([]);
    expect(suggestPlaces(db, "Washington")).toContain("Washington, DC");
  });

  it("suggests nothing where nothing is near", () => {
    expect(suggestPlaces(db, "qqqqqqqq")).toEqual([]);
    expect(suggestPlaces(db, "00000")).toEqual([]);
    expect(suggestPlaces(db, "")).toEqual([]);
  });
});

/** The steps of SQLite's plans for all that some work asks a copy of the database. */
function queryPlansOf(work: (copy: Database) => unknown): string[] {
  const asked: string[] = [];
  work(new Sqlite(db.serialize(), { verbose: (sql) => asked.push(String(sql)) }));
  return asked.flatMap((sql) =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail),
  );
}

describe("a question about places", () => {
  it.each(["zzz county", "Flathead County, MT", "springfeild, IL", "springfeild", "59999"])("never reads all there are: %j", (near) => {
    const steps = queryPlansOf((copy) => [findPlace(copy, near), suggestPlaces(copy, near)]);
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter((step) => step.startsWith("SCAN"))).toEqual([]);
  });
});

describe("whatever is typed", () => {
  it("never throws, and every answer can be asked for again", () => {
    fc.assert(
      fc.property(anything, (near) => {
        const found = findPlace(db, near);
        if (found) expect(findPlace(db, found.label)).toEqual(found);
        const suggestions = suggestPlaces(db, near);
        expect(suggestions.length).toBeLessThanOrEqual(5);
        for (const label of suggestions) expect(labelOf(label)).toBe(label);
      }),
      { numRuns: 300 },
    );
  });
});
