import { foldTown, plainWords } from "../places/town.ts";
import type { Meeting, Place } from "./meeting.ts";

/** Keys that unify the many spellings in feeds, so that matching records can be found. */

/** The post office's abbreviations (Publication 28), for words that half of the feeds spell out. */
const short: Readonly<Record<string, string>> = {
  street: "st",
  avenue: "ave",
  av: "ave",
  road: "rd",
  drive: "dr",
  lane: "ln",
  court: "ct",
  place: "pl",
  square: "sq",
  boulevard: "blvd",
  highway: "hwy",
  parkway: "pkwy",
  route: "rt",
  rte: "rt",
  north: "n",
  south: "s",
  east: "e",
  west: "w",
  northeast: "ne",
  northwest: "nw",
  southeast: "se",
  southwest: "sw",
  suite: "ste",
};

/** Returns the town's key: "St. Paul" and "Saint Paul" are equal. Null if no town is named. */
export function townKey({ city }: Pick<Place, "city">): string | null {
  return (city !== null && foldTown(plainWords(city))) || null;
}

/**
 * Returns the key of a building: its street, or its name if no street is given, with its town and state. Null if that is not enough to find
 * the door.
 */
export function samePlaceKey(place: Pick<Place, "name" | "street" | "city" | "state" | "approximate">): string | null {
  const house = plainWords(place.street ?? place.name ?? "").map((word) => (Object.hasOwn(short, word) ? short[word]! : word));
  const town = townKey(place);
  return house.length === 0 || town === null || place.approximate ? null : [...house, town, place.state].join(" ");
}

/**
 * Returns the key of what a list says about a meeting: list, name, place and times, however they are spelled. It stays the same when the list
 * gives the meeting another id.
 */
export function saidKey({ feed, name, place, occurrences }: Pick<Meeting, "feed" | "name" | "place" | "occurrences">): string {
  const times = occurrences.map(({ day, start }) => day * 1440 + start).sort((a, b) => a - b);
  return [feed, ...plainWords(name), "at", samePlaceKey(place) ?? townKey(place) ?? "", ...times].join(" ");
}

// cspell:ignore distrito zona

/** Some lists name the service body instead of the group; the meetings of a district are not one group. */
const serviceBody = /^(?:district|distrito|dist|area|region|zone|zona)\b/;

/** Further spelling variants. Not part of the key itself: keys are stored, and records not imported again would have different ones. */
const alsoShort: ReadonlyMap<string, string> = new Map([
  ...["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"].map(
    (word, at) => [word, `${at + 1}${["st", "nd", "rd"][at] ?? "th"}`] as const,
  ),
  ...([
    ["circle", "cir"],
    ["terrace", "ter"],
    ["trail", "trl"],
    ["saint", "st"],
    ["mount", "mt"],
    ["fort", "ft"],
  ] as const),
]);

/**
 * Returns the building in a place's key, without the part of it: "12 main st ste 4" and "12 main st" may be the same, and so may "third st"
 * and "3rd st".
 */
export function houseOf(placeKey: string): string {
  return placeKey
    .replace(/ (?:ste|unit|apt|rm|room|bldg|fl) \w{1,4}\b/g, "")
    .replace(/\b(?:co|county) rd\b/g, "cr")
    .replace(/\b[a-z]{4,8}\b/g, (word) => alsoShort.get(word) ?? word);
}

/** Returns the key of the group, unique only within its feed. Null if none, or only a service body, is named. */
export function sameGroupKey({ group }: Pick<Meeting, "group">): string | null {
  const name = plainWords(group ?? "").join(" ");
  return name === "" || serviceBody.test(name) ? null : name;
}
