// Letters that spell a number. cspell:ignore GAMBLER
import request from "supertest";
import { describe, expect, it } from "vitest";
import { findPlaces } from "../../../src/places/find.ts";
import { searchPrograms } from "../../../src/programs/search.ts";
import { parseFilter } from "../../../src/search/filter.ts";
import { numberIn, searchedNumber } from "../../../src/search/words/numbers.ts";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp } from "../../support/site.ts";

const site = openSiteWithMeetings();
const { programs } = site.data;
const idsFor = (q: string) =>
  searchPrograms(programs, parseFilter(programs, { q }))
    .take(0, 20)
    .map(({ id }) => id);

describe("the number of a program", () => {
  it.each([
    "8006624357",
    "18006624357",
    "+18006624357",
    "+1 (800) 662-4357",
    "1-800-662-4357",
    "800.662.4357",
    "800 662 4357",
    "800‑662‑4357",
    "800/662/4357",
    "662-4357",
    "1-800-662-HELP",
    "800 662 help",
    "662-HELP",
    "call 800-662-4357 please",
  ])("finds it alone as %s", (q) => {
    expect(idsFor(q)).toEqual(["samhsa-national-helpline"]);
  });

  it.each([
    ["1-800-GAMBLER", "ccgnj-1800gambler"],
    ["1800GAMBLER", "ccgnj-1800gambler"],
    ["838255", "veterans-crisis-line"],
    ["838-255", "veterans-crisis-line"],
    ["88788", "national-domestic-violence-hotline"],
    ["988", "988-lifeline"],
    ["9-8-8", "988-lifeline"],
    ["(877) 688", "montana-warm-line"],
    ["800662", "samhsa-national-helpline"],
  ])("comes first for %s", (q, id) => {
    expect(idsFor(q)[0]).toBe(id);
  });

  it("is every number that a listing calls, texts or types", () => {
    const numbers = site.data.db.prepare("SELECT id, body FROM programs").all() as { id: string; body: string }[];
    const missed = numbers.flatMap(({ id, body }) => {
      const { contacts } = JSON.parse(body) as { contacts: { kind: string; value: string }[] };
      const own = contacts.filter(({ kind }) => ["call", "text", "tty"].includes(kind)).map(({ value }) => value);
      // A code that is a ZIP code as well is a place.
      const codes = own.filter((value) => findPlaces(site.data.db, value, 1).length === 0);
      return codes.filter((value) => !idsFor(value).includes(id)).map((value) => `${id} ${value}`);
    });
    expect(missed).toEqual([]);
  });

  it("finds nothing where it belongs to nobody, whatever else is said", () => {
    for (const q of ["1-800-799-4889", "555-0199", "+1 212 555 0100", "help at 406-555-0199", "999999", "800-791", "+44 20 7946 0958"])
      expect(idsFor(q), q).toEqual([]);
  });
});

it("finds a meeting by the number that one dials", async () => {
  const { body } = await request(openTestApp(site)).get("/meetings.json?q=406-555-0100").expect(200);
  expect(body.items).toHaveLength(2);
});

describe("what is no telephone number", () => {
  const words = { sorted: ["8004678"], counts: new Map([["8004678", 1]]) };

  it.each([
    "59911",
    "59911-1234",
    "599111234",
    "24/7 365",
    "2019 2020 2021",
    "12 step",
    "90 meetings in 90 days",
    "10.1002/14651858.CD012880",
  ])("%s stays words", (q) => {
    expect(numberIn(q, words)).toBeNull();
  });

  it("are letters behind digits that nobody has", () => {
    for (const q of ["800 number", "1 800 hotline", "call 800 something", "12 step meeting"]) expect(numberIn(q, words)).toBeNull();
  });
});

it("spells a number as a search asks for it", () => {
  expect(searchedNumber("+18006624357")).toEqual(["8006624357", "6624357"]);
  expect(searchedNumber("(646) 558-8656,,123#")).toEqual(["6465588656", "5588656"]);
  expect(searchedNumber("988")).toEqual(["988"]);
});
