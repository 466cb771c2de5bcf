import { mayNameDay, withoutDateMarks } from "./named-day.ts";

/** Texts of a record as sentences and words that can be compared with phrases. */

/** Characters of a text that are read: what matters is said at its beginning. */
const maxRead = 2000;

/** In small letters, without accents. */
export function folded(text: string): string {
  const read = text.slice(0, maxRead).toLowerCase();
  return /[^\0-\x7f]/.test(read) ? read.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'") : read;
}

/** Words with one space between them. */
export function clean(text: string): string {
  return text.replace(/[^\p{L}\p{N}'-]+/gu, " ").trim();
}

// cspell:ignore sept -- the months of two languages

/** Sentences, and what brackets and dashes set apart; "temp.", "Jan. 15", "Dec 24 – Jan 2", "6:45 pm" and "6 p.m." end none. */
export function partsOf(text: string | null): string[] {
  const readable = (text ?? "")
    .slice(0, maxRead)
    .replace(/\b(temp|jan|feb|mar|apr|aug|sept?|oct|nov|dec|ene|abr|ago|dic)\. /gi, "$1 ")
    .replace(/(?<=\d ?[ap])\.(?=m\b)/gi, "");
  const dated = mayNameDay.test(readable) ? withoutDateMarks(readable) : readable;
  return dated.split(/[.!?;\n•|()[\]*"]|:(?!\d\d)|\s[-–—]|[-–—]\s/);
}

/** The first of some phrases that is in the words, whole. */
export function findPhrase(words: string, list: readonly string[]): string | null {
  return list.find((phrase) => ` ${words} `.includes(` ${phrase} `)) ?? null;
}

/** The words without some phrases, and whether there were any. */
export function withoutPhrases(sentence: string, list: readonly string[]): { words: string; found: boolean } {
  let words = ` ${sentence} `;
  for (const phrase of list) words = words.replaceAll(` ${phrase} `, " ");
  return { words: words.trim(), found: words.trim() !== sentence };
}

/** Whether words begin with one of some phrases. */
export function startsWith(words: string, list: readonly string[]): boolean {
  return list.some((phrase) => `${words} `.startsWith(`${phrase} `));
}

/** What is before and after a phrase in words that hold it. */
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

/** A sentence in small letters with December 24 for "Thursday, December 24", and a time that nobody can tell for "the first week of August". */
export function withPlainDates(sentence: string): string {
  return sentence.replace(weekdayOfDate, "").replace(someWeeks, "for some weeks");
}

const hour =
  /\b(?:until|till?|hasta) (?:about |a |las? )*(?:\d{1,2}:\d{2}|\d{1,2} ?(?:[ap]\.? ?m\b|o'?clock)|noon|midnight|medio ?dia|medianoche)/;

/** Whether a sentence speaks of an hour: "doors are closed until 6:45 pm". */
export function isUntilHour(sentence: string): boolean {
  return hour.test(sentence);
}
