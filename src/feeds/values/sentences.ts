import { mayNameDay, withoutDateMarks } from "./named-day.ts";

/** Splits a record's texts into sentences and words that can be compared with phrases. */

/** Maximum characters read: what matters is at the beginning. */
const maxRead = 2000;

/** Returns a text in lowercase, without accents. */
export function folded(text: string): string {
  const read = text.slice(0, maxRead).toLowerCase();
  return /[^\0-\x7f]/.test(read) ? read.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'") : read;
}

/** Returns words separated by single spaces, without punctuation. */
export function clean(text: string): string {
  return text.replace(/[^\p{L}\p{N}'-]+/gu, " ").trim();
}

// cspell:ignore sept -- the months of two languages

/**
 * Returns sentences, and text set apart by parentheses or dashes; "temp.", "Jan. 15", "Dec 24 – Jan 2", "6:45 pm" and "6 p.m." are not split.
 */
export function partsOf(text: string | null): string[] {
  const readable = (text ?? "")
    .slice(0, maxRead)
    .replace(/\b(temp|jan|feb|mar|apr|aug|sept?|oct|nov|dec|ene|abr|ago|dic)\. /gi, "$1 ")
    .replace(/(?<=\d ?[ap])\.(?=m\b)/gi, "");
  const dated = mayNameDay.test(readable) ? withoutDateMarks(readable) : readable;
  return dated.split(/[.!?;\n•|()[\]*"]|:(?!\d\d)|\s[-–—]|[-–—]\s/);
}

/** Returns the first phrase of a list that the words contain as whole words; else null. */
export function findPhrase(words: string, list: readonly string[]): string | null {
  const padded = ` ${words} `;
  return list.find((phrase) => padded.includes(` ${phrase} `)) ?? null;
}

/** Removes phrases from a sentence; `found` is whether there were any. */
export function withoutPhrases(sentence: string, list: readonly string[]): { words: string; found: boolean } {
  let words = ` ${sentence} `;
  for (const phrase of list) words = words.replaceAll(` ${phrase} `, " ");
  return { words: words.trim(), found: words.trim() !== sentence };
}

/** Whether words begin with a phrase of a list. */
export function startsWith(words: string, list: readonly string[]): boolean {
  return list.some((phrase) => `${words} `.startsWith(`${phrase} `));
}

/** Return the words before and after a phrase that the words contain. */
export const before = (words: string, phrase: string) => ` ${words} `.split(` ${phrase} `, 1)[0]!.trim();
export const after = (words: string, phrase: string) => words.slice(before(words, phrase).length).trim().slice(phrase.length).trim();

// cspell:ignore wednes satur lunes martes miercoles jueves viernes sabado domingo medio medianoche
const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const weekdays = "(?:sun|mon|tues|wednes|thurs|fri|satur)day|lunes|martes|miercoles|jueves|viernes|sabado|domingo";
const weekdayOfDate = new RegExp(String.raw`\b(?:${weekdays}),? (?=(?:${month}\.? )?\d)`, "g");
const someWeeks = new RegExp(
  String.raw`\b(?:(?:during|in) )?(?:the )?(?:(?:first|second|third|last|1st|2nd|3rd) )?(?:(?:two|three|2|3) )?weeks? (?:of|in) ${month}\b`,
  "g",
);

/**
 * Shortens the dates of a lowercase sentence: "thursday, december 24" to "december 24", and vague ones such as "the first week of august" to
 * "for some weeks".
 */
export function withPlainDates(sentence: string): string {
  return sentence.replace(weekdayOfDate, "").replace(someWeeks, "for some weeks");
}

const hour =
  /\b(?:until|till?|hasta) (?:about |a |las? )*(?:\d{1,2}:\d{2}|\d{1,2} ?(?:[ap]\.? ?m\b|o'?clock)|noon|midnight|medio ?dia|medianoche)/;

/** Whether a sentence names an hour as an end: "doors are closed until 6:45 pm". */
export function isUntilHour(sentence: string): boolean {
  return hour.test(sentence);
}
