import request from "supertest";
import { expect, it } from "vitest";
import { importRecords } from "../../support/feeds.ts";
import { openSiteOver, openTestApp, withCatalog } from "../../support/site.ts";

const hall = { day: 5, time: "12:00", location: "Grange Hall", formatted_address: "12 Elm St, Circle, MT 59215, USA", types: ["O"] };

it("finds meetings by the region, district or neighborhood that their list files them under, and shows these nowhere as an address", async () => {
  const db = withCatalog();
  importRecords(db, {}, [
    { ...hall, name: "Noon", slug: "noon", region: "Lakeside", sub_region: "Waterfront", group: "District 68" },
    { ...hall, name: "Evening", slug: "evening", neighborhood: "Hilltop" },
  ]);
  const app = openTestApp(openSiteOver(db, () => Date.parse("2026-11-23T14:30:00Z")));
  const found = async (q: string) =>
    (await request(app).get("/meetings.json").query({ q })).body.items.map(({ name }: { name: string }) => name);
  expect(await found("Lakeside")).toEqual(["Noon"]);
  expect(await found("Waterfront")).toEqual(["Noon"]);
  expect(await found("Hilltop")).toEqual(["Evening"]);
  expect((await request(app).get("/meetings/flathead-noon")).text).not.toMatch(/Lakeside|Waterfront|District 68/);
});
