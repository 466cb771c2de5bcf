import type { Place } from "../../meetings/meeting.ts";
import { canBeIn } from "../../places/state-boxes.ts";
import type { Reader } from "../reader.ts";
import type { FeedSource, Gazetteer } from "../record.ts";
import { countryOf, isAbroad, isProvince } from "../values/abroad.ts";
import { addressOf, readState } from "../values/address.ts";
import { unlessRepeated } from "../values/areas.ts";
import { buildingName, isOnlineLine, unlessOnline } from "../values/names.ts";
import { pointIn, pointOf } from "../values/point.ts";
import { excerpt } from "../values/text.ts";
import { stateByZip, zipOf } from "../values/zip.ts";

/** Where a record of the Meeting Guide meets: its own fields first, then the parts of its one-line address. */
export function readGuidePlace(reader: Reader, { gazetteer }: Pick<FeedSource, "gazetteer">): Place {
  const point = pointOf(reader.number("latitude") ?? reader.number("coordinates"), reader.number("longitude"), reader.repaired);
  const address = readAddress(reader, point, gazetteer);
  const building = buildingName(reader.text("location"));
  const name = unlessRepeated(building, address.street, address.city, address.state, address.zip);
  const place = { name, ...address, notes: reader.text("location_notes") };
  const approximate = isApproximate(reader.raw("approximate"), place) || isOnlineLine(reader.word("address"));
  return { ...place, point: pointIn(address.state, point, reader.repaired), approximate };
}

/** Whether it says in place of an address that one meets online. */
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
    street: unlessOnline(street ?? said.street),
    city: unlessOnline(city),
    state,
    zip,
    country: state === null ? country : usUnless(country),
  };
}

/** WA is in Australia too: the point decides. */
function stateThere(named: string | null, country: string | null, point: Place["point"]): string | null {
  return isAbroad(country) && !(named !== null && point !== null && canBeIn(named, point)) ? null : named;
}

/** The country's words for the US, where they are any; what has a state is there. */
const usUnless = (country: string | null) => (country === null || isAbroad(country) ? "US" : country);

type Town = Pick<Address, "city" | "state" | "zip" | "country">;

/** The town; some write its state and ZIP code into the same field: "Billings, MT", "Billings MT 59101". */
function townOf(reader: Reader, state: string | null, point: Place["point"], gazetteer: Gazetteer | undefined): Town {
  const city = reader.text("city");
  const alone = { city, state: null, zip: null, country: null };
  if (city === null || !/[,\d]| \p{L}{2}\.?$/u.test(city)) return alone;
  const { street, ...town } = addressOf(city, point, gazetteer);
  const isTown =
    street === null && town.city !== null && (town.state === null ? town.country !== null : (state ?? town.state) === town.state);
  return isTown ? town : alone;
}

/** "Canada", where a province stands in place of a state. */
function canadaOf(reader: Reader): string | null {
  return isProvince(reader.text("state") ?? "") ? "Canada" : null;
}

/** The street and the one-line address; some write the whole line into the field for the street, or the town alone. */
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

/** What the record says of it, or else whether it names neither a street nor a building to go to. */
function isApproximate(stated: unknown, { name, street }: Pick<Place, "name" | "street">): boolean {
  const word = excerpt(stated).toLowerCase();
  if (/^(yes|true|1)$/.test(word)) return true;
  return word !== "no" && street === null && (name === null || isOnlineLine(name));
}

/** How exactly one knows where to go, as joinOf asks. A town alone is no place to go where one can also join from afar. */
export function addressKnownOf({ name, street, city, state, approximate }: Place, fromAfar: boolean): "street" | "town" | "none" {
  const real = name !== null && !isOnlineLine(name);
  if (street === null && city === null && state === null && !real) return "none";
  return approximate || (street === null && !real && (city === null || fromAfar)) ? "town" : "street";
}
