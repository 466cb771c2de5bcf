import type { Place } from "../../meetings/meeting.ts";
import type { Reader } from "../reader.ts";
import type { FeedSource } from "../record.ts";
import { countryOf, isAbroad } from "../values/abroad.ts";
import { readState } from "../values/address.ts";
import { streetLine, unlessOnline } from "../values/names.ts";
import { pointIn, pointOf } from "../values/point.ts";
import { stateByZip, zipOf } from "../values/zip.ts";

/** Returns where a record of BMLT meets. */
export function readBmltPlace(reader: Reader, { gazetteer }: Pick<FeedSource, "gazetteer">): Place {
  const name = unlessOnline(reader.text("location_text"));
  const street = streetLine(reader.text("location_street"));
  const part = reader.text("location_city_subsection");
  const city = reader.text("location_municipality") ?? part;
  const nation = reader.text("location_nation");
  const stated = statedStateOf(reader);
  const given = pointOf(reader.number("latitude"), reader.number("longitude"), reader.repaired);
  const zip = zipOf(reader.text("location_postal_code_1"), stated, gazetteer);
  const named = stated ?? (isAbroad(countryOf(nation)) ? null : stateByZip({ zip, city, point: given }, gazetteer));
  const country = countryOf(nation) ?? (named && "US");
  const state = isAbroad(country) ? null : named;
  const directions = [reader.text("location_info"), part === city ? null : part];
  const lines = [reader.text("train_lines"), reader.text("bus_lines"), reader.text("public_transport")];
  const point = pointIn(state, given, reader.repaired);
  return {
    ...{ name, street, city, state, zip },
    ...{ country, point, approximate: !name && !street, notes: [...directions, ...lines].filter(Boolean).join("\n") || null },
  };
}

/** Returns the state, which servers write as "tx" or "Texas"; reports a value that is not a state. */
function statedStateOf(reader: Reader): string | null {
  const said = reader.text("location_province");
  const state = said === null ? null : readState(said);
  if (said !== null && state === null) reader.repaired("state", said);
  return state;
}
