// cspell:ignore Wray Weyburn Calle
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { findMeeting } from "../../src/meetings/find.ts";
import { middleOf } from "../../src/places/middle.ts";
import { importRecords } from "../support/feeds.ts";
import { withPlaces } from "../support/site.ts";

let db: Database;
beforeAll(() => {
  db = withPlaces();
});
afterAll(() => db.close());

/** "street | town | state ZIP | zone" as an import keeps them, and whether it knows where that is, about. */
function keptOf(fields: object): { place: string; isFound: boolean } {
  importRecords(db, {}, [{ slug: "noon", name: "Noon Group", day: 1, time: "12:00", ...fields }], { force: true });
  const { place, zone } = findMeeting(db, "flathead-noon")!;
  const area = [place.state ?? place.country, place.zip].filter(Boolean).join(" ");
  const parts = [place.street, place.city, area, zone?.name.split("/").at(-1)].map((part) => part ?? "");
  return { place: parts.join(" | "), isFound: middleOf(db, place) !== null };
}

describe("an address without coordinates", () => {
  it.each([
    ["45 Elm St, Albuquerque, New Mexico 87101", "45 Elm St | Albuquerque | NM 87101 | Denver"],
    ["45 Elm St, Albany, New York", "45 Elm St | Albany | NY | New_York"],
    ["45 Elm St, Fargo, N. Dakota 58102", "45 Elm St | Fargo | ND 58102 | Chicago"],
    ["CR 12 & Hwy 34, Wray, Colo. 80758", "CR 12 & Hwy 34 | Wray | CO 80758 | Denver"],
    ["45 Elm St, Billings, Mt", "45 Elm St | Billings | MT | Denver"],
    ["45 Elm St, Ontario, Or", "45 Elm St | Ontario | OR | Boise"],
    ["45 Elm St; Sheridan; WY", "45 Elm St | Sheridan | WY | Denver"],
    ["45 Elm St - Sheridan, WY", "45 Elm St | Sheridan | WY | Denver"],
    ["45 Elm St Billings MT 59101", "45 Elm St | Billings | MT 59101 | Denver"],
    ["45 Elm St Great Falls Montana", "45 Elm St | Great Falls | MT | Denver"],
    ["12 Lake Park MN", "12 Lake Park |  | MN | Chicago"],
    ["Billings 59101", " | Billings | MT 59101 | Denver"],
    ["45 Elm St, 59101", "45 Elm St |  | MT 59101 | Denver"],
    ["59101", " |  | MT 59101 | Denver"],
    ["Washington D.C.", " | Washington | DC | New_York"],
    ["1 Oak St, Fort Washington, PA 19034", "1 Oak St | Fort Washington | PA 19034 | New_York"],
    ["P.O. Box 44, Jordan MT 59337", " | Jordan | MT 59337 | Denver"],
    ["RR 2 Box 15, Philip, SD", "RR 2 Box 15 | Philip | SD | Denver"],
  ])("is read as it is written: %j", (formatted_address, place) => {
    const isTown = !place.includes("12 Lake Park");
    expect(keptOf({ formatted_address })).toEqual({ place, isFound: isTown });
  });

  it.each([
    [{ city: "Billings, MT" }, " | Billings | MT | Denver"],
    [{ city: "Billings MT 59101" }, " | Billings | MT 59101 | Denver"],
    [{ city: "sheridan wy", address: "45 Elm St" }, "45 Elm St | sheridan | WY | Denver"],
    [{ city: "Sheridan, WY", state: "WY", address: "45 Elm St" }, "45 Elm St | Sheridan | WY | Denver"],
    [{ city: "Sheridan", address: "45 Elm St", postal_code: "82801" }, "45 Elm St | Sheridan | WY 82801 | Denver"],
    [{ address: "45 Elm St", postal_code: "82801-0001" }, "45 Elm St |  | WY 82801 | Denver"],
    [{ city: "Sheridan", state: "Sheridan County, WY", address: "45 Elm St" }, "45 Elm St | Sheridan | WY | Denver"],
  ])("is completed from its other fields: %j", (fields, place) => expect(keptOf(fields)).toEqual({ place, isFound: true }));

  it.each([
    [{ state: "MA", postal_code: "1301" }, "MA 01301"],
    [{ state: "MA", postal_code: 1301 }, "MA 01301"],
    [{ state: "Mass.", postal_code: "1301-2204" }, "MA 01301"],
    [{ state: "PR", postal_code: 901 }, "PR 00901"],
    [{ formatted_address: "45 Elm St, Greenfield, MA 1301" }, "MA 01301"],
    [{ formatted_address: "45 Elm St, Greenfield, MA 1301, USA" }, "MA 01301"],
    [{ formatted_address: "45 Elm St, Greenfield, MA, 1301" }, "MA 01301"],
    [{ formatted_address: "45 Elm St, Greenfield, Massachusetts 1301" }, "MA 01301"],
    [{ formatted_address: "45 Elm St, Providence, Rhode Island 2903" }, "RI 02903"],
    [{ city: "Greenfield, MA 1301" }, "MA 01301"],
    [{ state: "MA", postal_code: "7030" }, "MA"],
    [{ state: "OH", postal_code: "1301" }, "OH"],
    [{ formatted_address: "45 Elm St, Billings, MT 5910" }, "MT"],
    [{ postal_code: "1301" }, ""],
  ])("has the zeros of its ZIP code where the state is that of the code: %j", (fields, area) => {
    expect(keptOf({ ...fields, ...("formatted_address" in fields ? {} : { address: "45 Elm St" }) }).place.split(" | ")[2]).toBe(area);
  });

  it.each([
    [{ formatted_address: "101 Main St., Lethbridge, AB T1J 0P4" }, "101 Main St. | Lethbridge | Canada | "],
    [{ formatted_address: "101 Main St., Weyburn, Saskatchewan" }, "101 Main St. | Weyburn | Canada | "],
    [{ city: "Calgary", state: "Alberta" }, " | Calgary | Canada | "],
    [{ formatted_address: "Calle Mayor 1, Madrid 28001" }, "Calle Mayor 1 | Madrid 28001 |  | "],
    [{ city: "Berlin", country: "Germany", postal_code: "10115" }, " | Berlin | Germany 10115 | "],
  ])("is in no state where it is abroad: %j", (fields, place) => expect(keptOf(fields).place).toBe(place));

  it("has the state of its ZIP code in BMLT too", () => {
    const record = { id_bigint: "7", meeting_name: "Noon", weekday_tinyint: "2", start_time: "12:00:00" };
    const said = { location_street: "45 Elm St", location_municipality: "Sheridan", location_postal_code_1: "82801" };
    importRecords(db, {}, [{ ...record, ...said }], { force: true });
    expect(findMeeting(db, "flathead-7")).toMatchObject({ place: { state: "WY", country: "US" }, zone: { name: "America/Denver" } });
    importRecords(db, {}, [{ ...record, ...said, latitude: "31.7", longitude: "-106.4" }], { force: true });
    expect(findMeeting(db, "flathead-7")!.place).toMatchObject({ state: null, point: { latitude: 31.7 } });
  });
});
