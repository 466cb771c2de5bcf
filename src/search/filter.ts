import type { Chosen, Facet } from "./facets/counts.ts";
import { encodedLength, readText } from "./read-text.ts";

/** What a list can be queried by: its facets and its orders. The first order is the default. */
export interface ListSchema {
  facets: readonly Facet[];
  sorts: readonly string[];
  /** Free-text parameters, such as where the reader is, by name. */
  parameters?: Readonly<Record<string, ReadParameter>>;
}

/** Normalizes typed text to its canonical spelling; returns null where the list cannot use it. */
type ReadParameter = (typed: string) => string | null;

/** One query: words, choices, order and page. Can be parsed from any address; each filter has exactly one canonical address. */
export interface Filter {
  q: string;
  chosen: Chosen;
  /** Null for best match when there are words, or else the list's first order. */
  sort: string | null;
  page: number;
  /** True to search for the words as typed: no synonyms, corrections or implied filters. */
  exact: boolean;
  /** Free-text parameters that were given, by name. */
  parameters: Readonly<Record<string, string>>;
}

/** The empty filter, a base for filters that the site builds itself. */
export const emptyFilter: Filter = { q: "", chosen: {}, sort: null, page: 1, exact: false, parameters: {} };

const maxQueryLength = 200;
const maxValueLength = 60;
/** More than anybody ticks by hand. */
const maxChoices = 40;
/** Unknown values kept for each facet: an outdated link has one or two. */
const maxUnknown = 3;
/** Maximum length of all choices together in an address, in bytes: a page repeats its address for each of them. */
const maxChoicesLength = 1000;
const maxPage = 100_000;

/** Reads a filter from a parsed query string. Never fails: every query string yields a filter. */
export function parseFilter(schema: ListSchema, query: Readonly<Record<string, unknown>>): Filter {
  const q = readText(strings(query["q"])[0] ?? "", maxQueryLength);
  const sort = strings(query["sort"])[0] ?? null;
  const asked = schema.facets.map(({ name }) => [name, strings(query[name]).map((value) => readText(value, maxValueLength))] as const);
  return {
    q,
    chosen: readChoices(schema, Object.fromEntries(asked)),
    sort: sort !== null && sortsFor(schema, q).slice(1).includes(sort) ? sort : null,
    page: readPage(strings(query["page"])[0]),
    exact: q !== "" && strings(query["exact"])[0] === "1",
    parameters: readParameters(schema, query),
  };
}

/** Returns the canonical query string of a filter, without the "?": defaults are left out, facets and values are in their defined order. */
export function filterQuery(schema: ListSchema, filter: Filter): string {
  const query = new URLSearchParams();
  if (filter.q) query.append("q", filter.q);
  if (filter.exact) query.append("exact", "1");
  for (const facet of schema.facets) for (const value of filter.chosen[facet.name] ?? []) query.append(facet.name, value);
  for (const name of Object.keys(schema.parameters ?? {})) if (filter.parameters[name]) query.append(name, filter.parameters[name]);
  if (filter.sort) query.append("sort", filter.sort);
  if (filter.page > 1) query.append("page", String(filter.page));
  return query.toString();
}

/** Returns the orders that make sense for a search of these words, the default first. */
export function sortsFor<Sort extends string>({ sorts }: { sorts: readonly Sort[] }, q: string): ("match" | Sort)[] {
  return q ? ["match", ...sorts] : [...sorts];
}

/** Returns the filter with this value added if it was missing or removed if it was chosen, on the first page. */
export function toggle(schema: ListSchema, filter: Filter, name: string, value: string): Filter {
  const before = filter.chosen[name] ?? [];
  const isSingle = schema.facets.some((facet) => facet.name === name && facet.single);
  const others = isSingle ? [] : before.filter((other) => other !== value);
  return { ...choose(schema, filter, name, before.includes(value) ? others : [...others, value]), page: 1 };
}

/** Returns the filter with exactly these values of a facet. */
export function choose(schema: ListSchema, filter: Filter, name: string, values: readonly string[]): Filter {
  return { ...filter, chosen: readChoices(schema, { ...filter.chosen, [name]: values }) };
}

function strings(given: unknown): string[] {
  return (Array.isArray(given) ? given : [given]).filter((value): value is string => typeof value === "string");
}

function readParameters({ parameters = {} }: ListSchema, query: Readonly<Record<string, unknown>>): Record<string, string> {
  const said = Object.entries(parameters).map(([name, read]) => {
    const typed = readText(strings(query[name])[0] ?? "", maxValueLength);
    return [name, typed === "" ? null : read(typed)] as const;
  });
  return Object.fromEntries(said.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/**
 * Returns the valid choices among these values, within the limits: known ones first, in vocabulary order, then unknown ones, so that an
 * outdated link still shows what it requested.
 */
function readChoices({ facets }: ListSchema, asked: Chosen): Chosen {
  const sorted = facets.flatMap((facet) => {
    const values = asked[facet.name] ?? [];
    return values.length === 0 ? [] : [{ name: facet.name, ...sortValues(facet, values) }];
  });
  let [choices, length] = [maxChoices, maxChoicesLength];
  const take = (name: string, values: readonly string[]) =>
    values.filter((value) => {
      const needed = encodedLength(name) + encodedLength(value) + "&=".length;
      if (choices === 0 || needed > length) return false;
      choices--;
      length -= needed;
      return true;
    });
  const known = sorted.map(({ name, known }) => take(name, known));
  const unknown = sorted.map(({ name, unknown }) => take(name, unknown));
  const chosen = sorted.map(({ name }, at) => [name, [...known[at]!, ...unknown[at]!]] as const);
  return Object.fromEntries(chosen.filter(([, values]) => values.length > 0));
}

/** Removes duplicates and separates known values from unknown ones; a single-value facet keeps only one. */
function sortValues(facet: Facet, values: readonly string[]): { known: string[]; unknown: string[] } {
  const asked = new Set(values.filter((value) => value !== ""));
  const known = facet.values.filter(({ id }) => asked.delete(id)).map(({ id }) => id);
  const unknown = [...asked].sort().slice(0, maxUnknown);
  return facet.single ? { known: known.slice(0, 1), unknown: known.length > 0 ? [] : unknown.slice(0, 1) } : { known, unknown };
}

function readPage(given: string | undefined): number {
  return given && /^[1-9]\d{0,5}$/.test(given) ? Math.min(Number(given), maxPage) : 1;
}
