import type { Meeting } from "../../meetings/meeting.ts";
import { unlessOnline } from "../values/names.ts";
import { type Check, eachIn, firstOf, ifRepaired, lettersOf, type Reason, reasonInText, squash, textIn, valueIn } from "./field-check.ts";

/** How the fields of a place are compared, in both dialects. */

interface PlaceFields {
  name: string;
  street: string;
  city: string;
  state: string;
  zip: string;
  country: string;
  notes: readonly string[];
  areas: readonly string[];
}

const isOnline = /^(?:online|virtual|zoom|phone|telephone|internet|n\/?a|tbd|district)\b/i;

/** Explains a building that only repeats the address, or is none. */
const nameReason: Reason = (value, { meeting }) => {
  const said = lettersOf(squash(value));
  const { street, city, state, zip } = meeting.place;
  const line = [street, city, state, zip]
    .filter((part) => part !== null)
    .map(lettersOf)
    .join("");
  if (said !== "" && line.includes(said)) return "it only repeats the address";
  return isOnline.test(squash(value)) ? "no building" : null;
};

/** Explains a street field with the whole address, or with a word for online. */
const streetReason: Reason = (value, { meeting }) => {
  const said = squash(value);
  if (isOnline.test(said) || unlessOnline(said) === null) return "no street";
  const { street, city, state, zip, country } = meeting.place;
  const words = [street, city, state, zip, country]
    .filter((part) => part !== null)
    .map(lettersOf)
    .join(" ");
  const missing = said.split(/[\s,]+/).filter((word) => !words.includes(lettersOf(word)));
  return missing.every((word) => /^u\.?s\.?a?\.?$/i.test(word) || word.length > 3) && said.includes(",")
    ? "the whole line is taken apart"
    : null;
};

/** Explains a town field with its state and ZIP code, or with a word for online. */
const cityReason: Reason = (value, { meeting: { place } }) => {
  const said = squash(value);
  if (unlessOnline(said) === null) return "no town";
  const isTakenApart = place.city !== null && lettersOf(said).startsWith(lettersOf(place.city)) && (place.state ?? place.country) !== null;
  return isTakenApart ? "its state and ZIP code are kept apart" : null;
};

const isAbroad = ({ place: { country } }: Meeting) => country !== null && country !== "US";

const number = (field: "latitude" | "longitude"): Check =>
  valueIn(
    ({ place }: Meeting) => (place.point === null ? null : String(place.point[field])),
    (said, kept) => kept !== null && Math.abs(Number(said) - Number(kept)) < 1e-9,
    ifRepaired("coordinates", "put right, or nowhere that it can be"),
  );

/** Builds the checks for the fields of a place, given their names in a dialect. */
export function placeChecks({ name, street, city, state, zip, country, notes, areas }: PlaceFields): Record<string, Check> {
  const listed = eachIn(
    ({ areas: kept }) => kept,
    (value) => (squash(value).length > 100 ? "cut at 100 characters" : null),
    ifRepaired("privacy", "privacy: it leads to one person"),
    ifRepaired("text", "tags, entities or odd letters"),
  );
  return {
    [name]: textIn(name, ({ place, name: own }) => [place.name, own], nameReason),
    [street]: textIn(street, ({ place }) => [place.street], streetReason),
    [city]: textIn(city, ({ place }) => [place.city], cityReason),
    [state]: valueIn(
      ({ place }) => place.state,
      (said, kept) => said === kept,
      firstOf(ifRepaired("state", "in two letters, or no state of the US"), reasonInText(state), (_value, { meeting }) =>
        isAbroad(meeting) ? "abroad" : null,
      ),
    ),
    [zip]: valueIn(
      ({ place }) => place.zip,
      (said, kept) => kept !== null && said.replace(/^0+|\.0$/g, "").startsWith(kept.replace(/^0+/, "")),
      (value, { meeting }) => (isAbroad(meeting) ? "abroad: no ZIP code" : /^\d{5}/.test(squash(value)) ? null : "no ZIP code"),
    ),
    [country]: valueIn(
      ({ place }) => place.country,
      (said, kept) => lettersOf(said) === lettersOf(kept ?? "") || (kept === "US" && /^u\.?s\.?a?\.?$|^united states/i.test(said)),
      (_value, { meeting }) => (meeting.place.country === "US" ? "its state is in the US" : null),
    ),
    latitude: number("latitude"),
    longitude: number("longitude"),
    coordinates: (value, { meeting }) =>
      meeting.place.point === null
        ? { kept: null, why: "nowhere that it can be" }
        : squash(value).includes(String(meeting.place.point.latitude))
          ? null
          : { kept: `${meeting.place.point.latitude}, ${meeting.place.point.longitude}`, why: "read as this point" },
    ...Object.fromEntries(notes.map((field) => [field, textIn(field, ({ place, notes: own }) => [place.notes, own])])),
    ...Object.fromEntries(areas.map((field) => [field, listed])),
  };
}
