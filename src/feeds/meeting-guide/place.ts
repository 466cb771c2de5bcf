import type { Place } from "../../meetings/meeting.ts";
import { canBeIn } from "../../places/state-boxes.ts";
import type { Reader } from "../reader.ts";
import type { FeedSource } from "../record.ts";
import { addressOf, countryOf, isAbroad, readState, zipOf } from "../values/address.ts";
import { unlessRepeated } from "../values/areas.ts";
import { buildingName } from "../values/names.ts";
import { pointIn, pointOf } from "../values/point.ts";
import { excerpt } from "../values/text.ts";

const virtual =
  /^(?:online|virtual|zoom|on-?line meeting|virtual meeting(?: room)?|zoom meeting|telephone|phone|conference call|internet)\b/i;

/** Where a record of the Meeting Guide meets: its own fields first, then the parts of its one-line address. */
export function readGuidePlace(reader: Reader, { isTown }: Pick<FeedSource, "isTown">): Place {
  const point = pointOf(reader.number("latitude") ?? reader.number("coordinates"), reader.number("longitude"), reader.repaired);
  const own = ownStateOf(reader);
  const { street, whole } = linesOf(reader, (line) => own !== null && isTown?.(line, own) === true);
  const said = addressOf(whole ?? "", point);
  const country = countryOf(reader.text("country"));
  const named = own ?? said.state;
  // WA is in Australia too.
  const state = isAbroad(country) && !(named !== null && point !== null && canBeIn(named, point)) ? null : named;
  const place = {
    name: buildingName(reader.text("location")),
    street: street ?? said.street,
    city: reader.text("city") ?? said.city,
    state,
    zip: zipOf(reader.text("postal_code"), state) ?? said.zip,
    country: (isAbroad(country) && state !== null ? "US" : country) ?? (state ? "US" : said.country),
    notes: reader.text("location_notes"),
  };
  const name = unlessRepeated(place.name, place.street, place.city, place.state, place.zip);
  return {
    ...place,
    name,
    point: pointIn(state, point, reader.repaired),
    approximate: isApproximate(reader.raw("approximate"), { ...place, name }),
  };
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
  return word !== "no" && street === null && (name === null || virtual.test(name));
}

/** How exactly one knows where to go, as joinOf asks. A town alone is no place to go where one can also join from afar. */
export function addressKnownOf({ name, street, city, state, approximate }: Place, fromAfar: boolean): "street" | "town" | "none" {
  const real = name !== null && !virtual.test(name);
  if (street === null && city === null && state === null && !real) return "none";
  return approximate || (street === null && !real && (city === null || fromAfar)) ? "town" : "street";
}
