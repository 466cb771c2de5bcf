import { foldTown, plainWords } from "../places/town.ts";
import type { Meeting, Place } from "./meeting.ts";

/** Keys with one spelling for what feeds write in many ways, so that what belongs together can be found. */

/** The post office's short forms (Publication 28), which half of the feeds write in full. */
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

/** The town: "St. Paul" and "Saint Paul" are one. Null where none is named. */
export function townKey({ city }: Pick<Place, "city">): string | null {
  return (city !== null && foldTown(plainWords(city))) || null;
}

/** The house: its street, or its name where no street is given, and its town. Null where that is not enough to find a door. */
export function samePlaceKey(place: Pick<Place, "name" | "street" | "city" | "state" | "approximate">): string | null {
  const house = plainWords(place.street ?? place.name ?? "").map((word) => (Object.hasOwn(short, word) ? short[word]! : word));
  const town = townKey(place);
  return house.length === 0 || town === null || place.approximate ? null : [...house, town, place.state].join(" ");
}

/**
 * A meeting by what its list says of it: list, name, place and times, however these are spelled. It stays where the list gives the meeting
 * another id.
 */
export function saidKey({ feed, name, place, occurrences }: Pick<Meeting, "feed" | "name" | "place" | "occurrences">): string {
  const times = occurrences.map(({ day, start }) => day * 1440 + start).sort((a, b) => a - b);
  return [feed, ...plainWords(name), "at", samePlaceKey(place) ?? townKey(place) ?? "", ...times].join(" ");
}

// cspell:ignore distrito zona

/** Some lists name the service body in place of the group; all meetings of a district are not one group. */
const serviceBody = /^(?:district|distrito|dist|area|region|zone|zona)\b/;

/** What lists write besides in two ways. Not in the key itself: keys are kept, and what is not imported anew would have another. */
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

/** The house of a place's key without the part of it: "12 main st ste 4" and "12 main st" may be one, and so are "third st" and "3rd st". */
export function houseOf(placeKey: string): string {
  return placeKey
    .replace(/ (?:ste|unit|apt|rm|room|bldg|fl) \w{1,4}\b/g, "")
    .replace(/\b(?:co|county) rd\b/g, "cr")
    .replace(/\b[a-z]{4,8}\b/g, (word) => alsoShort.get(word) ?? word);
}

/** The group; its name identifies it only within its own feed. Null where none is named. */
export function sameGroupKey({ group }: Pick<Meeting, "group">): string | null {
  const name = plainWords(group ?? "").join(" ");
  return name === "" || serviceBody.test(name) ? null : name;
}
