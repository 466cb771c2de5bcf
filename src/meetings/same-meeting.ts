import { milesBetween } from "../places/distance.ts";
import { plainWords } from "../places/town.ts";
import { dialOf } from "./dial.ts";
import { hasRoom } from "./join.ts";
import { houseOf, samePlaceKey } from "./match-keys.ts";
import type { Meeting } from "./meeting.ts";

/**
 * Decides whether two listings of the same program, day and time are one meeting. Two groups at the same hour in one church are two, so every
 * difference between them counts, and in doubt both are shown.
 */

/** Roles of words in names and places (data/feeds/same-meeting.json). */
export interface NameWords {
  /** Words of a name that half of the lists leave out. */
  empty: ReadonlySet<string>;
  /** Words of a name that distinguish one group at a place from another. */
  apart: ReadonlySet<string>;
  /** Words for a part of a building. */
  rooms: ReadonlySet<string>;
}

/** How two records agree: with equal names, or with one name that extends the other. */
export type Agreement = "same name" | "longer name";

/** Returns how two records of the same time agree; null if they are, or may be, two meetings. */
export function agreementOf(words: NameWords, a: Meeting, b: Meeting): Agreement | null {
  const names = compareNames(words, a, b);
  const isAlike = names !== null && (a.join === "paused") === (b.join === "paused") && sharesLanguage(a, b) && !isForOthers(a, b);
  if (!isAlike || !isAtOnePlace(words, a, b, names)) return null;
  return names;
}

/** Whether both rooms are the same or, unless both have a room, both links or phone lines are. */
function isAtOnePlace(words: NameWords, a: Meeting, b: Meeting, names: Agreement): boolean {
  if (hasRoom(a) && hasRoom(b)) return isOneHouse(a, b) && !hasOtherRoom(words, a, b);
  return isOneLine(a, b, names);
}

/** Whether they have a language in common. Records without one have been given a default, usually English. */
function sharesLanguage(a: Meeting, b: Meeting): boolean {
  return a.languages.some((language) => b.languages.includes(language));
}

const audiences = ["women", "men", "lgbtq", "young-people", "beginners", "secular", "native"];

/** Whether both state an audience and have none in common. */
function isForOthers(a: Meeting, b: Meeting): boolean {
  const [ofA, ofB] = [a, b].map(({ types }) => types.filter((type) => audiences.includes(type)));
  return ofA!.length > 0 && ofB!.length > 0 && !ofA!.some((type) => ofB!.includes(type));
}

/** Sixty meters: usually the most by which two lists' points for one address differ. */
const maxMilesApart = 0.0373;

function isOneHouse(a: Meeting, b: Meeting): boolean {
  const [keyA, keyB] = [samePlaceKey(a.place), samePlaceKey(b.place)];
  if (keyA !== null && keyB !== null && houseOf(keyA) === houseOf(keyB)) return true;
  const [from, to] = [exactPoint(a), exactPoint(b)];
  return from !== null && to !== null && milesBetween(from, to) <= maxMilesApart;
}

function exactPoint({ place: { point, approximate } }: Meeting) {
  return approximate ? null : point;
}

function hasOtherRoom(words: NameWords, a: Meeting, b: Meeting): boolean {
  const [ofA, ofB] = [roomsOf(words, a), roomsOf(words, b)];
  return ofA.size > 0 && ofB.size > 0 && ![...ofA].some((room) => ofB.has(room));
}

/** Finds rooms: "Room 4", "Rm. B" and "basement" become "4", "b" and "basement". A short word after the room word is its number. */
function roomsOf({ rooms }: NameWords, { place: { name, street, notes } }: Meeting): Set<string> {
  const found = new Set<string>();
  for (const text of [name, street, notes]) {
    const words = plainWords(text ?? "");
    for (const [at, word] of words.entries()) {
      if (!rooms.has(word)) continue;
      const number = words[at + 1] ?? "";
      found.add(/^(?:\d{1,4}[a-z]?|[a-z])$/.test(number) ? number : word);
    }
  }
  return found;
}

/**
 * Whether both have the same link, or the same number and codes. A number without codes is that of a service with many rooms: the names must
 * then be equal.
 */
function isOneLine(a: Meeting, b: Meeting, names: Agreement): boolean {
  const [linkA, linkB] = [linkKey(a), linkKey(b)];
  if (linkA !== null && linkB !== null) return linkA === linkB;
  const [dialA, dialB] = [dialOf(a), dialOf(b)];
  if (!dialA || !dialB || dialA.number !== dialB.number || dialA.codes.join() !== dialB.codes.join()) return false;
  return dialA.codes.length > 0 || names === "same name";
}

/**
 * Normalizes a link: a Zoom room by its number or name, anything else without its scheme and tracking parameters. Null without one, or for a
 * front page.
 */
export function linkKey({ online }: Pick<Meeting, "online">): string | null {
  if (!online || !URL.canParse(online.url)) return null;
  const { hostname, pathname, searchParams } = new URL(online.url);
  const zoom = /(?:^|\.)zoom\.us$/.test(hostname) ? pathname.match(/\/(?:j|wc|w|my)\/([\w.-]+)/)?.[1] : undefined;
  if (zoom !== undefined) return `zoom ${zoom.toLowerCase()}`;
  const path = pathname.replace(/\/$/, "");
  const room = [...searchParams].filter(([name]) => !/^(?:utm_|pwd$|sa$|usg$|ust$)/.test(name)).join("&");
  return path === "" && room === "" ? null : `${hostname.replace(/^www\./, "")}${path}?${room}`.toLowerCase();
}

/** Compares names and group names, because a meeting may be listed under either. */
function compareNames(words: NameWords, a: Meeting, b: Meeting): Agreement | null {
  const pairs = namesOf(words, a).flatMap((one) => namesOf(words, b).map((other) => compareWords(words, one, other)));
  return pairs.includes("same name") ? "same name" : (pairs.find((agreement) => agreement !== null) ?? null);
}

function namesOf(words: NameWords, { name, group }: Meeting): Set<string>[] {
  return [name, group].filter((one) => one !== null).map((one) => tellingWords(words, one));
}

/** Returns the distinctive words of a name; all its words if none is distinctive. */
export function tellingWords({ empty }: NameWords, name: string): Set<string> {
  const words = plainWords(name).map((word) => (word === "saint" ? "st" : word));
  const telling = words.filter((word) => !empty.has(word));
  return new Set(telling.length > 0 ? telling : words);
}

function compareWords({ empty, apart }: NameWords, a: ReadonlySet<string>, b: ReadonlySet<string>): Agreement | null {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  if (short.size === 0 || ![...short].every((word) => long.has(word))) return null;
  if (short.size === long.size) return "same name";
  const isTelling = [...short].some((word) => !empty.has(word));
  // "Recovery Group" and "Recovery Group of NA" have no distinctive words.
  if (![...long].some((word) => !empty.has(word))) return "same name";
  return isTelling && ![...long].some((word) => !short.has(word) && apart.has(word)) ? "longer name" : null;
}
