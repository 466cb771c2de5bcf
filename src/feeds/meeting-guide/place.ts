import type { Place } from "../../meetings/meeting.ts";
import { canBeIn } from "../../places/state-boxes.ts";
import type { Reader } from "../reader.ts";
import type { FeedSource, Gazetteer } from "../record.ts";
import { countryOf, isAbroad, isProvince } from "../values/abroad.ts";
import { addressOf, readState } from "../values/address.ts";
import { unlessRepeated } from "../values/areas.ts";
import { flagOf } from "../values/flag.ts";
import { buildingName, isOnlineLine, streetLine, unlessOnline } from "../values/names.ts";
import { pointIn, pointOf } from "../values/point.ts";
import { stateByZip, zipOf } from "../values/zip.ts";

/** Returns where a record of the Meeting Guide meets: from its own fields, else from the parts of its one-line address. */
export function readGuidePlace(reader: Reader, { gazetteer }: Pick<FeedSource, "gazetteer">): Place {
  const point = pointOf(reader.number("latitude") ?? reader.number("coordinates"), reader.number("longitude"), reader.repaired);
  const address = readAddress(reader, point, gazetteer);
  const building = buildingName(reader.text("location"));
  const name = unlessRepeated(building, address.street, address.city, address.state, address.zip);
  const place = { name, ...address, notes: reader.text("location_notes") };
  const approximate = isApproximate(reader.raw("approximate"), place) || isOnlineLine(reader.word("address"));
  return { ...place, point: pointIn(address.state, point, reader.repaired), approximate };
}

/** Whether a field of its address only says that it meets online. */
export function saysOnline(reader: Reader): boolean {
  return ["location", "address", "formatted_address", "city"].some((field) => isOnlineLine(reader.word(field)));
}

type Address = Pick<Place, "street" | "city" | "state" | "zip" | "country">;

function readAddress(reader: Reader, point: Place["point"], gazetteer: Gazetteer | undefined): Address {
  const stated = ownStateOf(reader);
  const town = townOf(reader, stated, point, gazetteer);
  const own = stated ?? town.state;
  const { street, whole } = linesOf(reader, (line) => own !== null && gazetteer?.isTown(line, own) === true);
  const said = addressOf(whole ?? "", point, gazetteer);
  const named = own ?? said.state;
  const country = countryOf(reader.text("country")) ?? (named === null ? (canadaOf(reader) ?? town.country ?? said.country) : null);
  const [city, zip] = [town.city ?? said.city, zipOf(reader.text("postal_code"), named, gazetteer) ?? town.zip ?? said.zip];
  const state = stateThere(named, country, point) ?? (isAbroad(country) ? null : stateByZip({ zip, city, point }, gazetteer));
  return {
    street: streetLine(street ?? said.street),
    city: unlessOnline(city),
    state,
    zip,
    country: state === null ? country : usUnless(country),
  };
}

/** Returns the named state; null for a foreign country, unless the point is in that state: "WA" is in Australia too. */
function stateThere(named: string | null, country: string | null, point: Place["point"]): string | null {
  return isAbroad(country) && !(named !== null && point !== null && canBeIn(named, point)) ? null : named;
}

/** Returns the country as written; "US" if it is missing or foreign, because the place has a state. */
const usUnless = (country: string | null) => (country === null || isAbroad(country) ? "US" : country);

type Town = Pick<Address, "city" | "state" | "zip" | "country">;

/** Returns the town. Some records have its state and ZIP code in the same field: "Billings, MT", "Billings MT 59101". */
function townOf(reader: Reader, state: string | null, point: Place["point"], gazetteer: Gazetteer | undefined): Town {
  const city = reader.text("city");
  const alone = { city, state: null, zip: null, country: null };
  if (city === null || !/[,\d]| \p{L}{2}\.?$/u.test(city)) return alone;
  const { street, ...town } = addressOf(city, point, gazetteer);
  const isTown =
    street === null && town.city !== null && (town.state === null ? town.country !== null : (state ?? town.state) === town.state);
  return isTown ? town : alone;
}

/** Returns "Canada" if a province is given as the state; else null. */
function canadaOf(reader: Reader): string | null {
  return isProvince(reader.text("state") ?? "") ? "Canada" : null;
}

/** Returns the street and the one-line address. Some records have the whole address, or only the town, in the field for the street. */
function linesOf(reader: Reader, isTown: (line: string) => boolean): { street: string | null; whole: string | null } {
  const [street, whole] = [reader.text("address"), reader.text("formatted_address")];
  const isAlone = whole === null && street !== null && reader.text("city") === null;
  const isWhole = isAlone && (street.includes(",") || (!/\d/.test(street) && isTown(street)));
  return isWhole ? { street: null, whole: street } : { street, whole };
}

function ownStateOf(reader: Reader): string | null {
  const words = reader.text("state");
  const state = words === null ? null : readState(words);
  if (words !== null && state !== words) reader.repaired("state", words);
  return state;
}

/** Returns what the record says, or else whether it names neither a street nor a building to go to. */
function isApproximate(stated: unknown, { name, street }: Pick<Place, "name" | "street">): boolean {
  return flagOf(stated) ?? (street === null && (name === null || isOnlineLine(name)));
}

/** Returns how exactly the place is known, for joinOf. A town alone is a place to go only if one cannot also join remotely. */
export function addressKnownOf({ name, street, city, state, approximate }: Place, fromAfar: boolean): "street" | "town" | "none" {
  const real = name !== null && !isOnlineLine(name);
  if (street === null && city === null && state === null && !real) return "none";
  return approximate || (street === null && !real && (city === null || fromAfar)) ? "town" : "street";
}
