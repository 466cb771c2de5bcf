import type { Place } from "../../meetings/meeting.ts";
import { canBeIn } from "../../places/state-boxes.ts";
import { stateCodes, stateNamed } from "../../places/states.ts";
import { inFullWords, plainWords } from "../../places/town.ts";
import type { Gazetteer } from "../record.ts";
import { countryWithCode, isCountry, isProvince, isUs } from "./abroad.ts";
import { stateByZip, zipOf } from "./zip.ts";

type Address = Pick<Place, "street" | "city" | "state" | "zip" | "country">;
type Point = Place["point"];

/** Returns the two-letter code of ".TX", "US-TX", "Texas, USA", "Tex.", "TX 79409" or "Lubbock County, TX"; null if it is no US state. */
export function readState(text: string): string | null {
  const whole = stateIn(text);
  if (whole !== null) return whole;
  if (plainWords(text).join(" ") === "washington dc") return "DC";
  const parts = text.split(/[-–,()/]+/).filter((part) => part.trim() !== "" && !/\b(?:county|parish|borough)\s*$/i.test(part));
  const [first, ...more] = parts.map(stateIn);
  return first !== undefined && more.every((part) => part === first) ? first : null;
}

/** Returns the state that these words name, ignoring "USA" and the digits of a ZIP code. */
function stateIn(text: string): string | null {
  const words = plainWords(text).filter((word) => !/^\d+$|^usa?$/.test(word));
  return stateNamed(words.join(" ")) ?? stateNamed(inFullWords(words).join(" "));
}

/**
 * Returns the place with the state that its feed's region names ("TX", "US-TX", "Texas"), if the place names none itself. Only for places in the
 * US, and not if the point is in another state; any other region changes nothing.
 */
export function inRegion(region: string | null, place: Place): Place {
  const state = region === null ? null : readState(region.replace(/^US-/i, ""));
  const open = place.state === null && (place.country ?? "US") === "US" && (place.street ?? place.city ?? place.zip) !== null;
  if (state === null || !open || (place.point !== null && !canBeIn(state, place.point))) return place;
  return { ...place, state, country: "US" };
}

const nowhere = { state: null, zip: null };

/** Returns the parts of "123 Main St, Billings, MT 59101, USA", as far as they are known; a town alone or a foreign address has fewer. */
export function addressOf(text: string, point: Point, gazetteer?: Gazetteer): Address {
  const parts = text
    .replace(/(\d{5}) (U\.?S\.?A?\.?)$/, "$1, $2")
    .split(/[,;\n]/)
    .flatMap((part) => part.trim() || []);
  const country = isUs(parts.at(-1) ?? "") ? "US" : null;
  if (country) parts.pop();
  restoreZero(parts, gazetteer);
  const foreign = countryByCode(parts, point);
  if (foreign) return { ...streetAndCity(abroad(parts)), ...nowhere, country: foreign };
  const end = stateAtEnd(parts, { point, surelyUs: country !== null, gazetteer });
  if (end) return { ...withTownAtEnd(streetAndCity(end.rest), end.state, gazetteer), state: end.state, zip: end.zip, country: "US" };
  const last = parts.at(-1) ?? "";
  if (country === null && parts.length > 1 && isCountry(last)) return { ...streetAndCity(abroad(parts)), ...nowhere, country: last };
  if (country === null && isProvince(last)) return { ...streetAndCity(parts.slice(0, -1)), ...nowhere, country: "Canada" };
  return withZipAtEnd(parts, { point, country, gazetteer }) ?? { ...streetAndCity(parts), ...nowhere, country };
}

/** Restores the leading zeros of the ZIP code in the last part: "Greenfield, MA 1301", "Greenfield, MA, 1301". */
function restoreZero(parts: string[], gazetteer: Gazetteer | undefined): void {
  const [, before = parts.at(-2) ?? "", digits] = (parts.at(-1) ?? "").match(/^(?:(\D{1,60}) )?(\d{3,4})(?:-\d{4})?$/) ?? [];
  if (digits === undefined) return;
  const states = [before, before.split(" ").slice(-2).join(" "), before.split(" ").at(-1)!].map(stateIn);
  const zip = states.map((state) => zipOf(digits, state, gazetteer)).find((found) => found !== null);
  if (zip !== undefined) parts.push(parts.pop()!.replace(digits, zip));
}

/** Reads a town and ZIP code without a state ("Ardmore 73401"); null if it may be foreign: other countries have five-digit codes too. */
function withZipAtEnd(
  parts: readonly string[],
  { point, country, gazetteer }: { point: Point; country: string | null; gazetteer: Gazetteer | undefined },
): Address | null {
  const [, town, zip] = (parts.at(-1) ?? "").match(/^(\D{0,60}?) ?(\d{5})(?:-\d{4})?$/) ?? [];
  if (town === undefined || zip === undefined) return null;
  const line = parts.at(-2) ?? "";
  const city = town || (/^\D/.test(line) ? line : null);
  const rest = town ? parts.with(-1, town) : parts.slice(0, -1);
  const isThere = town !== "" && parts.length > 1 && (country !== null || (point !== null && !isFarFromAllStates(point)));
  const state = stateByZip({ zip, city, point }, gazetteer);
  if (!isThere && state === null) return null;
  return { ...streetAndCity(rest), state, zip, country: state === null ? country : "US" };
}

