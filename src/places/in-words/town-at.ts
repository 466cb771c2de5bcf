import { statement } from "../../database/statements.ts";
import type { NamedPlace } from "../../search/words/named-place.ts";
import { findTowns } from "../find.ts";
import { stateByName } from "../states.ts";
import { foldTown } from "../town.ts";
import { followsPreposition, isAfterComma, isFree, isLast, meansMore, named, type Scan, wordsBetween } from "./scan.ts";
import { lengthsFrom, type WrittenState, writtenStates } from "./state-at.ts";

/** "Truth or Consequences", "Village of Oak Creek". */
const maxTownWords = 4;
/** Shorter words are seldom meant as the name of a town. */
const minLetters = 4;
/** If many states have a name, this many towns are offered, those with the most ZIP codes first. */
const maxAmong = 8;
/** A city with this many ZIP codes is meant even if its name is an everyday name: "houston", "jackson". */
const zipsOfCity = 20;
/** With its state, a city with this many is meant whatever else its name means: "phoenix az", "reading pa". */
const zipsWithState = 10;
/** The same for a name of several everyday words, "grand junction", and for a rarely used English word, "billings". */
const zipsOfTown = 4;
/** A city this many times as large as the next of its name needs no state: Houston is in Texas. */
const timesAsLarge = 10;

/** Reads a town with its state: "harlan ky", "Vernon, TX", "washington indiana". */
export function townInStateAt(scan: Scan, at: number): NamedPlace | null {
  for (const length of lengthsFrom(scan, at, maxTownWords)) {
    const to = at + length;
    if (!isFree(scan, at, to) || isDirectionOnly(scan, at, to)) continue;
    const states = writtenStates(scan, to);
    const town = states.length === 0 ? "" : foldTown(wordsBetween(scan, at, to));
    for (const written of states) {
      const [found] = findTowns(scan.db, { town, state: written.state });
      const place = found && townOf(scan, at, to, written, found.label);
      if (place) return place;
    }
  }
  return null;
}

/** Returns a town with its state; null if not meant so. "recovery center tx" is about Texas: meetings near its town Center are only offered. */
function townOf(scan: Scan, at: number, to: number, { state, to: end, abbreviation }: WrittenState, near: string): NamedPlace | null {
  const kind = abbreviation === null ? "plain" : scan.lists.kindOf(abbreviation);
  const isSaid = isAfterComma(scan, to) || scan.words[to]!.capitals;
  const isWhole = at === 0 && isLast(scan, end);
  const isEveryday = to - at === 1 && isEverydayWord(scan, at) && !isCity(scan, foldTown(wordsBetween(scan, at, to)), state);
  if (kind === "connecting" && !isSaid && !isLast(scan, end)) return null;
  if (isEveryday && (kind === "connecting" || kind === "everyday") && !isSaid && !isWhole) return null;
  const isFormal = isAfterComma(scan, to);
  const isSure = !isEveryday || isFormal || ((isSaid || isWhole || followsPreposition(scan, at)) && !meansMore(scan, at, to));
  return isSure ? named(scan, at, end, { states: [state], near }) : named(scan, at, to, { states: [], near, sure: false });
}

/** Whether the town is a city in that state. */
function isCity({ db }: Scan, town: string, state: string): boolean {
  return zipsByState(db, town).some((one) => one.state === state && one.zips >= zipsWithState);
}

/** Whether a word is used much more often than the town of that name is searched for: "home", "center", "weed". */
function isEverydayWord(scan: Scan, at: number): boolean {
  return scan.known.hasMeaning(scan.words[at]!.word) || isOftenSaid(scan, at, at + 1);
}

/** Whether the name is one of the most common English words: "story". */
function isOftenSaid({ words, lists, mostCommon }: Scan, at: number, to: number): boolean {
  const { word } = words[at]!;
  return to - at === 1 && lists.everydayTowns.has(word) && mostCommon.has(word);
}

/** Whether this is only a direction: "northern" before a state is part of it, even if there is a town Northern. */
function isDirectionOnly(scan: Scan, at: number, to: number): boolean {
  return scan.lists.directions.has(wordsBetween(scan, at, to).join(" "));
}

