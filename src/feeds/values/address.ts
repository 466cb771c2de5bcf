import type { Place } from "../../meetings/meeting.ts";
import { canBeIn } from "../../places/state-boxes.ts";
import { stateCodes, stateNamed } from "../../places/states.ts";
import { inFullWords, plainWords } from "../../places/town.ts";
import type { Gazetteer } from "../record.ts";
import { countryWithCode, isCountry, isProvince, isUs } from "./abroad.ts";
import { stateByZip, zipOf } from "./zip.ts";

type Address = Pick<Place, "street" | "city" | "state" | "zip" | "country">;
type Point = Place["point"];

/** Two letters of ".TX", "US-TX", "Texas, USA", "Tex.", "TX 79409" or "Lubbock County, TX"; null where it is not a state of the US. */
export function readState(text: string): string | null {
  const whole = stateIn(text);
  if (whole !== null) return whole;
  if (plainWords(text).join(" ") === "washington dc") return "DC";
  const parts = text.split(/[-–,()/]+/).filter((part) => part.trim() !== "" && !/\b(?:county|parish|borough)\s*$/i.test(part));
  const [first, ...more] = parts.map(stateIn);
  return first !== undefined && more.every((part) => part === first) ? first : null;
}

/** The state that these words name, beside "USA" and the digits of a ZIP code. */
function stateIn(text: string): string | null {
  const words = plainWords(text).filter((word) => !/^\d+$|^usa?$/.test(word));
  return stateNamed(words.join(" ")) ?? stateNamed(inFullWords(words).join(" "));
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

const nowhere = { state: null, zip: null };

/** The parts of "123 Main St, Billings, MT 59101, USA", as far as they can be known; a town alone, or a foreign address, has fewer. */
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

/** "Greenfield, MA 1301", or with a comma more: the last of these parts with the zeros of its ZIP code. */
function restoreZero(parts: string[], gazetteer: Gazetteer | undefined): void {
  const [, before = parts.at(-2) ?? "", digits] = (parts.at(-1) ?? "").match(/^(?:(\D{1,60}) )?(\d{3,4})(?:-\d{4})?$/) ?? [];
  if (digits === undefined) return;
  const states = [before, before.split(" ").slice(-2).join(" "), before.split(" ").at(-1)!].map(stateIn);
  const zip = states.map((state) => zipOf(digits, state, gazetteer)).find((found) => found !== null);
  if (zip !== undefined) parts.push(parts.pop()!.replace(digits, zip));
}

/** "Ardmore 73401" names no state; elsewhere too a town may be followed by five figures. */
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

/** "Toronto, ON, CA" and "Berlin, DE": countries whose codes are also states'. The province decides, or a point far from all states. */
function countryByCode(parts: readonly string[], point: Point): string | null {
  const [before, code = ""] = parts.slice(-2);
  if (before === undefined || !/^[A-Z]{2}$/.test(code)) return null;
  if (code === "CA" && isProvince(before)) return "Canada";
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

/** "Rhode Island", and "District of Columbia". */
const maxStateWords = 3;

/** The state, its ZIP code, and the parts before them, where the address ends so. */
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
  /** Nothing else stands between the last two commas. */
  isWhole: boolean;
  /** What stands before it. */
  town: string;
}

/** "Tbilisi, Georgia" names no state, as its point shows; nor does the "in" of a foreign line. */
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

/** "Truth or Consequences". */
const maxTownWords = 3;

/** "12 Oak St Billings" as a street and a town, where the state has one of that name. */
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

/** Foreign lines without the country, up to the last that holds no postal code. */
function abroad(parts: readonly string[]): string[] {
  const lines = parts.slice(0, -1);
  while (lines.length > 1 && /\d|^[A-Z]{2,3}$/.test(lines.at(-1) ?? "")) lines.pop();
  return lines;
}