/**
 * Returns the country of "Toronto, ON, CA" or "Berlin, DE", where the code is also a state's. The province decides, or a point far from all
 * states.
 */
function countryByCode(parts: readonly string[], point: Point): string | null {
  const [before, code = ""] = parts.slice(-2);
  if (before === undefined || !/^[A-Z]{2}$/.test(code)) return null;
  if (code === "CA" && isProvince(before)) return "Canada";
  return point !== null && isFarFromAllStates(point) ? countryWithCode(code) : null;
}

/** Whether a point is in no state, even with its minus sign restored or its coordinates swapped. */
function isFarFromAllStates({ latitude, longitude }: NonNullable<Point>): boolean {
  const points = [
    { latitude, longitude },
    { latitude, longitude: -longitude },
    { latitude: longitude, longitude: latitude },
  ];
  return !points.some((one) => stateCodes.some((state) => canBeIn(state, one)));
}

interface Known {
  point: Point;
  surelyUs: boolean;
  gazetteer: Gazetteer | undefined;
}

interface End {
  state: string;
  zip: string | null;
  rest: string[];
}

/** As in "District of Columbia". */
const maxStateWords = 3;

/** Returns the state and ZIP code at the end of an address, with the parts before them; null if it ends otherwise. */
function stateAtEnd(parts: readonly string[], known: Known): End | null {
  const isZipApart = /^\d{5}(-\d{4})?$/.test(parts.at(-1) ?? "");
  const ending = (isZipApart ? parts.slice(-2).join(" ") : (parts.at(-1) ?? "")).replace(/\b([A-Z])\. ?([A-Z])\.(?= |$)/g, "$1$2");
  const [digits = "", zip = null] = ending.match(/ (\d{5})(?:-\d{4})?$/) ?? [];
  const words = ending.slice(0, ending.length - digits.length).split(/(?<=[ .])(?=\.?[A-Za-z])/);
  const before = parts.slice(0, isZipApart ? -2 : -1);
  for (let count = Math.min(words.length, maxStateWords); count > 0; count--) {
    const [said, town] = [words.slice(-count).join("").trim(), words.slice(0, -count).join("").trim()];
    const state = stateIn(said);
    const rest = town === "" ? before : [...before, town];
    if (state === null || !isCertain(said, { ...known, state, zip, isWhole: town === "", town: rest.at(-1) ?? "" })) continue;
    return { state, zip, rest };
  }
  return null;
}

interface Said extends Known {
  state: string;
  zip: string | null;
  /** Whether nothing else is between the last two commas. */
  isWhole: boolean;
  /** The part before the state. */
  town: string;
}

/** Whether the words surely name a state: "Tbilisi, Georgia" does not, as its point shows, nor does the "in" of a foreign line. */
function isCertain(words: string, { state, zip, isWhole, town, point, surelyUs, gazetteer }: Said): boolean {
  const isCode = /^\.?[A-Za-z]{2}\.?$/.test(words);
  const isPlain = isWhole || isCode;
  if (isPlain && (zip !== null || surelyUs)) return true;
  const isTown = gazetteer?.isTown(town, state) === true || townAtEnd(town, state, gazetteer) !== null;
  if (isTown && (point === null || canBeIn(state, point))) return true;
  // "Mount Washington 40047": the ZIP code's own state decides.
  if (!isPlain) return zip !== null && gazetteer?.stateOfZip(zip) === state;
  const there = point === null ? !isCode : canBeIn(state, point);
  return there || (isCode && words === words.toUpperCase());
}

function streetAndCity(parts: readonly string[]): Pick<Address, "street" | "city"> {
  const last = parts.at(-1) ?? null;
  if (last !== null && parts.length === 1 && /^\d/.test(last)) return { street: last, city: null };
  return { street: parts.slice(0, -1).join(", ") || null, city: last };
}

/** As in "Truth or Consequences". */
const maxTownWords = 3;

/** Splits "12 Oak St Billings" into a street and a town, if the state has a town of that name. */
function withTownAtEnd(place: Pick<Address, "street" | "city">, state: string, gazetteer?: Gazetteer): Pick<Address, "street" | "city"> {
  return (place.city === null ? townAtEnd(place.street ?? "", state, gazetteer) : null) ?? place;
}

function townAtEnd(line: string, state: string, gazetteer?: Gazetteer): Pick<Address, "street" | "city"> | null {
  const words = line.split(" ");
  for (let count = Math.min(maxTownWords, words.length - 2); count > 0; count--) {
    const [street, city] = [words.slice(0, -count).join(" "), words.slice(-count).join(" ")];
    if (/^\p{L}/u.test(city) && gazetteer?.isTown(city, state)) return { street: street.replace(/ [-–—|]$/, ""), city };
  }
  return null;
}

/** Returns foreign lines without the country, and without lines of postal and province codes before it. */
function abroad(parts: readonly string[]): string[] {
  const lines = parts.slice(0, -1);
  while (lines.length > 1 && /\d|^[A-Z]{2,3}$/.test(lines.at(-1) ?? "")) lines.pop();
  return lines;
}
