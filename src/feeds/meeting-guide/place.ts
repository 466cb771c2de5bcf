import type { Place } from "../../meetings/meeting.ts";
import { canBeIn } from "../../places/state-boxes.ts";
import { addressOf, countryOf, isAbroad, stateOf, zipOf } from "../values/address.ts";
import { houseName } from "../values/names.ts";
import { pointIn, pointOf } from "../values/point.ts";
import { type Note, short } from "../values/repair.ts";

/** A record's fields, and how each is read: as plain text that names no person. */
export interface Fields {
  record: Readonly<Record<string, unknown>>;
  text: (field: string, max?: number) => string | null;
  note: Note;
}

const virtual =
  /^(?:online|virtual|zoom|on-?line meeting|virtual meeting(?: room)?|zoom meeting|telephone|phone|conference call|internet)\b/i;

/** Where a record of the Meeting Guide meets: its own fields first, then what its one-line address says. */
export function placeOf({ record, text, note }: Fields): Place {
  const point = pointOf(record["latitude"] ?? record["coordinates"], record["longitude"], note);
  const said = addressOf(text("formatted_address") ?? "", point);
  const country = countryOf(text("country"));
  const named = ownState(text("state"), note) ?? said.state;
  // WA is in Australia too.
  const state = isAbroad(country) && !(named !== null && point !== null && canBeIn(named, point)) ? null : named;
  const place = {
    name: houseName(text("location")),
    street: text("address") ?? said.street,
    city: text("city") ?? said.city,
    state,
    zip: zipOf(text("postal_code"), state) ?? said.zip,
    country: (isAbroad(country) && state !== null ? "US" : country) ?? (state ? "US" : said.country),
    notes: text("location_notes"),
  };
  return { ...place, point: pointIn(state, point, note), approximate: isApproximate(record["approximate"], place) };
}

function ownState(words: string | null, note: Note): string | null {
  const state = words === null ? null : stateOf(words);
  if (words !== null && state !== words) note("state", words);
  return state;
}

/** Its own word for it, or else whether there is a street, or a house known by name, to go to. */
function isApproximate(stated: unknown, { name, street }: Pick<Place, "name" | "street">): boolean {
  const word = short(stated).toLowerCase();
  if (/^(yes|true|1)$/.test(word)) return true;
  return word !== "no" && street === null && (name === null || virtual.test(name));
}

/** Whether somebody can go there, as joinOf asks. */
export function placeOpenOf({ name, street, city, state, approximate }: Place): "exact" | "approximate" | "none" {
  const real = name !== null && !virtual.test(name);
  if (street === null && city === null && state === null && !real) return "none";
  return approximate || (street === null && !real && city === null) ? "approximate" : "exact";
}
