import { milesBetween } from "../places/distance.ts";
import { plainWords } from "../places/town.ts";
import { dialOf } from "./dial.ts";
import { hasRoom } from "./join.ts";
import { houseOf, samePlaceKey } from "./match-keys.ts";
import type { Meeting } from "./meeting.ts";

/**
 * Whether two lists mean one meeting, of which both have the program, the day and the time. Two groups at one hour in one church are two,
 * so whatever tells them apart is taken seriously, and in doubt both are shown.
 */

/** What the words of names and places mean here (data/feeds/same-meeting.json). */
export interface NameWords {
  /** Words of a name that half of the lists leave out. */
  empty: ReadonlySet<string>;
  /** Words of a name that tell one group at a place from another. */
  apart: ReadonlySet<string>;
  /** Words for a part of a house. */
  rooms: ReadonlySet<string>;
}

/** How two records agree: in their names, or so that one name says more than the other. */
export type Agreement = "same name" | "longer name";

/** How far two records of one time agree; null where they are, or may be, two meetings. */
export function agreementOf(words: NameWords, a: Meeting, b: Meeting): Agreement | null {
  const names = compareNames(words, a, b);
  const isAlike = names !== null && (a.join === "paused") === (b.join === "paused") && sharesLanguage(a, b) && !isForOthers(a, b);
  if (!isAlike || !isAtOnePlace(words, a, b, names)) return null;
  return names;
}

/** Both have a room, and it is one; or both are only on the line, and that is one. */
function isAtOnePlace(words: NameWords, a: Meeting, b: Meeting, names: Agreement): boolean {
  if (hasRoom(a) && hasRoom(b)) return isOneHouse(a, b) && !hasOtherRoom(words, a, b);
  return isOneLine(a, b, names);
}

/** A record names no language where it is English. */
function sharesLanguage(a: Meeting, b: Meeting): boolean {
  return a.languages.some((language) => b.languages.includes(language));
}

const audiences = ["women", "men", "lgbtq", "young-people", "beginners", "secular", "native"];

/** Both say for whom they are, and it is not the same. */
function isForOthers(a: Meeting, b: Meeting): boolean {
  const [ofA, ofB] = [a, b].map(({ types }) => types.filter((type) => audiences.includes(type)));
  return ofA!.length > 0 && ofB!.length > 0 && !ofA!.some((type) => ofB!.includes(type));
}

/** Sixty meters: what two lists' points for one address are apart at most, as a rule. */
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

/** "Room 4", "Rm. B" and "basement", as "4", "b" and "basement": what is behind the word, where that is short. */
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

/** One link, or one number with what is keyed in after it. A number alone is that of a service with many rooms: then the names must be the same. */
function isOneLine(a: Meeting, b: Meeting, names: Agreement): boolean {
  const [linkA, linkB] = [linkKey(a), linkKey(b)];
  if (linkA !== null && linkB !== null) return linkA === linkB;
  const [dialA, dialB] = [dialOf(a), dialOf(b)];
  if (!dialA || !dialB || dialA.number !== dialB.number || dialA.codes.join() !== dialB.codes.join()) return false;
  return dialA.codes.length > 0 || names === "same name";
}

/** A link in one spelling: a room of Zoom by its number, anything else without its scheme and what only tracks. Null for a site's front page. */
export function linkKey({ online }: Pick<Meeting, "online">): string | null {
  if (!online || !URL.canParse(online.url)) return null;
  const { hostname, pathname, searchParams } = new URL(online.url);
  const zoom = /(?:^|\.)zoom\.us$/.test(hostname) ? pathname.match(/\/(?:j|wc|w|my)\/([\w.-]+)/)?.[1] : undefined;
  if (zoom !== undefined) return `zoom ${zoom.toLowerCase()}`;
  const path = pathname.replace(/\/$/, "");
  const room = [...searchParams].filter(([name]) => !/^(?:utm_|pwd$|sa$|usg$|ust$)/.test(name)).join("&");
  return path === "" && room === "" ? null : `${hostname.replace(/^www\./, "")}${path}?${room}`.toLowerCase();
}

/** A meeting may be listed under its own name or its group's. */
function compareNames(words: NameWords, a: Meeting, b: Meeting): Agreement | null {
  const pairs = namesOf(words, a).flatMap((one) => namesOf(words, b).map((other) => compareWords(words, one, other)));
  return pairs.includes("same name") ? "same name" : (pairs.find((agreement) => agreement !== null) ?? null);
}

function namesOf(words: NameWords, { name, group }: Meeting): Set<string>[] {
  return [name, group].filter((one) => one !== null).map((one) => tellingWords(words, one));
}

/** The words that tell a name from others; all of them where none does. */
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
  // "Recovery Group" and "Recovery Group of NA" have no other name.
  if (![...long].some((word) => !empty.has(word))) return "same name";
  return isTelling && ![...long].some((word) => !short.has(word) && apart.has(word)) ? "longer name" : null;
}
