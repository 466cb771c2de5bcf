import type { Place } from "../../meetings/meeting.ts";
import { canBeIn } from "../../places/state-boxes.ts";
import { stateCodes, stateNamed } from "../../places/states.ts";
import { inFullWords, plainWords } from "../../places/town.ts";

type Address = Pick<Place, "street" | "city" | "state" | "zip" | "country">;
type Point = Place["point"];

const inTheUs = /^(u\.?s\.?a?\.?|united states( of america)?|america|ee\.? ?uu\.?|estados unidos)$/i;
const provinces =
  /^(?:ab|bc|mb|nb|nl|ns|nt|nu|on|pe|qc|sk|yt|alberta|british columbia|manitoba|new brunswick|newfoundland.*|nova scotia|ontario|prince edward island|qu[eé]bec|saskatchewan)\.?(?: [a-z]\d[a-z] ?\d[a-z]\d)?$/i;

/** The names of countries in the languages in which feeds of the US are written, and some that lists of countries lack. */
const countries = new Set(["uk", "can", "mex", "england", "scotland", "wales", "northern ireland", "republic of ireland", "ee. uu."]);
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
for (const language of ["en", "es", "fr"]) {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  for (const code of letters.flatMap((one) => letters.map((two) => one + two))) countries.add(names.of(code)?.toLowerCase() ?? "");
}
const byCode = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const countryWithCode = (code: string) => (/^[A-Za-z]{2}$/.test(code) ? (byCode.of(code.toUpperCase()) ?? null) : null);

/** Two letters of ".TX", "US-TX", "Texas, USA", "Tex." or "TX 79409"; null where it is not a state of the US. */
export function readState(text: string): string | null {
  const whole = stateIn(text);
  if (whole !== null) return whole;
  const [first, ...more] = text.split(/[-–,()/]+/).flatMap((part) => (part.trim() === "" ? [] : [stateIn(part)]));
  return first !== undefined && more.every((part) => part === first) ? first : null;
}

/** The state that these words name, beside "USA" and the digits of a ZIP code. */
function stateIn(text: string): string | null {
  const words = plainWords(text).filter((word) => !/^\d+$|^usa?$/.test(word));
  const plain = words.join(" ");
  if (plain === "washington dc") return "DC";
  return stateNamed(plain) ?? stateNamed(inFullWords(words).join(" "));
}

/** Five digits of "59215-1234" or "59215.0"; a spreadsheet takes the zeros from the ZIP codes of the North-East and the islands. */
export function zipOf(text: string | null, state: string | null): string | null {
  const [, digits] = text?.match(/^(?:[A-Za-z]{2}\.? )?(\d{3,5})(?:\.0+|-|[- ]?\d{4})?$/) ?? [];
  if (digits === undefined || digits.length === 5) return digits ?? null;
  const zeros = { 4: ["CT", "MA", "ME", "NH", "NJ", "RI", "VT"], 3: ["PR", "VI"] }[digits.length] ?? [];
  return state !== null && zeros.includes(state) ? digits.padStart(5, "0") : null;
}

const islands = /^(?:AS|GU|MP|PR|VI|.*(?:puerto rico|virgin islands|american samoa|guam|northern mariana).*)$/i;

/** Whether a country is another than the US; false for a word that is not a country at all. */
export function isAbroad(country: string | null): boolean {
  if (country === null || inTheUs.test(country) || islands.test(country)) return false;
  if (country.length > 2 && stateIn(country) !== null) return false;
  return countries.has(country.toLowerCase()) || countryWithCode(country) !== null;
}

/** "US", or a country in its feed's words. */
export function countryOf(text: string | null): string | null {
  return text !== null && inTheUs.test(text) ? "US" : text;
}

/**
 * The place with the state that its feed's region names ("TX", "US-TX", "Texas"), where the place names none itself. Only for places
 * in the US, and not where the point is in another state; a region in other words changes nothing.
 */
export function inRegion(region: string | null, place: Place): Place {
  const state = region === null ? null : readState(region.replace(/^US-/i, ""));
  const open = place.state === null && (place.country ?? "US") === "US" && (place.street ?? place.city ?? place.zip) !== null;
  if (state === null || !open || (place.point !== null && !canBeIn(state, place.point))) return place;
  return { ...place, state, country: "US" };
}

