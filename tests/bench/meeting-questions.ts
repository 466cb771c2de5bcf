import type { Reach } from "../../src/places/within-miles.ts";
import type { Chosen } from "../../src/search/facets/counts.ts";
import { type Chance, chanceFrom } from "./random.ts";

/** What people might ask of the meetings, at random. */

/** A day; half of the time a type, a third of the time one way to join or one state. */
export function randomChoices(chance: Chance): Chosen {
  const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
  return {
    day: [chance.pick(days)],
    ...(chance.happens(0.5) ? { type: [chance.pick(["open", "women"])] } : {}),
    ...(chance.happens(0.3) ? { format: [chance.pick(["video", "in-person"])] } : {}),
    ...(chance.happens(0.3) ? { state: [chance.pick(["CA", "TX", "MT", "NY", "WV"])] } : {}),
  };
}

/** Within fifty miles of a place where meetings are. */
export function randomPlace(chance: Chance, places: readonly { latitude: number; longitude: number }[]): Reach {
  const { latitude, longitude } = chance.pick(places);
  return { latitude: latitude + chance.next() - 0.5, longitude: longitude + chance.next() - 0.5, miles: 50 };
}

/** A group's name begins with so common a word that a tenth of all have it; most towns have few meetings. */
export interface Named {
  word: string;
  town: string;
}

/** The common word, the town, or both: some meeting has them together. */
export function randomWords(chance: Chance, meetings: readonly Named[]): string {
  const { word, town } = chance.pick(meetings);
  return chance.pick([word, town, `${word} ${town}`]);
}

/** Addresses of results pages, no two alike, because each is kept for a minute: the questions are few, their pages many. */
export function randomMeetingAddresses(count: number, seed: number): string[] {
  const chance = chanceFrom(seed);
  const pages = Array.from({ length: 100 }, (_, at) => String(at + 1));
  const addresses = Array.from({ length: count }, () => {
    const pairs: [string, string][] = [...pairsOf(randomChoices(chance)), ["page", chance.pick(pages)]];
    return `/meetings?${new URLSearchParams(pairs)}`;
  });
  return [...new Set(addresses)];
}

function pairsOf(chosen: Chosen): [string, string][] {
  return Object.entries(chosen).flatMap(([facet, values]) => values.map((value): [string, string] => [facet, value]));
}
