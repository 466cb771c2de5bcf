import type { Chosen, Facet } from "./facets/counts.ts";

/** What can be asked of a collection: the facets it has and the orders it knows. The first order is the default. */
export interface Questions {
  facets: readonly Facet[];
  sorts: readonly string[];
  /** What else can be said of it in free words, such as where one is. */
  free?: readonly string[];
}

/** One question: words, choices, order and page. Parsed from any address; each question has exactly one address. */
export interface Filter {
  q: string;
  chosen: Chosen;
  /** Null: best match when there are words, else the collection's first order. */
  sort: string | null;
  page: number;
  /** True to search the words as typed: no synonyms, corrections or filters made of words. */
  exact: boolean;
  /** What was said in free words, by name; what was not said is absent. */
  free: Readonly<Record<string, string>>;
}

/** Nothing asked yet: what questions made by the site itself begin with. */
export const noFilter: Filter = { q: "", chosen: {}, sort: null, page: 1, exact: false, free: {} };

const longestQuery = 200;
const longestValue = 60;
const mostValues = 40;
const furthestPage = 100_000;

/** Reads a question from a parsed query string. Total: whatever the address holds, there is a question in it. */
export function parseFilter(questions: Questions, query: Readonly<Record<string, unknown>>): Filter {
  const q = readWords(strings(query["q"])[0] ?? "");
  const sort = strings(query["sort"])[0] ?? null;
  const chosen: Record<string, string[]> = {};
  const exact = q !== "" && strings(query["exact"])[0] === "1";
  const said = (questions.free ?? []).map((name) => [name, [...readWords(strings(query[name])[0] ?? "")].slice(0, longestValue).join("")]);
  for (const facet of questions.facets) {
    const values = readValues(facet, strings(query[facet.name]));
    if (values.length > 0) chosen[facet.name] = values;
  }
  return {
    q,
    chosen,
    sort: sort !== null && sortsFor(questions, q).slice(1).includes(sort) ? sort : null,
    page: readPage(strings(query["page"])[0]),
    exact,
    free: Object.fromEntries(said.filter(([, words]) => words !== "")),
  };
}

/** The query string of a question, without the "?": defaults left out, facets and values in their own order. */
export function filterQuery(questions: Questions, filter: Filter): string {
  const query = new URLSearchParams();
  if (filter.q) query.append("q", filter.q);
  if (filter.exact) query.append("exact", "1");
  for (const facet of questions.facets) for (const value of filter.chosen[facet.name] ?? []) query.append(facet.name, value);
  for (const name of questions.free ?? []) if (filter.free[name]) query.append(name, filter.free[name]);
  if (filter.sort) query.append("sort", filter.sort);
  if (filter.page > 1) query.append("page", String(filter.page));
  return query.toString();
}

/** The orders that make sense for these words, the default first. */
export function sortsFor(questions: Questions, q: string): string[] {
  return q ? ["match", ...questions.sorts] : [...questions.sorts];
}

/** The question next door: this value added where it was missing, taken away where it was chosen. Back to the first page. */
export function toggle(questions: Questions, filter: Filter, name: string, value: string): Filter {
  const facet = questions.facets.find((known) => known.name === name)!;
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
  return [...tidy].slice(0, longestQuery).join("").trim();
}

/** Known values in the order of the vocabulary, unknown ones after them: a worn-out link still says what it asked for. */
function readValues(facet: Facet, given: readonly string[]): string[] {
  const asked = new Set(given.map((value) => [...readWords(value)].slice(0, longestValue).join("").trim()).filter((value) => value !== ""));
  const known = facet.values.map((value) => value.id).filter((id) => asked.delete(id));
  const values = [...known, ...[...asked].sort()];
  return values.slice(0, facet.single ? 1 : mostValues);
}

function readPage(given: string | undefined): number {
  return given && /^[1-9]\d{0,5}$/.test(given) ? Math.min(Number(given), furthestPage) : 1;
}
