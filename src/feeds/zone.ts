import type { Note } from "./repair.ts";

/** Making a formatter is slow, and a feed names the same few zones over and over. */
const known = new Map<string, boolean>();

/** The IANA time zone a record names; null where it names none that exists. */
export function zoneOf(value: unknown, note: Note): string | null {
  if (value === null || value === undefined || value === "") return null;
  const name = typeof value === "string" ? value.trim() : "";
  if (/^[A-Za-z_]{2,20}(\/[A-Za-z0-9_+-]{1,30}){1,2}$/.test(name) && exists(name)) return name;
  note("zone", value);
  return null;
}

function exists(name: string): boolean {
  if (known.size > 1000) known.clear();
  const before = known.get(name);
  if (before !== undefined) return before;
  let found = true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
  } catch {
    found = false;
  }
  known.set(name, found);
  return found;
}
