import { readFileSync } from "node:fs";
import { root } from "../../root.ts";

/** One table of names for every container: what people call the fields of a meeting, in the headers of sheets and the keys of JSON. */

interface FieldNames {
  /** Each field of the Meeting Guide that is read, and what else it is called. */
  names: Record<string, string[]>;
  /** Known, and left out on purpose: people, money, how insiders edit it. */
  leftOut: string[];
  leftOutBeginning: string[];
  /** All fields of BMLT, read or left out. */
  bmlt: string[];
}

const data: FieldNames = JSON.parse(readFileSync(new URL("data/feeds/columns.json", root), "utf8"));

const fields = new Map(Object.entries(data.names).flatMap(([field, names]) => [field, ...names].map((name) => [name, field] as const)));
/** The same without their underscores, for "endtime". */
const joined = new Map([...fields].map(([name, field]) => [name.replaceAll("_", ""), field] as const));
const leftOut = new Set(data.leftOut);
const bmlt = new Set(data.bmlt);

/** Characters of a name that are read. */
const maxLength = 100;

/** Names looked up before: every record of a feed has the same ones. */
const known = new Map<string, string>();
const maxKnown = 2000;

/** The field of the Meeting Guide that a name ("Start Time", "startTime", "START_TIME") stands for; a name that nobody knows as it is. */
export function fieldOf(name: string): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  const plain = plainName(name);
  const field = fields.get(plain) ?? joined.get(plain.replaceAll("_", "")) ?? name.slice(0, maxLength).trim();
  if (known.size < maxKnown && name.length <= maxLength) known.set(name, field);
  return field;
}

/** Lower-case words joined by underscores. */
function plainName(name: string): string {
  const short = name.slice(0, maxLength).trim();
  const apart = /\p{Ll}/u.test(short) ? short.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, "_") : short;
  // Other characters in a row make one underscore, so there is at most one at each end.
  const words = apart.toLowerCase().replace(/[^\p{L}\d]+/gu, "_");
  return fields.has(words) ? words : words.replace(/^_|_$/g, "");
}

/** Whether a name of the Meeting Guide is read, or left out on purpose. */
export function isGuideField(name: string): boolean {
  const plain = plainName(name);
  return fields.has(plain) || leftOut.has(plain) || data.leftOutBeginning.some((start) => plain.startsWith(start));
}

/** Whether a name is a field of BMLT, read or left out on purpose. */
export function isBmltField(name: string): boolean {
  return bmlt.has(name);
}

/** What a field is called in lists, for a sentence: "day (days, day_of_week, weekday …)". */
export function otherNamesOf(field: string): string {
  return `${field} (${(data.names[field] ?? []).slice(0, 4).join(", ")} …)`;
}
