import { plainWords } from "../../places/town.ts";
import type { Reader } from "../reader.ts";

/** Areas that lists file a meeting under besides its address: people search by them, but cannot drive to them. */

const fields = ["region", "sub_region", "regions", "sub_regions", "district", "sub_district", "area", "neighborhood", "county"];
const maxAreas = 10;

// cspell:ignore distrito zona
/** "D68", "District 12", "Area 4": a service body, not a group. */
const serviceBody = /^(?:d|dist|district|distrito|area|zone|zona|region)\.?\s?#?\d{1,3}[a-z]?$/i;

/**
 * Returns the regions, districts, counties and neighborhoods of a record, without duplicates, and the service body given in place of its group.
 */
export function areasOf(reader: Reader, group: string | null): string[] {
  const said = fields.flatMap((field) => {
    const value = reader.raw(field);
    return Array.isArray(value) ? value.slice(0, maxAreas).flatMap((one) => reader.plain(one, 100) ?? []) : (reader.text(field, 100) ?? []);
  });
  return [...new Set([...said, ...(group !== null && serviceBody.test(group) ? [group] : [])])].slice(0, maxAreas);
}

/** Returns the name of a group; null if it is a service body's. */
export function groupName(group: string | null): string | null {
  return group !== null && serviceBody.test(group) ? null : group;
}

/** Returns the name of a building; null if it only repeats the street, the town or the state. */
export function unlessRepeated(name: string | null, ...said: (string | null)[]): string | null {
  if (name === null || !said.some((part) => part !== null && mayBeginAlike(name, part))) return name;
  const own = plainWords(name).join(" ");
  const parts = said.filter((part) => part !== null).map((part) => plainWords(part).join(" "));
  const rows = parts.flatMap((_, from) => parts.slice(from).map((_, to) => parts.slice(from, from + to + 1).join(" ")));
  return rows.includes(own) ? null : name;
}

/** Cheap test: a name that starts with another letter or digit cannot be a repetition. */
function mayBeginAlike(a: string, b: string): boolean {
  const [ofA, ofB] = [a.slice(0, 1).toLowerCase(), b.slice(0, 1).toLowerCase()];
  return ofA === ofB || !/^[a-z\d]/.test(ofA) || !/^[a-z\d]/.test(ofB);
}
