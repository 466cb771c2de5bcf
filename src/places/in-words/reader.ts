import type { Database } from "../../database/open.ts";
import type { NamedPlace, PlaceReader } from "../../search/words/named-place.ts";
import { countyAt } from "./county-at.ts";
import { readPlaceWords } from "./place-words.ts";
import { regionAt } from "./region-at.ts";
import { type EverydayWords, type PlaceMatcher, type Scan, wordsBetween } from "./scan.ts";
import { stateAt } from "./state-at.ts";
import { townAt, townInStateAt } from "./town-at.ts";
import { unknownAt } from "./unknown-at.ts";
import { zipAt } from "./zip-at.ts";

/** The first one that reads a place wins: a town with its state precedes a state, so that "washington indiana" is one place. */
const matchers: readonly PlaceMatcher[] = [zipAt, countyAt, townInStateAt, regionAt, stateOrTownAt, unknownAt];

/** Prefers the longer of the two: "kansas city" is not a state, and "mt vernon" is not in Montana. */
function stateOrTownAt(scan: Scan, at: number): NamedPlace | null {
  const state = stateAt(scan, at);
  const town = townAt(scan, at);
  return town && (!state || (town.sure && town.to > state.to)) ? town : state;
}

/** How many of the everyday words are so common that nobody looks them up. */
const mostCommonWords = 3000;

/**
 * Creates the reader of places for the searches of all lists. Only whole names count, in the words as typed; anything else is left to the
 * word search. A name that several states have is looked up in the states named elsewhere in the search, or chosen.
 */
export function placeReader(db: Database, commonWords: EverydayWords): PlaceReader {
  const lists = readPlaceWords();
  const mostCommon = new Set([...commonWords.keys()].slice(0, mostCommonWords));
  return (words, known) => {
    const scan = { db, words, known, lists, commonWords, mostCommon, within: known.states };
    const places = readAll(scan);
    const said = [...known.states, ...places.flatMap(({ states }) => states)];
    return said.length === 0 ? places : readAll({ ...scan, within: said });
  };
}

function readAll(scan: Scan): NamedPlace[] {
  const places: NamedPlace[] = [];
  for (let at = 0; at < scan.words.length; ) {
    const place = firstOf(scan, at);
    const last = places.at(-1);
    if (place && last && last.to === at && isOnePlace(last, place)) places[places.length - 1] = joined(scan, last, place);
    else if (place) places.push(place);
    at = place?.to ?? at + 1;
  }
  return places.map((place, at) => withWordBefore(scan, place, places[at - 1]?.to ?? 0));
}

/** Extends a place by the "in" before it, or the "or" between it and another. */
function withWordBefore({ words, lists, known }: Scan, place: NamedPlace, end: number): NamedPlace {
  const before = place.from - 1;
  const word = words[before]?.word ?? "";
  const isBetween = end > 0 && before === end && (lists.joining.has(word) || lists.kindOf(word) === "connecting");
  const leads = before >= end && place.sure && known.phraseAt(before) === null && (lists.prepositions.has(word) || isBetween);
  return leads ? { ...place, from: before } : place;
}

function firstOf(scan: Scan, at: number): NamedPlace | null {
  for (const match of matchers) {
    const place = match(scan, at);
    if (place) return place;
  }
  return null;
}

/** Whether two adjacent places are one, because they share a state: "Bigfork, MT" and "59911", "texas" and "panhandle". */
function isOnePlace(a: NamedPlace, b: NamedPlace): boolean {
  return a.sure && b.sure && a.states.some((state) => b.states.includes(state));
}

/** Joins two places: the states that they share, near the second one, or else near the first. */
function joined(scan: Scan, { from, states, near }: NamedPlace, second: NamedPlace): NamedPlace {
  const shared = states.filter((state) => second.states.includes(state));
  return { ...second, from, typed: wordsBetween(scan, from, second.to).join(" "), states: shared, near: second.near ?? near };
}
