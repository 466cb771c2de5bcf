import { everyWordOf, fold } from "../search/words/text.ts";

/** Abbreviations of the post office, written out. */
const inFull: Readonly<Record<string, string>> = {
  st: "saint",
  ste: "sainte",
  ft: "fort",
  mt: "mount",
  mtn: "mountain",
  hts: "heights",
  spgs: "springs",
  jct: "junction",
  lk: "lake",
  pt: "point",
};

/** Only for the first word: "N Platte", but "Plan B" and "Avenue S" stay. */
const firstInFull: Readonly<Record<string, string>> = {
  n: "north",
  no: "north",
  s: "south",
  so: "south",
  e: "east",
  w: "west",
};

/** Returns the words of a name in lower case, without accents, periods and apostrophes: "St.Paul" → st, paul; "D.C." → dc. */
export function plainWords(name: string): string[] {
  const spaced = fold(name).replace(/(?<=\p{L}{2})\.(?=\p{L})/gu, " ");
  return everyWordOf(spaced.replace(/[.'’ʼ`]/g, ""));
}

/** Returns one spelling for all ways to write a town: "St. Paul" → saintpaul, "Mc Coy" and "McCoy" → mccoy. Takes plain words. */
export function foldTown(words: readonly string[]): string {
  return inFullWords(words).join("");
}

/** Writes out abbreviations: n, dakota → north, dakota. */
export function inFullWords(words: readonly string[]): string[] {
  return words.map((word, at) => full(inFull, word) ?? (at === 0 && words.length > 1 ? full(firstInFull, word) : null) ?? word);
}

function full(table: Readonly<Record<string, string>>, word: string): string | null {
  return Object.hasOwn(table, word) ? table[word]! : null;
}
