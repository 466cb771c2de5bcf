import { readFileSync } from "node:fs";
import { root } from "../../root.ts";
import type { FeedSource } from "../record.ts";

/** What a code means. `detail`: its label says more than its type does, so both are kept. `spoken`: it names a language. */
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
  /** Codes that mean another thing in one fellowship than in AA. */
  fellowships: Record<string, Record<string, Meaning>>;
  /** Other words for a code, in lower case. */
  also: Record<string, string>;
}

/** The codes of the Meeting Guide specification (github.com/code4recovery/spec, MIT), with those that only its feeds use. */
const table = JSON.parse(readFileSync(new URL("data/feeds/meeting-guide-types.json", root), "utf8")) as Table;

/** Meanings by the words people write in a spreadsheet. Words mean the same in every fellowship. */
const byWords = new Map<string, Meaning>([
  ...Object.values(table.codes).map((meaning) => [meaning.label.toLowerCase(), meaning] as const),
  ...Object.entries(table.also).map(([words, code]) => [words, table.codes[code]!] as const),
]);

const byCode = new Map(
  (["aa", "al-anon", "other"] as const).map((fellowship) => [
    fellowship,
    new Map(Object.entries({ ...table.codes, ...table.fellowships[fellowship] })),
  ]),
);

interface Types {
  types: string[];
  otherTypes: string[];
  languages: string[];
  facts: { closedPlace: boolean; online: boolean };
  /** Codes that nobody can read, for the report. */
  unknown: string[];
}

/** What a record's codes, or words in their place, say in this fellowship. */
export function typesOf(fellowship: FeedSource["fellowship"], codes: readonly string[]): Types {
  const meanings: Meaning[] = [];
  const unknown: string[] = [];
  for (const code of codes.map((one) => one.trim()).filter(Boolean)) {
    const meaning = byCode.get(fellowship)!.get(code.toUpperCase()) ?? byWords.get(code.toLowerCase()) ?? plainWords(code);
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

/** An unknown code is worth showing only if a reader can read it. */
function plainWords(code: string): Meaning | null {
  return code.length <= 60 && /\p{Ll}{3}/u.test(code) && /^[\p{L}\p{N} &+/().,'’-]+$/u.test(code) ? { label: code } : null;
}

function isOther({ type, language, fact, detail }: Meaning): boolean {
  return detail === true || (type === undefined && language === undefined && fact === undefined);
}

/** English where no spoken language is named; a meeting with sign language is taken to be in English as well. */
function languagesOf(meanings: readonly Meaning[]): string[] {
  const spoken = meanings.filter((meaning) => meaning.spoken);
  const onlySigned = spoken.every(({ language }) => language === "ase");
  return unique([...(onlySigned ? ["en"] : []), ...spoken.flatMap(({ language }) => language ?? [])]);
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];
