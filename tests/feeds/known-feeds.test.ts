import { describe, expect, it } from "vitest";
import { holdsSameMeetings, readKnownFeeds } from "../../src/feeds/known-feeds.ts";
import { facetValues } from "../../src/listing/vocabulary.ts";
import { nameOfState, zoneOfState } from "../../src/places/states.ts";
import { findProgram } from "../../src/programs/find.ts";
import { withCatalog } from "../support/site.ts";
import { vocabulary } from "../support/vocabulary.ts";

const known = readKnownFeeds();
const states = facetValues(vocabulary, "state").map(({ id }) => id);
const find = (id: string) => known.find((list) => list.id === id)!;

describe("the known lists of fellowships", () => {
  it("are of programs in the catalog, and of states", () => {
    const db = withCatalog();
    expect(known.filter(({ program }) => findProgram(db, program) === null).map(({ id }) => id)).toEqual([]);
    expect(known.filter((list) => list.states.some((state) => !states.includes(state))).map(({ id }) => id)).toEqual([]);
  });

  it("name a site of their own for readers in every state, never the address of the data", () => {
    for (const state of states) {
      expect(known.filter((list) => list.site !== null && list.states.includes(state)).length, state).toBeGreaterThan(0);
    }
    const toData = known.filter(({ site }) => site !== null && /wp-json|wp-admin|client_interface|main_server|\.json/.test(site));
    expect(toData.map(({ id }) => id)).toEqual([]);
    expect(known.filter(({ site, siteFrom }) => (site === null) !== (siteFrom === null)).map(({ id }) => id)).toEqual([]);
  });

  it("hold none whose owner has restricted it", () => {
    expect(known.filter(({ id }) => id.includes("restricted"))).toEqual([]);
    expect(known.filter(({ site }) => site === "http://www.aanorthdakota.org")).toEqual([]);
  });

  it("say when they were counted wherever they say how many they have", () => {
    expect(find("aa-ne-area41").count).toEqual({ meetings: 1175, on: "2026-09-28" });
    expect(find("na-montana").count).toBeNull();
  });

  it("keep a zone that agrees with the one that all of their state keeps", () => {
    const wrong = known.filter(({ zone, states: [state, another] }) => {
      const ofState = state === undefined || another !== undefined ? null : zoneOfState(state);
      return zone !== null && ofState !== null && zone !== ofState;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("ask the aggregator for one state, in both spellings, with the meanings of its codes", () => {
    const aggregators = known.filter(({ aggregator }) => aggregator);
    expect(aggregators.length).toBeGreaterThan(10);
    for (const { id, url, states } of aggregators) {
      const { searchParams } = new URL(url);
      const [state] = states;
      expect(searchParams.getAll("meeting_key_value[]"), id).toEqual([state, nameOfState(state!)]);
      expect(searchParams.get("meeting_key")).toBe("location_province");
      expect(searchParams.get("get_used_formats")).toBe("1");
      // Unsorted, records of one day and time may move from page to page.
      expect([searchParams.get("sort_keys"), searchParams.get("page_size"), searchParams.get("page_num")]).toEqual([
        "id_bigint",
        "2000",
        "1",
      ]);
    }
  });

  it("know that an aggregator and the server of a region hold the same meetings", () => {
    expect(holdsSameMeetings(find("na-agg-mt"), find("na-montana"))).toBe(true);
    expect(holdsSameMeetings(find("na-montana"), find("na-agg-mt"))).toBe(true);
    expect(holdsSameMeetings(find("na-agg-mt"), find("na-agg-wy"))).toBe(false);
    expect(holdsSameMeetings(find("na-agg-mt"), find("na-kentucky"))).toBe(false);
  });
});
