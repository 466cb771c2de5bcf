import type { Place } from "../../meetings/meeting.ts";
import type { Reader } from "../reader.ts";
import { countryOf, isAbroad, readState, zipOf } from "../values/address.ts";
import { pointIn, pointOf } from "../values/point.ts";

/** Where a record of BMLT meets. */
export function readBmltPlace(reader: Reader): Place {
  const name = withoutOnlineWords(reader.text("location_text"));
  const street = withoutOnlineWords(reader.text("location_street"));
  const part = reader.text("location_city_subsection");
  const city = reader.text("location_municipality") ?? part;
  const nation = reader.text("location_nation");
  const country = countryOf(nation) ?? (readState(reader.text("location_province") ?? "") && "US");
  const state = isAbroad(country) ? null : statedStateOf(reader);
  const directions = [reader.text("location_info"), part === city ? null : part];
  const lines = [reader.text("train_lines"), reader.text("bus_lines"), reader.text("public_transport")];
  const point = pointIn(state, pointOf(reader.number("latitude"), reader.number("longitude"), reader.repaired), reader.repaired);
  return {
    ...{ name, street, city, state, zip: zipOf(reader.text("location_postal_code_1"), state) },
    ...{ country, point, approximate: !name && !street, notes: [...directions, ...lines].filter(Boolean).join("\n") || null },
  };
}

/** "tx" and "Texas" are how servers write states; what is not a state is reported. */
function statedStateOf(reader: Reader): string | null {
  const said = reader.text("location_province");
  const state = said === null ? null : readState(said);
  if (said !== null && state === null) reader.repaired("state", said);
  return state;
}

/** Where a form asks for a place, people who meet online write "Zoom"; that is null. */
function withoutOnlineWords(text: string | null): string | null {
  return text && /^(zoom|online|virtual|phone|on-?line|en l[ií]nea|n\/?a|tbd)( (meeting|only|zoom|video))*$/i.test(text) ? null : text;
}
