import { readFileSync } from "node:fs";
import { root } from "../../root.ts";
import { privateText } from "../reader.ts";
import { type FeedSource, isObject, type ReportRepair } from "../record.ts";

/** Meaning of a code. `detail`: its label says more than its type, so both are kept. `spoken`: it names a spoken language. */
interface Meaning {
  label: string;
  type?: string;
  language?: string;
  spoken?: boolean;
  detail?: boolean;
  fact?: "closedPlace" | "online";
}

interface Table {
  codes: Record<string, Meaning>;
  /** Codes with another meaning in a fellowship than in AA. */
  fellowships: Record<string, Record<string, Meaning>>;
  /** Synonyms of codes, in lower case. */
  also: Record<string, string>;
}

/** Codes of the Meeting Guide specification (github.com/code4recovery/spec, MIT), with those that only its feeds use. */
const table = JSON.parse(readFileSync(new URL("data/feeds/meeting-guide-types.json", root), "utf8")) as Table;

/** Meanings by the words people write in a spreadsheet, which are the same in every fellowship. */
const byWords = new Map<string, Meaning>([
  ...Object.values(table.codes).map((meaning) => [meaning.label.toLowerCase(), meaning] as const),
  ...Object.entries(table.also).map(([words, code]) => [words, table.codes[code]!] as const),
]);

/** Tables of single fellowships, which take precedence over the common one. */
const own = JSON.parse(readFileSync(new URL("data/feeds/types-by-fellowship.json", root), "utf8")) as {
  fellowships: Record<string, { programs: string[]; codes: Record<string, Meaning> }>;
};

const codesIn = (fellowship: string) =>
  new Map(Object.entries({ ...table.codes, ...table.fellowships[fellowship], ...own.fellowships[fellowship]?.codes }));
const byFellowship = new Map(["other", ...Object.keys(own.fellowships)].map((fellowship) => [fellowship, codesIn(fellowship)]));
const fellowshipOfProgram = new Map(
  Object.entries(own.fellowships).flatMap(([fellowship, { programs }]) => programs.map((program) => [program, fellowship] as const)),
);

/** Returns whose table a feed's codes are in: the fellowship in its program's listing, else the one with that program; null: the common one. */
export function tableOf({ fellowship, program }: Pick<FeedSource, "fellowship" | "program">): string | null {
  return fellowship ?? fellowshipOfProgram.get(program) ?? null;
}

interface Types {
  types: string[];
  otherTypes: string[];
  languages: string[];
  facts: { closedPlace: boolean; online: boolean };
  /** Codes without a known meaning, for the report. */
  unknown: string[];
}

/** Returns what a record's codes, or words instead of codes, mean in a fellowship. */
export function typesOf(fellowship: string | null, codes: readonly string[]): Types {
  const byCode = byFellowship.get(fellowship ?? "other") ?? byFellowship.get("other")!;
  const meanings: Meaning[] = [];
  const unknown: string[] = [];
  for (const code of codes.map((one) => one.trim()).filter(Boolean)) {
    const meaning = byCode.get(code.toUpperCase()) ?? byWords.get(code.toLowerCase()) ?? plainWords(code);
    if (meaning) meanings.push(meaning);
    else unknown.push(code);
  }
  return {
    types: unique(meanings.flatMap(({ type }) => type ?? [])),
    otherTypes: unique(meanings.filter(isOther).map(({ label }) => label)),
    languages: languagesOf(meanings),
    facts: { closedPlace: meanings.some(({ fact }) => fact === "closedPlace"), online: meanings.some(({ fact }) => fact === "online") },
    unknown,
  };
}

/** Returns the code as its own label if it is words: an unknown code is shown only if people can read it. */
function plainWords(code: string): Meaning | null {
  return code.length <= 60 && /\p{Ll}{3}/u.test(code) && /^[\p{L}\p{N} &+/().,'’-]+$/u.test(code) ? { label: code } : null;
}

function isOther({ type, language, fact, detail }: Meaning): boolean {
  return detail === true || (type === undefined && language === undefined && fact === undefined);
}

/** Returns English if no spoken language is named. A meeting with sign language is assumed to be in English as well. */
function languagesOf(meanings: readonly Meaning[]): string[] {
  const spoken = meanings.filter((meaning) => meaning.spoken);
  const onlySigned = spoken.every(({ language }) => language === "ase");
  return unique([...(onlySigned ? ["en"] : []), ...spoken.flatMap(({ language }) => language ?? [])]);
}

/** Returns the codes of an array, of the object PHP makes of one, or of "O, W". */
export function codesOf(types: unknown, repaired: ReportRepair): string[] {
  if (types === null) return [];
  if (!Array.isArray(types)) repaired("types", types);
  const found =
    typeof types === "object"
      ? Object.entries(types)
          .slice(0, 100)
          .flatMap(([key, one]) => codeOf(key, one))
      : [types];
  const words = found.flatMap((one) => privateText(one, 500) ?? []);
  return words.flatMap((code) => (/^[A-Z\d-]{1,5}( [A-Z\d-]{1,5})+$/.test(code) ? code.split(" ") : code.split(/[,;|"[\]]+/)));
}

/** Returns the code in an entry of a list: the entry itself, an object's code or name, or the key of {"O": true}. */
function codeOf(key: string, one: unknown): unknown[] {
  if (typeof one === "boolean") return one ? [key] : [];
  if (Array.isArray(one)) return one.slice(0, 20);
  return [isObject(one) ? (one["code"] ?? one["key"] ?? one["name"]) : one];
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];
