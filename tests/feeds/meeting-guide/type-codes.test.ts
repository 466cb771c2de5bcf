import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { tableOf, typesOf } from "../../../src/feeds/meeting-guide/type-codes.ts";
import { assignableIds } from "../../../src/listing/vocabulary.ts";
import { vocabulary } from "../../support/vocabulary.ts";

describe("type codes", () => {
  it("mean what they mean in their fellowship", () => {
    expect(typesOf("aa", ["A", "Y"])).toMatchObject({ types: ["secular", "young-people"], otherTypes: [] });
    expect(typesOf("al-anon", ["A", "Y", "POA"])).toMatchObject({
      types: ["secular", "young-people", "families"],
      otherTypes: ["Atheist / agnostic", "Alateen", "Parents of alcoholics"],
    });
    expect(typesOf(null, ["A"]).types).toEqual([]);
    expect(typesOf("aa", ["POA"]).otherTypes).toEqual(["Proof of attendance"]);
  });

  it("are those of each fellowship's own table, found by its program", () => {
    const dharma = tableOf({ fellowship: null, program: "recovery-dharma" });
    expect(typesOf(dharma, ["IS", "WA", "BB", "CC", "O"])).toEqual({
      types: ["wheelchair", "literature", "children-welcome", "open"],
      otherTypes: ["Inquiry study", "Book study", "Child care available"],
      languages: ["en"],
      facts: { closedPlace: false, online: false },
      unknown: [],
    });
    const debtors = tableOf({ fellowship: null, program: "debtors-anonymous" });
    expect(typesOf(debtors, ["AR", "P", "N"])).toMatchObject({
      types: [],
      otherTypes: ["Artist", "Prosperity", "Numbers"],
      languages: ["en"],
    });
    expect(typesOf(tableOf({ fellowship: null, program: "narcotics-anonymous" }), ["IP", "SPK"]).types).toEqual(["literature", "speaker"]);
    expect(tableOf({ fellowship: "aa", program: "recovery-dharma" })).toBe("aa");
    expect(tableOf({ fellowship: null, program: "nobodys" })).toBeNull();
  });

  it("may be words, in any case", () => {
    expect(typesOf("aa", ["open", "Wheelchair Access", "w", "Step Meeting"]).types).toEqual(["open", "wheelchair", "women", "step-study"]);
  });

  it("say more in words where the type alone says less", () => {
    expect(typesOf("aa", ["G", "B"])).toMatchObject({ types: ["lgbtq", "literature"], otherTypes: ["Gay", "Big Book"] });
  });

  it("name languages: English where none is spoken of, other languages in words", () => {
    expect(typesOf("aa", []).languages).toEqual(["en"]);
    expect(typesOf("aa", ["S"]).languages).toEqual(["es"]);
    expect(typesOf("aa", ["EN", "S"]).languages).toEqual(["en", "es"]);
    expect(typesOf("aa", ["ASL"]).languages).toEqual(["en", "ase"]);
    expect(typesOf("aa", ["POL"])).toMatchObject({ languages: [], otherTypes: ["Polish"] });
  });

  it("of how to join are facts and no types", () => {
    expect(typesOf("aa", ["TC", "onl"])).toEqual({
      types: [],
      otherTypes: [],
      languages: ["en"],
      facts: { closedPlace: true, online: true },
      unknown: [],
    });
  });

  it("that nobody knows are kept if they are words", () => {
    expect(typesOf("aa", ["Potluck", "ZQ9", "constructor<b>", ""])).toMatchObject({
      otherTypes: ["Potluck"],
      unknown: ["ZQ9", "constructor<b>"],
    });
    expect(typesOf("aa", ["__proto__"])).toMatchObject({ types: [], otherTypes: [] });
  });

  it("lead only to values of the vocabulary", () => {
    const table = JSON.parse(readFileSync(new URL("../../../data/feeds/meeting-guide-types.json", import.meta.url), "utf8"));
    const own = JSON.parse(readFileSync(new URL("../../../data/feeds/types-by-fellowship.json", import.meta.url), "utf8"));
    const ofOwn = Object.values(own.fellowships as Record<string, { codes: object }>).map(({ codes }) => codes);
    const meanings = [...ofOwn, table.codes, ...Object.values(table.fellowships)].flatMap((codes) => Object.values(codes as object));
    expect(meanings.filter(({ type }) => type && !assignableIds(vocabulary, "type").includes(type))).toEqual([]);
    expect(meanings.filter(({ language }) => language && !assignableIds(vocabulary, "language").includes(language))).toEqual([]);
    expect(Object.values(table.also as Record<string, string>).filter((code) => !table.codes[code])).toEqual([]);
  });
});
