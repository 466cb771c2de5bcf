// cspell:ignore mujeres
import { readFileSync } from "node:fs";
import { root } from "../../root.ts";
import { privateText } from "../reader.ts";
import { type Fields, isObject } from "../record.ts";

/** What a meeting's formats say about it: ids and, where no id fits, the feed's own words. */
export interface FormatFacts {
  types: string[];
  otherTypes: string[];
  languages: string[];
  virtual: boolean;
  hybrid: boolean;
  closedPlace: boolean;
}

export interface BmltFormat {
  id: string | null;
  key: string;
  worldId: string;
  name: string;
  /** Two-letter code; "en" if none is given. */
  language: string;
}

/** Formats by shared id and by key. An aggregating server repeats keys with other meanings, so ids take precedence. */
export interface FormatTable {
  byId: Map<string, BmltFormat>;
  byKey: Map<string, BmltFormat>;
  /** By language and key, such as "es M": in Spanish "M" is for women (mujeres). */
  byLanguage: Map<string, BmltFormat>;
  languages: ReadonlySet<string>;
}

/** World ids are the same on every server; keys are specific to each. */
const typesByWorldId: Record<string, string[]> = {
  OPEN: ["open"],
  CLOSED: ["closed"],
  BEG: ["beginners"],
  W: ["women"],
  M: ["men"],
  GL: ["lgbtq"],
  Y: ["young-people"],
  WCHR: ["wheelchair"],
  DISC: ["discussion"],
  TOP: ["discussion"],
  "S-D": ["speaker", "discussion"],
  SPK: ["speaker"],
  STEP: ["step-study"],
  SWG: ["step-study"],
  TRAD: ["step-study"],
  MED: ["meditation"],
  CW: ["children-welcome"],
  ...Object.fromEntries(["LIT", "BT", "IP", "IW", "JFT", "LC", "GP", "SPAD"].map((id) => [id, ["literature"]])),
};

/** For formats without a world id. */
const typesByName: [RegExp, string][] = [
  [/^(agnostic|atheist|secular)/i, "secular"],
  [/^(child(ren)?|kids) (welcome|under supervision)/i, "children-welcome"],
  [/^(lgbt|gay)/i, "lgbtq"],
  [/^(native american|american indian)/i, "native"],
];

/** All languages share the world id LANG, so the name decides. */
const languagesByName: [RegExp, string][] = [
  [/^(spanish|espa[nñ]ol|en espa[nñ]ol|habla hispana)/i, "es"],
  [/^(english|ingl[eé]s)/i, "en"],
  [/^(french|fran[cç]ais)/i, "fr"],
  [/^vietnamese/i, "vi"],
  [/sign language|^asl\b/i, "ase"],
];

const defaults = tableOf(JSON.parse(readFileSync(new URL("data/feeds/bmlt-formats.json", root), "utf8")));

/** Builds the table of a feed's GetFormats response or of the newer API's list; a new server's default keys if it has none. */
export function formatTable(rows: readonly unknown[] | null): FormatTable {
  const table = rows ? tableOf(rows) : defaults;
  return table.byKey.size ? table : defaults;
}

function tableOf(rows: readonly unknown[]): FormatTable {
  const formats = englishFirst(rows.filter(isObject)).flatMap(readFormat);
  const byId = new Map(formats.flatMap((format) => (format.id ? [[format.id, format] as const] : [])).reverse());
  const byKey = new Map(formats.map((format) => [format.key, format] as const).reverse());
  const byLanguage = new Map(formats.map((format) => [`${format.language} ${format.key}`, format] as const).reverse());
  return { byId, byKey, byLanguage, languages: new Set(formats.map(({ language }) => language)) };
}

/** Keys about ways to join, the same in all languages. */
const joinKeys = ["VM", "HY", "TC"];

/**
 * Returns what a key means in a record in some language; null if it is unknown. Keys of other languages apply if the table lacks the record's
 * language, to English records, and to ways to join.
 */
export function formatByKey(table: FormatTable, key: string, language: string): BmltFormat | null {
  const own = table.byLanguage.get(`${language} ${key}`);
  // Prefers the same format in English, whose name readers know.
  if (own) return (own.id === null ? null : table.byId.get(own.id)) ?? own;
  if (table.languages.has(language) && language !== "en" && !joinKeys.includes(key)) return null;
  return table.byKey.get(key) ?? null;
}

/** Returns a format under each of its keys. */
function readFormat(fields: Fields): BmltFormat[] {
  const worldId = (privateText(fields["world_id"] ?? fields["worldId"]) ?? "").toUpperCase();
  const id = privateText(fields["id"]);
  const translations = Array.isArray(fields["translations"]) ? fields["translations"].filter(isObject) : [];
  const words = translations.length ? englishFirst(translations) : [fields];
  return words.flatMap((each) => {
    const key = privateText(each["key_string"] ?? each["key"]);
    const language = (privateText(each["lang"] ?? each["language"]) ?? "en").slice(0, 2).toLowerCase();
    return key ? [{ id, key, worldId, name: privateText(each["name_string"] ?? each["name"]) ?? key, language }] : [];
  });
}

/** Sorts English first: a format comes once for each language, and the first one is kept. */
function englishFirst(translations: Fields[]): Fields[] {
  const english = (fields: Fields) => Number((fields["lang"] ?? fields["language"]) === "en");
  return translations.toSorted((a, b) => english(b) - english(a));
}

/** Combines what these formats say. */
export function factsOf(formats: readonly BmltFormat[]): FormatFacts {
  const has = (...ids: string[]) => formats.some(({ worldId, key }) => ids.includes(worldId || key));
  const meanings = formats.map((format) => ({
    name: format.name,
    types: typesOf(format),
    language: languageOf(format),
    join: isJoin(format),
  }));
  return {
    types: [...new Set(meanings.flatMap(({ types }) => types))],
    otherTypes: [...new Set(meanings.filter((one) => !one.types.length && !one.language && !one.join).map(({ name }) => name))],
    languages: [...new Set(meanings.flatMap(({ language }) => language ?? []))],
    virtual: has("VM"),
    hybrid: has("HY", "HYBR"),
    closedPlace: has("TC"),
  };
}

function isJoin({ worldId, key }: BmltFormat): boolean {
  return ["VM", "HY", "HYBR", "TC"].includes(worldId || key);
}

function typesOf({ worldId, name }: BmltFormat): string[] {
  return typesByWorldId[worldId] ?? typesByName.filter(([pattern]) => !worldId && pattern.test(name)).map(([, type]) => type);
}

function languageOf({ worldId, name }: BmltFormat): string | null {
  if (worldId && worldId !== "LANG") return null;
  return languagesByName.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
