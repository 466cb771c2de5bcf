import type { Place } from "../../meetings/meeting.ts";
import type { Reader } from "../reader.ts";
import { countryOf, isAbroad, stateOf, zipOf } from "../values/address.ts";
import { pointIn, pointOf } from "../values/point.ts";

/** Where a record of BMLT meets. */
export function placeOf(reader: Reader): Place {
  const name = realPlace(reader.text("location_text", "locationText"));
  const street = realPlace(reader.text("location_street", "locationStreet"));
  const part = reader.text("location_city_subsection", "locationCitySubsection");
  const city = reader.text("location_municipality", "locationMunicipality") ?? part;
  const nation = reader.text("location_nation", "locationNation");
  const country = countryOf(nation) ?? (stateOf(reader.text("location_province", "locationProvince") ?? "") && "US");
  const state = isAbroad(country) ? null : statedStateOf(reader);
  const directions = [reader.text("location_info", "locationInfo"), part === city ? null : part];
  const lines = [reader.text("train_lines"), reader.text("bus_lines")];
  const point = pointIn(
    state,
    pointOf(figures(reader.raw("latitude")), figures(reader.raw("longitude")), reader.repaired),
    reader.repaired,
  );
  return {
    ...{ name, street, city, state, zip: zipOf(reader.text("location_postal_code_1", "locationPostalCode1"), state) },
    ...{ country, point, approximate: !name && !street, notes: [...directions, ...lines].filter(Boolean).join("\n") || null },
  };
}

/** Every value is a string there, so that alone is no repair. */
const figures = (value: string | null) => (value !== null && /^[+-]?\d{1,3}(\.\d+)?$/.test(value) ? Number(value) : value);

/** "tx" and "Texas" are how servers write them; what is no state is told. */
function statedStateOf(reader: Reader): string | null {
  const said = reader.text("location_province", "locationProvince");
  const state = said === null ? null : stateOf(said);
  if (said !== null && state === null) reader.repaired("state", said);
  return state;
}

/** Where a place is asked for, people who meet online write "Zoom". */
function realPlace(text: string | null): string | null {
  return text && /^(zoom|online|virtual|phone|on-?line|en l[ií]nea|n\/?a|tbd)( (meeting|only|zoom|video))*$/i.test(text) ? null : text;
}
