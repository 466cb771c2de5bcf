// cspell:ignore Ainsworth Bassett
import request from "supertest";
import { describe, expect, it } from "vitest";
import { fillPlaces } from "../../../src/places/fill.ts";
import { importRecords } from "../../support/feeds.ts";
import { openSiteOver, openTestApp, withCatalog } from "../../support/site.ts";

const hall = { day: 5, time: "12:00", end_time: "13:00", location: "Grange Hall", types: ["O"] };

const db = withCatalog();
fillPlaces(db);
importRecords(db, { zone: "America/Chicago" }, [
  { ...hall, name: "Sand Noon", slug: "sand", formatted_address: "100 Main St, Ainsworth, NE 69210, USA" },
  { ...hall, name: "Ridge Noon", slug: "ridge", formatted_address: "7 Mesa St, El Paso, TX, USA" },
  {
    ...hall,
    name: "Point Noon",
    slug: "point",
    formatted_address: "100 Main St, Ainsworth, NE 69210, USA",
    latitude: 42.55,
    longitude: -99.86,
  },
]);
const app = openTestApp(openSiteOver(db, () => Date.parse("2026-11-23T14:30:00Z")));
const get = async (path: string) => (await request(app).get(path).expect(200)).text;
const items = async (query: string) => (await request(app).get(`/meetings.json?${query}`).expect(200)).body.items;

describe("a meeting at an address without coordinates", () => {
  it("is found near the middle of its ZIP code, or of its town", async () => {
    expect(await items("near=69210")).toMatchObject([{ name: expect.any(String) }, { name: expect.any(String) }]);
    expect(await items("near=79901")).toMatchObject([{ name: "Ridge Noon", milesAbout: true }]);
  });

  it("is about so far away, and has no pin on a map", async () => {
    const row = await get("/meetings?near=Bassett, NE");
    expect(row).toMatch(/Sand Noon[\s\S]*about\s\d+\smiles/);
    expect(row).not.toMatch(/Point Noon(?:(?!Sand Noon)[\s\S])*about\s\d+\smiles/);
    expect(await get("/meetings/flathead-sand")).not.toMatch(/geo:|openstreetmap|maps/);
    expect(await get("/meetings/flathead-point")).toMatch(/geo:42/);
  });

  it("goes by the clock of its town, whatever the zone of its list", async () => {
    expect(await items("near=79901")).toMatchObject([{ zone: "America/Denver" }]);
    expect(await items("near=69210")).toMatchObject([{ zone: "America/Chicago" }, { zone: "America/Chicago" }]);
  });
});
