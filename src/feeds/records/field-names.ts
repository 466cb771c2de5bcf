import { readFileSync } from "node:fs";
import { root } from "../../root.ts";

/** One table of field names for all containers: what spreadsheet headers and JSON keys call the fields of a meeting. */

interface FieldNames {
  /** Each Meeting Guide field that is read, with its other names. */
  names: Record<string, string[]>;
  /** Known but deliberately not read: people, money, editing data. */
  leftOut: string[];
  leftOutBeginning: string[];
  /** All BMLT fields, read or deliberately not read. */
  bmlt: string[];
}

const data: FieldNames = JSON.parse(readFileSync(new URL("data/feeds/columns.json", root), "utf8"));

const fields = new Map(Object.entries(data.names).flatMap(([field, names]) => [field, ...names].map((name) => [name, field] as const)));
/** The same names without underscores, for "endtime". */
const joined = new Map([...fields].map(([name, field]) => [name.replaceAll("_", ""), field] as const));
const leftOut = new Set(data.leftOut);
const bmlt = new Set(data.bmlt);

/** Names are cut to this many characters. */
const maxLength = 100;

/** Cache of earlier lookups: every record of a feed has the same names. */
const known = new Map<string, string>();
const maxKnown = 2000;

/** Returns the Meeting Guide field for a name ("Start Time", "startTime", "START_TIME"), or an unknown name as it is. */
export function fieldOf(name: string): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  // "Time (MT)" is the time.
  const found = lookUp(plainName(name)) ?? (name.includes("(") ? lookUp(plainName(name.slice(0, name.indexOf("(")))) : undefined);
  const field = found ?? name.slice(0, maxLength).trim();
  if (known.size < maxKnown && name.length <= maxLength) known.set(name, field);
  return field;
}

const lookUp = (plain: string) => fields.get(plain) ?? joined.get(plain.replaceAll("_", ""));

/** Converts a name to lower-case words joined by underscores. */
function plainName(name: string): string {
  const short = name.slice(0, maxLength).trim();
  const apart = /\p{Ll}/u.test(short) ? short.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, "_") : short;
  // Each run of other characters becomes one underscore, so there is at most one at each end.
  const words = apart.toLowerCase().replace(/[^\p{L}\d]+/gu, "_");
  return fields.has(words) ? words : words.replace(/^_|_$/g, "");
}

/** Whether a Meeting Guide name is read, or deliberately not read. */
export function isGuideField(name: string): boolean {
  const plain = plainName(name);
  return fields.has(plain) || leftOut.has(plain) || data.leftOutBeginning.some((start) => plain.startsWith(start));
}

/** Whether a name is a BMLT field, read or deliberately not read. */
export function isBmltField(name: string): boolean {
  return bmlt.has(name);
}

/** Lists other names of a field, for a message: "day (days, day_of_week, weekday …)". */
export function otherNamesOf(field: string): string {
  return `${field} (${(data.names[field] ?? []).slice(0, 4).join(", ")} …)`;
}