/** The parts of "123 Main St, Billings, MT 59101, USA", as far as they can be known; a town alone, or a foreign address, has fewer. */
export function addressOf(text: string, point: Point): Address {
  const parts = text
    .replace(/(\d{5}) (U\.?S\.?A?\.?)$/, "$1, $2")
    .split(/[,\n]/)
    .flatMap((part) => part.trim() || []);
  const country = inTheUs.test(parts.at(-1) ?? "") ? "US" : null;
  if (country) parts.pop();
  const end = stateAtEnd(parts, point, country !== null);
  const foreign = countryByCode(parts, point);
  if (foreign) return { ...streetAndCity(abroad(parts)), ...nowhere, country: foreign };
  if (end) return { ...streetAndCity(end.rest), state: end.state, zip: end.zip, country: "US" };
  const last = parts.at(-1) ?? "";
  if (country === null && parts.length > 1 && countries.has(last.toLowerCase()))
    return { ...streetAndCity(abroad(parts)), ...nowhere, country: last };
  const [, town, zip = null] = last.match(/^(\D{1,60}) (\d{5})(?:-\d{4})?$/) ?? [];
  // "Ardmore 73401" names no state; elsewhere too a town may be followed by five figures.
  const isZip = town !== undefined && parts.length > 1 && (country !== null || (point !== null && !isFarFromAllStates(point)));
  if (isZip) return { ...streetAndCity(parts.with(-1, town)), state: null, zip, country: "US" };
  return { ...streetAndCity(parts), ...nowhere, country };
}

/** "Toronto, ON, CA" and "Berlin, DE": countries whose codes are also states'. The province decides, or a point far from all states. */
function countryByCode(parts: readonly string[], point: Point): string | null {
  const [before, code = ""] = parts.slice(-2);
  if (before === undefined || !/^[A-Z]{2}$/.test(code)) return null;
  if (code === "CA" && provinces.test(before)) return "Canada";
  return point !== null && isFarFromAllStates(point) ? countryWithCode(code) : null;
}

/** Whether a point is in no state, not even if its minus was lost or its figures exchanged. */
function isFarFromAllStates({ latitude, longitude }: NonNullable<Point>): boolean {
  const points = [
    { latitude, longitude },
    { latitude, longitude: -longitude },
    { latitude: longitude, longitude: latitude },
  ];
  return !points.some((one) => stateCodes.some((state) => canBeIn(state, one)));
}

const nowhere = { state: null, zip: null };

/** The state, its ZIP code, and the parts before them, where the address ends so. */
function stateAtEnd(
  parts: readonly string[],
  point: Point,
  surelyUs: boolean,
): { state: string; zip: string | null; rest: string[] } | null {
  const last = (parts.at(-1) ?? "").replace(/\b([A-Z])\. ?([A-Z])\.(?= |$)/g, "$1$2");
  const ending = /^\d{5}(-\d{4})?$/.test(parts.at(-1) ?? "") ? parts.slice(-2).join(" ") : last;
  const rest = parts.slice(0, ending === last ? -1 : -2);
  const found =
    ending.match(/^(|.*?[ .])\.?([A-Za-z]{2})\.?(?: +(\d{5})(?:-\d{4})?)?$/) ??
    ending.match(/^()([A-Za-z]{4,}(?: [A-Za-z]+){0,2})(?: +(\d{5})(?:-\d{4})?)?$/);
  const [, before = "", words = "", zip = null] = found ?? [];
  const state = stateIn(words);
  if (state === null || !isCertain(words, zip !== null || surelyUs, state, point)) return null;
  return { state, zip, rest: before.trim() ? [...rest, before.trim()] : rest };
}

/** "Tbilisi, Georgia" names no state, as its point shows; nor does the "in" of a foreign line. */
function isCertain(words: string, marked: boolean, state: string, point: Point): boolean {
  if (marked) return true;
  const there = point === null ? words.length > 2 : canBeIn(state, point);
  return there || (words.length === 2 && words === words.toUpperCase());
}

function streetAndCity(parts: readonly string[]): Pick<Address, "street" | "city"> {
  const last = parts.at(-1) ?? null;
  if (last !== null && parts.length === 1 && /^\d/.test(last)) return { street: last, city: null };
  return { street: parts.slice(0, -1).join(", ") || null, city: last };
}

/** Foreign lines without the country, up to the last that holds no postal code. */
function abroad(parts: readonly string[]): string[] {
  const lines = parts.slice(0, -1);
  while (lines.length > 1 && /\d|^[A-Z]{2,3}$/.test(lines.at(-1) ?? "")) lines.pop();
  return lines;
}
