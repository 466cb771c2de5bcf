import { readFileSync } from "node:fs";
import { root } from "../../root.ts";
import { dateWord } from "./closed-days.ts";
import { findPhrase, withoutPhrases } from "./sentences.ts";

/** Phrases by which groups and places say that they are closed (data/feeds/closing-phrases.json), prepared for closing.ts. */

type List =
  | "ended"
  | "resting"
  | "stopped"
  | "notMeeting"
  | "breaks"
  | "shut"
  | "notInPerson"
  | "doubtful"
  | "lasting"
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
  | "begins"
  | "ofOthers";

export const phrases = JSON.parse(readFileSync(new URL("data/feeds/closing-phrases.json", root), "utf8")) as Record<List, string[]>;
const longest = (...lists: readonly string[][]) => lists.flat().sort((a, b) => b.length - a.length);
export const { breaks } = phrases;
/** All phrases that stop a meeting, longest first. */
const stops = longest(
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
const anyStop = new RegExp(String.raw`\b(?:${stops.join("|")})\b`);

/** Returns the longest phrase that stops a meeting; null if there is none, as in most texts. */
export const findStop = (words: string) => (anyStop.test(words) ? findPhrase(words, stops) : null);

/** Words for how long, and words for a time without dates ("this week"). */
const times = longest(phrases.time, [dateWord]);
export const unsaid = longest(phrases.unsaid);
const anyTime = new RegExp(String.raw`\b(?:${times.join("|")})\b`);

/** Removes the words that only say for how long. */
export const withoutTimes = (words: string) => (anyTime.test(words) ? withoutPhrases(words, times) : { words, found: false });

const setOf = (...lists: List[]) => new Set(lists.flatMap((list) => phrases[list]));
export const [forGood, ended, stopped, shut, notInPerson, online, doubtful, places, lasting] = [
  setOf("ended"),
  setOf("ended", "resting", "notInPerson"),
  setOf("stopped"),
  setOf("shut", "notInPerson"),
  setOf("notInPerson", "online"),
  setOf("online"),
  setOf("doubtful"),
  setOf("places"),
  setOf("lasting"),
];
/** Words that may be the subject of a sentence about closing. */
export const subjects = setOf("groups", "places", "fillers");

/** Whether words refer only to the meeting or its place as a whole: "this Monday meeting". */
export const areOfMeeting = (words: string) => words.split(" ").every((word) => word === "" || subjects.has(word));

/** Cheap test: most texts have none of these words. */
const telling = stops.filter((stop) => !online.has(stop));
const onlineUntil = `(?:${phrases.online.join("|")}) (?:${[...phrases.until, ...phrases.through].join("|")})`;
export const closingHint = new RegExp(
  String.raw`\b(?:${[...new Set([...telling, ...phrases.time, ...phrases.resumes, ...phrases.lastDay])].join("|")}|${onlineUntil})\b`,
);