/** Reads a town by its name alone: "missoula", "near vernon". If several states have it, the place lists them as `among`. */
export function townAt(scan: Scan, at: number): NamedPlace | null {
  for (const length of lengthsFrom(scan, at, maxTownWords)) {
    const to = at + length;
    if (!isFree(scan, at, to) || isDirectionOnly(scan, at, to)) continue;
    const town = foldTown(wordsBetween(scan, at, to));
    const zips = zipsOf(scan, town);
    if (zips === 0) continue;
    const isMeant = isTownMeant(scan, at, to, zips);
    const isUnknown = wordsBetween(scan, at, to).every((word) => !scan.known.isKnown(word));
    const isWhole = isWholeSearch(scan, at, to) && (isUnknown || !isOftenSaid(scan, at, to));
    if (isMeant || isWhole) return townNamed(scan, at, to, town, (isMeant && !meansMore(scan, at, to)) || (isWhole && isUnknown));
  }
  return null;
}

/** Whether nothing else was typed, and the words mean nothing else. */
function isWholeSearch(scan: Scan, at: number, to: number): boolean {
  return at === 0 && isLast(scan, to) && !meansMore(scan, at, to) && !scan.known.isName(to - 1);
}

function townNamed(scan: Scan, at: number, to: number, town: string, sure: boolean): NamedPlace | null {
  const towns = findTowns(scan.db, { town, state: null }).filter(({ state }) => isWithin(scan, state));
  const [found, another] = towns;
  if (another && !isMuchLarger(scan, town))
    return sure ? named(scan, at, to, { states: [], among: towns.slice(0, maxAmong).map(({ label }) => label) }) : null;
  return named(scan, at, to, { states: sure ? [found!.state] : [], near: found!.label, sure });
}

/** Whether one town of that name is so much larger than all others that it must be the one meant. */
function isMuchLarger(scan: Scan, town: string): boolean {
  const [first = 0, second = 0] = zipsByState(scan.db, town)
    .filter(({ state }) => isWithin(scan, state))
    .map(({ zips }) => zips)
    .sort((a, b) => b - a);
  return first >= zipsOfCity && first >= timesAsLarge * second;
}

export function isWithin({ within }: Scan, state: string): boolean {
  return within.length === 0 || within.includes(state);
}

/**
 * Whether a name without its own state is meant. After "in" or "near" it must not be an everyday word. Elsewhere it must be unknown to the
 * language and the list ("pikeville"), or the name of a larger place, or in a state that is named elsewhere or was chosen.
 */
function isTownMeant(scan: Scan, at: number, to: number, zips: number): boolean {
  const written = wordsBetween(scan, at, to);
  if (written.some((word) => /\d/.test(word)) || scan.known.isName(to - 1)) return false;
  return written.length > 1 ? areWordsMeant(scan, at, written, zips) : isWordMeant(scan, at, written[0]!, zips);
}

/** Whether a name of several words is meant: "grand junction", "prison deer lodge", "colorado springs", but not "michigan center". */
function areWordsMeant(scan: Scan, at: number, written: readonly string[], zips: number): boolean {
  const { lists, known, commonWords } = scan;
  const isNamedAfterState = stateByName(written[0]!) !== null && !lists.nouns.has(written.at(-1)!);
  const isRare = written.some((word) => !commonWords.has(word)) || written.every((word) => !known.isKnown(word));
  return isNamedAfterState || isRare || zips >= zipsOfTown || followsPreposition(scan, at);
}

function isWordMeant(scan: Scan, at: number, word: string, zips: number): boolean {
  const { lists, known, mostCommon } = scan;
  const isPartOfName = at > 0 && isDirectionOnly(scan, at - 1, at);
  if (known.hasMeaning(word) || word.length < minLetters || isPartOfName) return false;
  const isEnglish = lists.everydayTowns.has(word);
  if (followsPreposition(scan, at)) return !isEnglish || (!mostCommon.has(word) && zips >= zipsOfTown);
  const isUnknown = !known.isKnown(word) && !mostCommon.has(word);
  if (isEnglish) return isUnknown && zips >= zipsOfTown;
  return isUnknown || zips >= zipsOfCity || (scan.within.length > 0 && !known.isKnown(word));
}

/** Returns how many ZIP codes the towns of that name have together, in the states that count. */
function zipsOf(scan: Scan, town: string): number {
  return zipsByState(scan.db, town)
    .filter(({ state }) => isWithin(scan, state))
    .reduce((sum, { zips }) => sum + zips, 0);
}

/** Returns how many ZIP codes each town of that name has: the only measure of its size here. */
function zipsByState(db: Scan["db"], town: string): { state: string; zips: number }[] {
  return statement(db, "SELECT state, zips FROM towns WHERE folded = ?").all(town) as { state: string; zips: number }[];
}
