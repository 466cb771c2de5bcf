import { facetValues } from "../facets/vocabulary.ts";
import type { Place } from "../meetings/meeting.ts";
import { canBeIn } from "../places/state-boxes.ts";

type Address = Pick<Place, "street" | "city" | "state" | "zip" | "country">;
type Point = Place["point"];

const byName = new Map(facetValues("state").map(({ id, label }) => [label.en.toLowerCase(), id]));
for (const territory of ["AS", "GU", "MP", "PR", "VI"]) byName.set(territory.toLowerCase(), territory);
for (const { id } of facetValues("state")) byName.set(id.toLowerCase(), id);

const inTheUs = /^(u\.?s\.?a?\.?|united states( of america)?|ee\.? ?uu\.?|estados unidos)$/i;

/** What countries are called in the languages that feeds of the US are written in, and some that a list of countries lacks. */
const countries = new Set(["uk", "england", "scotland", "wales", "northern ireland", "republic of ireland", "ee. uu."]);
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
for (const language of ["en", "es", "fr"]) {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  for (const code of letters.flatMap((one) => letters.map((two) => one + two))) countries.add(names.of(code)?.toLowerCase() ?? "");
}

/** Two letters of ".TX", "tx", "Texas" or "TX 79409"; null where it is no state of the US. */
export function stateOf(text: string): string | null {
  const words = text
    .toLowerCase()
    .replace(/[\d-]+$/, "")
    .replace(/[^a-z ]/g, "")
    .trim();
  return byName.get(words) ?? null;
}

/** Five digits of "59215-1234"; a spreadsheet takes the zero from the ZIP codes of the North-East. */
export function zipOf(text: string | null, state: string | null): string | null {
  const [, digits] = text?.match(/^(\d{4,5})(?:-\d{4})?$/) ?? [];
  if (digits === undefined || digits.length === 5) return digits ?? null;
  return state !== null && ["CT", "MA", "ME", "NH", "NJ", "RI", "VT"].includes(state) ? `0${digits}` : null;
}

/** "US", or a country in its feed's words. */
export function countryOf(text: string | null): string | null {
  return text !== null && inTheUs.test(text) ? "US" : text;
}

/**
 * The place with the state that its feed's region names ("TX", "US-TX", "Texas"), where it names none itself. Only a place in the
 * US, and not where its point is in another state; any other region says nothing.
 */
export function inRegion(region: string | null, place: Place): Place {
  const state = region === null ? null : stateOf(region.replace(/^US-/i, ""));
  const open = place.state === null && (place.country ?? "US") === "US" && (place.street ?? place.city ?? place.zip) !== null;
  if (state === null || !open || (place.point !== null && !canBeIn(state, place.point))) return place;
  return { ...place, state, country: "US" };
}

/** What "123 Main St, Billings, MT 59101, USA" says, as far as it can be told; a town alone, or a foreign address, is less. */
export function addressOf(text: string, point: Point): Address {
  const parts = text.split(/[,\n]/).flatMap((part) => part.trim() || []);
  const country = inTheUs.test(parts.at(-1) ?? "") ? "US" : null;
  if (country) parts.pop();
  const end = stateAtEnd(parts, point, country !== null);
  if (end) return { ...streetAndCity(end.rest), state: end.state, zip: end.zip, country: "US" };
  if (country === null && parts.length > 1 && countries.has(parts.at(-1)!.toLowerCase()))
    return { ...streetAndCity(abroad(parts)), ...nowhere, country: parts.at(-1)! };
  return { ...streetAndCity(parts), ...nowhere, country };
}

const nowhere = { state: null, zip: null };

/** The state, its ZIP code, and the parts before them, where the address ends so. */
function stateAtEnd(
  parts: readonly string[],
  point: Point,
  surelyUs: boolean,
): { state: string; zip: string | null; rest: string[] } | null {
  const ending = /^\d{5}(-\d{4})?$/.test(parts.at(-1) ?? "") ? parts.slice(-2).join(" ") : (parts.at(-1) ?? "");
  const rest = parts.slice(0, ending === parts.at(-1) ? -1 : -2);
  const found =
    ending.match(/^(|.*?[ .])\.?([A-Za-z]{2})\.?(?: +(\d{5})(?:-\d{4})?)?$/) ??
    ending.match(/^()([A-Za-z]{4,}(?: [A-Za-z]+){0,2})(?: +(\d{5})(?:-\d{4})?)?$/);
  const state = found ? stateOf(found[2]!) : null;
  if (!found || state === null || !isCertain(found[2]!, found[3] !== undefined || surelyUs, state, point)) return null;
  return { state, zip: found[3] ?? null, rest: found[1]!.trim() ? [...rest, found[1]!.trim()] : rest };
}

/** "Tbilisi, Georgia" is no state; its point tells. Nor is the "in" of some foreign line. */
function isCertain(words: string, marked: boolean, state: string, point: Point): boolean {
  if (marked) return true;
  return words.length === 2 ? words === words.toUpperCase() : point === null || canBeIn(state, point);
}

function streetAndCity(parts: readonly string[]): Pick<Address, "street" | "city"> {
  const last = parts.at(-1) ?? null;
  if (parts.length === 1 && /^\d/.test(last!)) return { street: last, city: null };
  return { street: parts.slice(0, -1).join(", ") || null, city: last };
}

/** Foreign lines without the country, up to the last that holds no postal code. */
function abroad(parts: readonly string[]): string[] {
  const lines = parts.slice(0, -1);
  while (lines.length > 1 && /\d|^[A-Z]{2,3}$/.test(lines.at(-1)!)) lines.pop();
  return lines;
}
