import type { Place } from "../../meetings/meeting.ts";
import type { Reader } from "../reader.ts";
import { countryOf, isAbroad, stateOf, zipOf } from "../values/address.ts";
import { pointIn, pointOf } from "../values/point.ts";

/** Where a record of BMLT meets. */
export function placeOf(reader: Reader): Place {
  const { text, repaired } = reader;
  const name = withoutOnlineWords(text("location_text"));
  const street = withoutOnlineWords(text("location_street"));
  const part = text("location_city_subsection");
  const city = text("location_municipality") ?? part;
  const nation = text("location_nation");
  const country = countryOf(nation) ?? (stateOf(text("location_province") ?? "") && "US");
  const state = isAbroad(country) ? null : statedStateOf(reader);
  const directions = [text("location_info"), part === city ? null : part];
  const lines = [text("train_lines"), text("bus_lines")];
  const point = pointIn(state, pointOf(reader.number("latitude"), reader.number("longitude"), repaired), repaired);
  return {
    ...{ name, street, city, state, zip: zipOf(text("location_postal_code_1"), state) },
    ...{ country, point, approximate: !name && !street, notes: [...directions, ...lines].filter(Boolean).join("\n") || null },
  };
}

/** "tx" and "Texas" are how servers write states; what is not a state is reported. */
function statedStateOf({ text, repaired }: Reader): string | null {
  const said = text("location_province");
  const state = said === null ? null : stateOf(said);
  if (said !== null && state === null) repaired("state", said);
  return state;
}

/** Where a form asks for a place, people who meet online write "Zoom"; that is null. */
function withoutOnlineWords(text: string | null): string | null {
  return text && /^(zoom|online|virtual|phone|on-?line|en l[ií]nea|n\/?a|tbd)( (meeting|only|zoom|video))*$/i.test(text) ? null : text;
}
