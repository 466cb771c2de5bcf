// cspell:ignore Estado Llame Quizá dirección encontramos página sábado teléfono
import { describe, expect, it } from "vitest";
import { en } from "../../src/words/en.ts";
import type { Words } from "../../src/words/words.ts";

/** Compiled by `npx tsc`, which fails where an expected error is not one. */
describe("the words of another language", () => {
  it("do not compile with a word missing, at any depth", () => {
    const { name: _, ...withoutName } = en;
    // @ts-expect-error the name of the site is missing
    const nameless: Words = withoutName;
    const { about: __, ...withoutAbout } = en.program;
    // @ts-expect-error program.about is missing
    const silent: Words = { ...en, program: withoutAbout };
    expect([nameless.name, silent.program.about]).toEqual([undefined, undefined]);
  });

  it("do not compile with an empty or a partial map", () => {
    // @ts-expect-error no way to join has a word
    const join: Words = { ...en, meetings: { ...en.meetings, join: {} } };
    // @ts-expect-error no week has a word
    const weeks: Words = { ...en, meetings: { ...en.meetings, weeks: {} } };
    // @ts-expect-error no source of a zone has a word
    const zoneFrom: Words = { ...en, meetings: { ...en.meetings, zoneFrom: {} } };
    // @ts-expect-error no way of checking has a word
    const how: Words = { ...en, card: { ...en.card, how: {} } };
    // @ts-expect-error one facet alone has a word
    const facets: Words = { ...en, facets: { state: "Estado" } };
    // @ts-expect-error one order alone has a word
    const sorts: Words = { ...en, results: { ...en.results, sorts: { name: "De la A a la Z" } } };
    expect([join, weeks, zoneFrom, how, facets, sorts]).toHaveLength(6);
  });

  it("do not compile with six days or eleven months", () => {
    // @ts-expect-error Saturday is missing
    const days: Words = { ...en, days: ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes"] };
    // @ts-expect-error February to December are missing
    const months: Words = { ...en, date: { ...en.date, months: ["ene"] } };
    expect([days.days.length, months.date.months.length]).toEqual([6, 1]);
  });

  it("compile where they say something else than English does", () => {
    const spanish: Words = {
      ...en,
      language: "es",
      days: ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
      errors: { ...en.errors, says: { ...en.errors.says, notFound: ["No encontramos esa página", "Quizá la dirección es antigua."] } },
      meetings: { ...en.meetings, join: { ...en.meetings.join, phone: "Por teléfono" } },
      card: { ...en.card, call: (number) => `Llame al ${number}` },
    };
    expect(spanish.card.call("988")).toBe("Llame al 988");
  });
});
