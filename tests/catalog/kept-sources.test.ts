import { describe, expect, it } from "vitest";
import { keptSources } from "../../src/catalog/kept-sources.ts";

const hours = { words: { en: "Weekdays, 9 to 5" }, times: [], zone: null, asOf: null, holidays: null, message: false };
const call = {
  ...{ kind: "call", value: "+14135550100", vanity: null, hours, purpose: null },
  ...{ source: "https://a.example/", asOf: "2025", confirmed: true },
};
const other = { ...call, value: "+14135550111", hours: null, source: "https://b.example/" };
const sources = [{ url: "https://a.example/", supports: { en: "The number" }, date: "2025" }];
const before = { place: "Greenfield", contacts: [call, other], sources };
const kept = (contacts: object[], known: object[] = [before]) =>
  keptSources(known as never, { ...before, contacts }).map(({ field }) => field);

describe("a source is asked about", () => {
  it("where a number, its letters or its hours have changed, and the page and its date have not", () => {
    expect(kept([{ ...call, value: "+14135550199" }, other])).toEqual(["contacts.0.source"]);
    expect(kept([call, { ...other, vanity: "413-HELP" }])).toEqual(["contacts.1.source"]);
    expect(kept([{ ...call, hours: { ...hours, words: { en: "Day and night" } } }, other])).toEqual(["contacts.0.source"]);
    expect(kept([call, { ...other, hours }])).toEqual(["contacts.1.source"]);
  });

  it("by the row in which it is now", () => {
    expect(kept([other, { ...call, value: "+14135550199" }])).toEqual(["contacts.1.source"]);
  });

  it("where the address of a source has changed, and its date has not", () => {
    const moved = { ...before, sources: [{ ...sources[0], url: "https://a.example/new" }] };
    expect(keptSources([before], moved).map(({ field }) => field)).toEqual(["sources.0.date"]);
    expect(keptSources([before], { ...moved, sources: [{ ...moved.sources[0], date: null }] })).toEqual([]);
  });

  it("where the place has changed, and no source", () => {
    expect(keptSources([before], { ...before, place: "Turners Falls" }).map(({ field }) => field)).toEqual(["place"]);
    const more = [...sources, { url: "https://c.example/", supports: { en: "The town" }, date: null }];
    expect(keptSources([before], { ...before, place: "Turners Falls", sources: more })).toEqual([]);
  });

  it("of a mix of two edits that neither of them made", () => {
    const theirs = { ...before, contacts: [{ ...call, value: "+14135550122", source: "https://new.example/", asOf: "2026" }, other] };
    const mine = { ...before, contacts: [{ ...call, value: "+14135550199" }, other] };
    const mix = [{ ...theirs.contacts[0]!, value: "+14135550199" }, other];
    expect(kept(mix, [theirs, mine, before])).toEqual(["contacts.0.source"]);
    expect(kept(mine.contacts, [theirs, mine, before])).toEqual([]);
  });
});

describe("a source is not asked about", () => {
  it("where it, or its date, is another one, or what was there is gone or new", () => {
    expect(kept([{ ...call, value: "+14135550199", source: "https://c.example/" }, other])).toEqual([]);
    expect(kept([{ ...call, value: "+14135550199", asOf: "2026" }, other])).toEqual([]);
    expect(kept([{ ...call, hours: null }, other])).toEqual([]);
    expect(kept([call])).toEqual([]);
    expect(kept([call, other, { ...call, kind: "site", value: "https://a.example/" }])).toEqual([]);
  });

  it("for words that it does not print", () => {
    expect(kept([{ ...call, purpose: { en: "For families" }, confirmed: false }, other])).toEqual([]);
    const translated = { ...hours, words: { ...hours.words, es: "De lunes a viernes, 9 a 5" } };
    expect(kept([{ ...call, hours: translated }, other])).toEqual([]);
  });

  it("of a listing that is new", () => {
    expect(kept([call, other], [])).toEqual([]);
  });
});

it("an answer to one change is none to another", () => {
  const idOf = (value: string) => keptSources([before], { ...before, contacts: [{ ...call, value }, other] })[0]!.id;
  expect(idOf("+14135550199")).not.toBe(idOf("+14135550198"));
});
