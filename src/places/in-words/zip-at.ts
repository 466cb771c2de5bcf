import { statement } from "../../database/statements.ts";
import type { NamedPlace } from "../../search/words/named-place.ts";
import { findZip } from "../find.ts";
import { isLast, named, type Scan } from "./scan.ts";

/** Whether three digits are a phone number: 211, 911, 988. */
const isCalled = (digits: string) => /^[2-9]11$|^988$/.test(digits);

/**
 * Reads a ZIP code: five digits, nine with or without the hyphen, or, if nothing else is typed, its first three ("597") or four that lost
 * their leading zero ("5401"). Not part of a telephone number. A number that a listing has is read only as a whole, existing ZIP code.
 */
export function zipAt(scan: Scan, at: number): NamedPlace | null {
  const { words, known } = scan;
  const digits = words[at]!.word;
  if (!/^\d{3,9}$/.test(digits) || continuesNumber(scan, at)) return null;
  const isLong = /^\d{4}$/.test(words[at + 1]?.word ?? "") && words[at + 1]!.before === "-";
  const to = at + (digits.length === 5 && isLong ? 2 : 1);
  if (continuesNumber(scan, to)) return null;
  if (digits.length === 5 || digits.length === 9) return zipOf(scan, at, to, digits.slice(0, 5));
  const isAlone = at === 0 && isLast(scan, to) && !known.isKnown(digits) && !isCalled(digits);
  if (isAlone && digits.length === 4) return knownZip(scan, at, to, `0${digits}`);
  return isAlone && digits.length === 3 ? regionOf(scan, at, to, digits) : null;
}

/** Whether the word and the one before it are parts of one number: "800-62274". */
function continuesNumber({ words }: Scan, at: number): boolean {
  return at > 0 && /^\d+$/.test(words[at]?.word ?? "") && /^\d+$/.test(words[at - 1]!.word) && !/,/.test(words[at]!.before);
}

function zipOf(scan: Scan, at: number, to: number, zip: string): NamedPlace | null {
  return knownZip(scan, at, to, zip) ?? (scan.known.isKnown(zip) ? null : regionOf(scan, at, to, zip.slice(0, 3)));
}

function knownZip(scan: Scan, at: number, to: number, zip: string): NamedPlace | null {
  const found = findZip(scan.db, zip);
  return found && named(scan, at, to, { states: [found.state], near: found.label });
}

/** Returns the state of the first three digits, which the post office assigns to a region; null if it is not exactly one. */
function regionOf(scan: Scan, at: number, to: number, start: string): NamedPlace | null {
  const states = statement(scan.db, "SELECT DISTINCT state FROM places WHERE zip BETWEEN ? AND ?").pluck().all(`${start}00`, `${start}99`);
  return states.length === 1 ? named(scan, at, to, { states: states as string[] }) : null;
}
