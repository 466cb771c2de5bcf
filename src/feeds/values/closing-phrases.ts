import { readFileSync } from "node:fs";
import { root } from "../../root.ts";
import { dateWord } from "./closed-days.ts";

/** The words by which groups and places say that they are closed (data/feeds/closing-phrases.json), as closing.ts compares with them. */

type List =
  | "ended"
  | "resting"
  | "stopped"
  | "notMeeting"
  | "breaks"
  | "shut"
  | "notInPerson"
  | "doubtful"
  | "lastDay"
  | "skips"
  | "notAfterDay"
  | "time"
  | "unsaid"
  | "reasons"
  | "groups"
  | "places"
  | "fillers"
  | "placeAfter"
  | "notFollowedBy"
  | "narrows"
  | "not"
  | "occasions"
  | "resumes"
  | "reopened"
  | "longReasons"
  | "elsewhere"
  | "until"
  | "through"
  | "online"
  | "inPersonOnly"
  | "moved"
  | "inside"
  | "begins";

export const phrases = JSON.parse(readFileSync(new URL("data/feeds/closing-phrases.json", root), "utf8")) as Record<List, string[]>;
const longest = (...lists: readonly string[][]) => lists.flat().sort((a, b) => b.length - a.length);
export const { breaks } = phrases;
/** All that stops a meeting, the longest first. */
export const stops = longest(
  phrases.ended,
  phrases.resting,
  phrases.stopped,
  phrases.notMeeting,
  phrases.shut,
  phrases.notInPerson,
  phrases.doubtful,
  phrases.online,
  breaks,
);
/** Words that only say for how long, and words for a time that they do not tell. */
export const [times, unsaid] = [longest(phrases.time, [dateWord]), longest(phrases.unsaid)];
const setOf = (...lists: List[]) => new Set(lists.flatMap((list) => phrases[list]));
export const [forGood, ended, stopped, shut, notInPerson, online, doubtful, places] = [
  setOf("ended"),
  setOf("ended", "resting", "notInPerson"),
  setOf("stopped"),
  setOf("shut", "notInPerson"),
  setOf("notInPerson", "online"),
  setOf("online"),
  setOf("doubtful"),
  setOf("places"),
];
/** What a sentence of closing may be about. */
export const subjects = setOf("groups", "places", "fillers");

/** Cheap test: most texts have none of these words. */
const telling = stops.filter((stop) => !online.has(stop));
const onlineUntil = `(?:${phrases.online.join("|")}) (?:${[...phrases.until, ...phrases.through].join("|")})`;
export const closingHint = new RegExp(
  String.raw`\b(?:${[...new Set([...telling, ...phrases.time, ...phrases.resumes, ...phrases.lastDay])].join("|")}|${onlineUntil})\b`,
);
