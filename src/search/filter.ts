import type { Chosen, Facet } from "./facets/counts.ts";

/** What can be asked of a list: its facets, and the orders it knows. The first order is the default. */
export interface ListSchema {
  facets: readonly Facet[];
  sorts: readonly string[];
  /** Free-text parameters in addition to the search words, such as where the reader is. */
  parameters?: readonly string[];
}

/** One question: words, choices, order and page. Read from any address; each question has exactly one address of its own. */
export interface Filter {
  q: string;
  chosen: Chosen;
  /** Null: best match when there are words, else the list's first order. */
  sort: string | null;
  page: number;
  /** True to search the words as typed: no synonyms, corrections or implied filters. */
  exact: boolean;
  /** The free-text parameters that were given, by name. */
  parameters: Readonly<Record<string, string>>;
}

/** Nothing asked yet: where filters that the site makes by itself begin. */
export const emptyFilter: Filter = { q: "", chosen: {}, sort: null, page: 1, exact: false, parameters: {} };

const maxQueryLength = 200;
const maxValueLength = 60;
const maxValues = 40;
const maxPage = 100_000;

/** Reads a filter from a parsed query string. Total: whatever the address holds, there is a filter in it. */
export function parseFilter(schema: ListSchema, query: Readonly<Record<string, unknown>>): Filter {
  const q = readWords(strings(query["q"])[0] ?? "");
  const sort = strings(query["sort"])[0] ?? null;
  const chosen: Record<string, string[]> = {};
  const exact = q !== "" && strings(query["exact"])[0] === "1";
  const parameters = (schema.parameters ?? []).map((name) => [
    name,
    [...readWords(strings(query[name])[0] ?? "")].slice(0, maxValueLength).join(""),
  ]);
  for (const facet of schema.facets) {
    const values = readValues(facet, strings(query[facet.name]));
    if (values.length > 0) chosen[facet.name] = values;
  }
  return {
    q,
    chosen,
    sort: sort !== null && sortsFor(schema, q).slice(1).includes(sort) ? sort : null,
    page: readPage(strings(query["page"])[0]),
    exact,
    parameters: Object.fromEntries(parameters.filter(([, words]) => words !== "")),
  };
}

/** The query string of a filter, without the "?", in its one spelling: defaults left out, facets and values in their own order. */
export function filterQuery(schema: ListSchema, filter: Filter): string {
  const query = new URLSearchParams();
  if (filter.q) query.append("q", filter.q);
  if (filter.exact) query.append("exact", "1");
  for (const facet of schema.facets) for (const value of filter.chosen[facet.name] ?? []) query.append(facet.name, value);
  for (const name of schema.parameters ?? []) if (filter.parameters[name]) query.append(name, filter.parameters[name]);
  if (filter.sort) query.append("sort", filter.sort);
  if (filter.page > 1) query.append("page", String(filter.page));
  return query.toString();
}

/** The orders that make sense for a search of these words, the default first. */
export function sortsFor<Sort extends string>({ sorts }: { sorts: readonly Sort[] }, q: string): ("match" | Sort)[] {
  return q ? ["match", ...sorts] : [...sorts];
}

/** The same filter with this value added where it was missing, removed where it was chosen; back to the first page. */
export function toggle(schema: ListSchema, filter: Filter, name: string, value: string): Filter {
  const facet = schema.facets.find((known) => known.name === name)!;
  const before = filter.chosen[name] ?? [];
  const kept = before.filter((other) => other !== value);
  const after = before.includes(value) ? kept : facet.single ? [value] : readValues(facet, [...kept, value]);
  const { [name]: _, ...others } = filter.chosen;
  return { ...filter, chosen: after.length > 0 ? { ...others, [name]: after } : others, page: 1 };
}

function strings(given: unknown): string[] {
  return (Array.isArray(given) ? given : [given]).filter((value): value is string => typeof value === "string");
}

function readWords(given: string): string {
  const tidy = given
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  return [...tidy].slice(0, maxQueryLength).join("").trim();
}

/** Known values in the order of the vocabulary, unknown ones after them: an outdated link still shows what it asks for. */
function readValues(facet: Facet, given: readonly string[]): string[] {
  const asked = new Set(
    given.map((value) => [...readWords(value)].slice(0, maxValueLength).join("").trim()).filter((value) => value !== ""),
  );
  const known = facet.values.map((value) => value.id).filter((id) => asked.delete(id));
  const values = [...known, ...[...asked].sort()];
  return values.slice(0, facet.single ? 1 : maxValues);
}

function readPage(given: string | undefined): number {
  return given && /^[1-9]\d{0,5}$/.test(given) ? Math.min(Number(given), maxPage) : 1;
}
